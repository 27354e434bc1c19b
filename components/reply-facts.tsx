import type { Reply } from '../core/model.ts';
import { Stranger } from './plain-text.tsx';
import { nameLang } from './reply-details.tsx';
import { formatRelative } from './time.tsx';
import { useNow } from './use-now.ts';
import { formatNumber, word } from './words.ts';
import type { Writing } from './writing.ts';

/** Where a reply is kept, how often it was used, and what came of it. */
export function ReplyFacts({ reply, writing }: { reply: Reply; writing: Writing | undefined }) {
  const now = useNow();
  const { shortcut, folder, tags, lang, variants = [] } = reply;
  const outcome = writing?.outcomes?.get(reply.id);
  const labels = [
    ...(shortcut ? [`;${shortcut}`] : []),
    ...(folder ? [folder] : []),
    ...tags,
    ...(lang ? [nameLang(lang)] : []),
    ...variants.map(({ site }) => writing?.sites.find(({ id }) => id === site)?.name ?? site),
  ];
  return (
    <div class="reply-facts quiet small">
      {labels.map((label, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a folder and a tag may have one name.
        <span key={i} class="label-tag">
          <Stranger>{label}</Stranger>
        </span>
      ))}
      <span class="number">{sayUse(reply, now)}</span>
      {outcome && outcome.posted > 0 && <span class="number">{word('outcomePosted', formatNumber(outcome.posted))}</span>}
      {outcome && outcome.answeredBack > 0 && <span class="number">{word('outcomeBack', formatNumber(outcome.answeredBack))}</span>}
    </div>
  );
}

function sayUse({ usedCount, lastUsedAt }: Reply, now: number): string {
  if (usedCount === 0 || lastUsedAt === undefined) return word('usedNever');
  const when = formatRelative(lastUsedAt, now);
  return usedCount === 1 ? word('usedOnce', when) : word('usedTimes', formatNumber(usedCount), when);
}
