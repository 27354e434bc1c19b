import { useMemo } from 'preact/hooks';
import type { Reply } from '../core/model.ts';
import { listNearCopies } from '../core/near-copies.ts';
import { sayPercent } from './import-words.ts';
import { Stranger } from './plain-text.tsx';
import { word, wordFor } from './words.ts';

const mostShown = 20;

/** Replies that say nearly the same, with how nearly. Which of them stays is the person's to say. */
export function NearCopies({ replies, onRemove }: { replies: readonly Reply[]; onRemove: (reply: Reply) => void }) {
  const copies = useMemo(() => listNearCopies(replies), [replies]);
  const byId = useMemo(() => new Map(replies.map((reply) => [reply.id, reply])), [replies]);
  if (copies.length === 0) return null;
  return (
    <details class="near-copies">
      <summary class="small">{wordFor(copies.length, 'nearCopiesOne', 'nearCopiesMany')}</summary>
      <ul class="list" aria-label={word('nearCopies')}>
        {copies.slice(0, mostShown).map(({ id, of, likeness }) => {
          const [a, b] = [byId.get(id), byId.get(of)];
          if (!a || !b) return null;
          return (
            <li key={id + of} class="near-copy">
              <p class="grow small">
                <Stranger>{word('nearCopy', a.title, b.title, sayPercent(likeness))}</Stranger>
              </p>
              {[a, b].map((reply) => (
                <button key={reply.id} type="button" class="slim" onClick={() => onRemove(reply)}>
                  {word('removeNamed', reply.title)}
                </button>
              ))}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
