import { useEffect, useState } from 'preact/hooks';
import type { PageQuote } from '../core/report-page.ts';
import { Field } from './controls.tsx';
import { Modal } from './modal.tsx';
import { Stranger } from './plain-text.tsx';
import { word } from './words.ts';

export interface QuoteSearch {
  /** With these words, or with a star where there are none. */
  readonly find: (words: string) => Promise<readonly PageQuote[]>;
  readonly onChoose: (mentionId: string) => void;
}

interface Props extends QuoteSearch {
  /** They stand in the report already. */
  chosen: ReadonlySet<string>;
  onClose: () => void;
}

/** A particular mention to quote: one of the starred, or one that is looked for. */
export function QuoteDialog({ chosen, find, onChoose, onClose }: Props) {
  const [words, setWords] = useState('');
  const found = useFound(words, find);
  return (
    <Modal title={word('quoteChoose')} onClose={onClose}>
      <div class="stack">
        <Field label={word('quoteWords')} hint={word('quoteWordsHint')} value={words} maxLength={200} autofocus onInput={setWords} />
        <p class="unseen" role="status">
          {found?.length === 0 ? word(words.trim() ? 'quoteNoneFound' : 'quoteNoneStarred') : ''}
        </p>
        {found?.length === 0 && <p class="quiet">{word(words.trim() ? 'quoteNoneFound' : 'quoteNoneStarred')}</p>}
        <ul class="quote-list" aria-label={word('quoteFound')}>
          {found?.map((quote) => (
            <Candidate key={quote.mentionId} quote={quote} isChosen={chosen.has(quote.mentionId)} onChoose={onChoose} />
          ))}
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

interface CandidateProps {
  quote: PageQuote;
  isChosen: boolean;
  onChoose: (mentionId: string) => void;
}

function Candidate({ quote: { text, by, mentionId }, isChosen, onChoose }: CandidateProps) {
  return (
    <li class="row">
      <div class="grow">
        <p dir="auto" class="quote-text">
          <Stranger>{text}</Stranger>
        </p>
        <p class="quiet small">
          <Stranger>{by}</Stranger>
        </p>
      </div>
      <button type="button" class="slim" disabled={isChosen} aria-label={word('quoteThis', by)} onClick={() => onChoose(mentionId)}>
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
