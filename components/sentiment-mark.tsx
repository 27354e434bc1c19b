import { CircleHelp, Frown, type IconNode, Meh, Pencil, Smile } from 'lucide';
import type { Mention, SentimentValue } from '../core/model.ts';
import { Icon } from './icon.tsx';
import { PanelButton } from './panel-button.tsx';
import { Stranger } from './plain-text.tsx';
import { sentimentNames } from './sentiment-words.ts';
import { word } from './words.ts';
import './sentiment.css';

const looks = {
  positive: { icon: Smile, key: 'p' },
  neutral: { icon: Meh, key: 'u' },
  negative: { icon: Frown, key: 'n' },
  unknown: { icon: CircleHelp, key: '' },
} as const satisfies Record<SentimentValue, { icon: IconNode; key: string }>;

const choices = ['positive', 'neutral', 'negative'] as const;

interface Props {
  mention: Mention;
  /** The person's own word; null takes it back. Absent where nothing can be corrected. */
  onCorrect?: ((mention: Mention, value: SentimentValue | null) => void) | undefined;
}

/** How the post speaks of the keyword, the words that say so, and the way to say otherwise. */
export function SentimentMark({ mention, onCorrect }: Props) {
  const { sentiment, own } = mention;
  if (!sentiment || own) return null;
  const { icon } = looks[sentiment.value];
  return (
    <p class={`sentiment small ${sentiment.value}`}>
      <Icon of={icon} size={14} />
      <span>
        <span class="unseen">{word('sentiment')}: </span>
        {word(sentimentNames[sentiment.value])}
      </span>
      <SentimentReason mention={mention} />
      {onCorrect && (
        <PanelButton icon={Pencil} name={word('sentimentCorrect')} title={word('sentimentCorrect')} shortcut="sentiment">
          {(close) => (
            <Choices
              mention={mention}
              onPick={(value) => {
                close();
                onCorrect(mention, value);
              }}
            />
          )}
        </PanelButton>
      )}
    </p>
  );
}

function SentimentReason({ mention: { sentiment } }: { mention: Mention }) {
  if (sentiment?.corrected) return <span class="quiet">{word('sentimentYours')}</span>;
  if (!sentiment || sentiment.words.length === 0) return null;
  return (
    <span class="quiet clip">
      <span class="unseen">{word('sentimentBecause')} </span>
      <Stranger>{sentiment.words.map((said) => `“${said}”`).join(' ')}</Stranger>
    </span>
  );
}

function Choices({ mention, onPick }: { mention: Mention; onPick: (value: SentimentValue | null) => void }) {
  const { sentiment } = mention;
  return (
    <fieldset
      class="sentiment-choices"
      onKeyDown={(event) => {
        const picked =
          event.ctrlKey || event.metaKey || event.altKey
            ? undefined
            : choices.find((value) => looks[value].key === event.key.toLowerCase());
        if (picked) onPick(picked);
      }}
    >
      <legend class="unseen">{word('sentimentCorrect')}</legend>
      {choices.map((value) => (
        <button
          key={value}
          type="button"
          class="slim plain"
          aria-pressed={sentiment?.value === value}
          aria-label={word(sentimentNames[value])}
          aria-keyshortcuts={looks[value].key}
          onClick={() => onPick(value)}
        >
          <Icon of={looks[value].icon} size={15} />
          <span class="grow">{word(sentimentNames[value])}</span>
          <kbd>{looks[value].key}</kbd>
        </button>
      ))}
      {sentiment?.corrected && (
        <button type="button" class="slim plain" onClick={() => onPick(null)}>
          <Icon of={CircleHelp} size={15} />
          {word('sentimentAgain')}
        </button>
      )}
      <p class="quiet small">{word('sentimentTeaches')}</p>
    </fieldset>
  );
}
