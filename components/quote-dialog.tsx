import { useEffect, useState } from 'preact/hooks';
import type { PageQuote } from '../core/report-page.ts';
import { Field } from './controls.tsx';
import { Modal } from './modal.tsx';
import { Stranger, stripControls } from './plain-text.tsx';
import { Signature } from './signature.tsx';
import { word, wordFor } from './words.ts';

export interface QuoteSearch {
  /** With these words, or with a star where there are none; the newest of them. */
  readonly find: (words: string) => Promise<readonly PageQuote[]>;
  readonly onChoose: (mentionId: string) => void;
  /** They stand in the report already. */
  readonly chosen: ReadonlySet<string>;
  /** How many have room in it. */
  readonly most: number;
  /** How many are found at the most. */
  readonly mostFound: number;
}

interface Props extends QuoteSearch {
  onClose: () => void;
}

/** A particular mention to quote: one of the starred, or one that is looked for. */
export function QuoteDialog({ chosen, most, mostFound, find, onChoose, onClose }: Props) {
  const [words, setWords] = useState('');
  const found = useFound(words, find);
  const isFull = chosen.size >= most;
  return (
    <Modal title={word('quoteChoose')} onClose={onClose}>
      <div class="stack">
        <Field label={word('quoteWords')} hint={word('quoteWordsHint')} value={words} maxLength={200} autofocus onInput={setWords} />
        <p class="quiet small" role="status">
          {isFull ? word('quoteFull', most) : found && sayFound(found.length, mostFound, words)}
        </p>
        <ul class="quote-list" aria-label={word('quoteFound')}>
          {found?.map((quote) => {
            const isChosen = chosen.has(quote.mentionId);
            return (
              <Candidate
                key={quote.mentionId}
                quote={quote}
                isChosen={isChosen}
                onChoose={isChosen || isFull ? undefined : () => onChoose(quote.mentionId)}
              />
            );
          })}
        </ul>
        <p>
          <button type="button" onClick={onClose}>
            {word('close')}
          </button>
        </p>
      </div>
    </Modal>
  );
}

function sayFound(count: number, most: number, words: string): string {
  if (count === 0) return word(words.trim() ? 'quoteNoneFound' : 'quoteNoneStarred');
  return count >= most ? word('quoteFoundMost', count) : wordFor(count, 'quoteFoundOne', 'quoteFoundMany');
}

interface CandidateProps {
  quote: PageQuote;
  isChosen: boolean;
  /** Absent where it cannot be chosen. */
  onChoose: (() => void) | undefined;
}

function Candidate({ quote: { text, by }, isChosen, onChoose }: CandidateProps) {
  return (
    <li class="row">
      <div class="grow">
        <p dir="auto" class="quote-text">
          <Stranger>{text}</Stranger>
        </p>
        <p class="quiet small">
          <Signature by={by} />
        </p>
      </div>
      {/* Not `disabled`: what is pressed by keyboard would lose the focus by it. */}
      <button
        type="button"
        class="slim"
        aria-disabled={onChoose ? undefined : 'true'}
        aria-label={isChosen ? word('namedBy', word('quoteDone'), stripControls(by)) : word('quoteThis', stripControls(by))}
        onClick={onChoose}
      >
        {word(isChosen ? 'quoteDone' : 'quoteAdd')}
      </button>
    </li>
  );
}

/** Long enough not to look for each letter. */
const pause = 200;

function useFound(words: string, find: QuoteSearch['find']): readonly PageQuote[] | undefined {
  const [found, setFound] = useState<readonly PageQuote[]>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: who looks is made anew with each drawing; what is looked for is the words.
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(() => {
      void find(words).then((read) => {
        if (!gone) setFound(read);
      }, console.error);
    }, pause);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [words]);
  return found;
}
