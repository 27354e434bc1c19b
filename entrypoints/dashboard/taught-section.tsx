import { RotateCcw } from 'lucide';
import { Icon } from '../../components/icon.tsx';
import { Stranger } from '../../components/plain-text.tsx';
import { sentimentNames } from '../../components/sentiment-words.ts';
import { useObservable } from '../../components/use-observable.ts';
import { word } from '../../components/words.ts';
import { excerptOf } from '../../core/mention.ts';
import { send } from '../../messages/send.ts';
import { listTaught, type Taught } from '../../storage/corrections.ts';
import { watchQuery } from '../../storage/db.ts';
import type { PageProps } from './page-props.ts';

/** What the person's corrections taught, each to be taken back. */
export function TaughtSection({ editing, notify }: PageProps) {
  const taught = useObservable(() => watchQuery(listTaught), []).value;
  if (!taught) return null;
  const correct = (id: string, sentiment: Taught['value'] | null) => editing.attempt(send('mention/correct', { id, sentiment }));
  return (
    <section class="stack" aria-labelledby="taught-title">
      <h2 id="taught-title" tabIndex={-1}>
        {word('taught')}
      </h2>
      <p class="quiet">{word(taught.length > 0 ? 'taughtIntro' : 'taughtNone')}</p>
      <ul class="list taught" aria-label={word('taught')}>
        {taught.map((one) => (
          <TaughtLine
            key={one.id}
            taught={one}
            onTakeBack={async () => {
              if (!(await correct(one.id, null))) return;
              notify({ text: word('taughtTakenBack'), ...(one.text === undefined ? {} : { undo: () => void correct(one.id, one.value) }) });
            }}
          />
        ))}
      </ul>
    </section>
  );
}

/** "sick ↑, slow ↓": towards pleased, towards unhappy. */
const sayWord = ({ word: said, weight }: Taught['words'][number]): string =>
  word(weight > 0 ? 'taughtUp' : weight < 0 ? 'taughtDown' : 'taughtLevel', said);

function TaughtLine({ taught: { value, was, text, words }, onTakeBack }: { taught: Taught; onTakeBack: () => void }) {
  const excerpt = text === undefined ? word('taughtGone') : excerptOf(text, [], 110).text;
  return (
    <li>
      <span class="clip">
        <Stranger>{excerpt}</Stranger>
      </span>
      <span class="quiet small words">{word('taughtLine', word(sentimentNames[value]), word(sentimentNames[was]))}</span>
      <span class="small words">
        <Stranger>{words.length > 0 ? words.map(sayWord).join(', ') : word('taughtNothing')}</Stranger>
      </span>
      <button type="button" class="slim" aria-label={word('taughtTakeBackNamed', excerpt)} onClick={onTakeBack}>
        <Icon of={RotateCcw} size={14} />
        {word('taughtTakeBack')}
      </button>
    </li>
  );
}
