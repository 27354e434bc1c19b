import { goneSince } from '../core/evidence.ts';
import type { EvidenceChange, Mention, PostCounts } from '../core/model.ts';
import { Stranger } from './plain-text.tsx';
import { formatDay } from './time.tsx';
import { type WordKey, word, wordFor } from './words.ts';

const changeWords = {
  edited: 'changeEdited',
  counts: 'changeCounts',
  deleted: 'goneDeleted',
  unavailable: 'goneUnavailable',
  back: 'changeBack',
} as const satisfies Record<EvidenceChange['what'], WordKey>;

const countWords = {
  likes: ['countLike', 'countLikes'],
  replies: ['countReply', 'countReplies'],
  reposts: ['countRepost', 'countReposts'],
  views: ['countView', 'countViews'],
} as const satisfies Record<keyof PostCounts, readonly [WordKey, WordKey]>;

type CountName = keyof typeof countWords;

function sayCount(name: CountName, count: number): string {
  const [one, many] = countWords[name];
  return wordFor(count, one, many);
}

/** "1,204 likes · 31 replies"; undefined where the page counted nothing. */
function sayCounts(counts: PostCounts = {}): string | undefined {
  const said = (Object.keys(countWords) as CountName[]).flatMap((name) => {
    const count = counts[name];
    return count === undefined ? [] : [sayCount(name, count)];
  });
  return said.length > 0 ? said.join(' · ') : undefined;
}

/** A change keeps them as "likes 3, replies 1". */
const readCounts = (kept = ''): PostCounts =>
  Object.fromEntries([...kept.matchAll(/(likes|replies|reposts|views) (-?\d+)/g)].map(([, name, count]) => [name, Number(count)]));

/** "Deleted since, seen 12 Nov 2026"; undefined where the post is there, for all we know. */
export function sayGone(mention: Pick<Mention, 'changes'>): string | undefined {
  const since = goneSince(mention);
  return since && word(changeWords[since.what], formatDay(since.at));
}

function Change({ change: { at, what, from, to } }: { change: EvidenceChange }) {
  return (
    <li>
      {word(changeWords[what], formatDay(at))}
      {what === 'counts' && ` ${sayCounts(readCounts(from)) ?? '–'} → ${sayCounts(readCounts(to)) ?? '–'}`}
      {what === 'edited' && from && (
        <blockquote dir="auto">
          <Stranger>{from}</Stranger>
        </blockquote>
      )}
    </li>
  );
}

/** What the page counted, and what later visits found different: that it is gone in any case, the rest folded up. */
export function MentionEvidence({ mention }: { mention: Mention }) {
  const { changes = [] } = mention;
  const [gone, counted] = [sayGone(mention), sayCounts(mention.counts)];
  if (!counted && changes.length === 0) return null;
  return (
    <div class="evidence small">
      {gone && <p class="gone">{gone}</p>}
      {counted && <p class="quiet">{counted}</p>}
      {changes.length > (gone ? 1 : 0) && (
        <details>
          <summary class="quiet">{wordFor(changes.length, 'changeSince', 'changesSince')}</summary>
          <ul>
            {changes.map((change) => (
              <Change key={`${change.what} ${change.at}`} change={change} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
