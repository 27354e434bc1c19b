/** What a later visit finds changed about a post: its words, and what its page counts. */
import { looksEdited } from './edits.ts';
import { cut } from './mention.ts';
import type { EvidenceChange, Mention, PostCounts } from './model.ts';

/** Of an edited text as much is kept, before and after. */
const longest = 5_000;
/** So many edits are remembered, and so many states of the counts; the first and the latest of each. */
const most = 10;
/** Counts of one visit are one state. */
const visit = 3_600_000;

const names = ['likes', 'replies', 'reposts', 'views'] as const;

/** As they are kept: "likes 3, replies 1". */
const sayCounts = (counts: PostCounts): string =>
  names.flatMap((name) => (counts[name] === undefined ? [] : [`${name} ${counts[name]}`])).join(', ');

/** The first stays: it is what everything later is compared with. */
function keepMost(changes: readonly EvidenceChange[]): EvidenceChange[] {
  const [first, ...rest] = changes;
  return first && changes.length > most ? [first, ...rest.slice(1 - most)] : [...changes];
}

function addCounts(
  changes: readonly EvidenceChange[],
  old: PostCounts | undefined,
  fresh: PostCounts | undefined,
  at: number,
): EvidenceChange[] {
  if (!old || !fresh) return [...changes];
  const [from, to] = [sayCounts(old), sayCounts({ ...old, ...fresh })];
  const last = changes.at(-1);
  if (from === to) return [...changes];
  return last && at - last.at < visit ? [...changes.slice(0, -1), { ...last, to }] : [...changes, { at, what: 'counts', from, to }];
}

type Seen = Pick<Mention, 'text' | 'counts' | 'edited' | 'changes'> & { readonly seenAt: number };

/** What is known to have changed about `old`, with what `fresh` shows of it now. A translation is no edit. */
export function listChanges(old: Seen, fresh: Seen): EvidenceChange[] {
  const known = old.changes ?? [];
  const at = fresh.seenAt;
  const isEdited = old.text !== fresh.text && ((fresh.edited && !old.edited) || looksEdited(old.text, fresh.text));
  const edit: EvidenceChange = { at, what: 'edited', from: cut(old.text, longest), to: cut(fresh.text, longest) };
  const edits = known.filter(({ what }) => what === 'edited');
  const counts = addCounts(
    known.filter(({ what }) => what === 'counts'),
    old.counts,
    fresh.counts,
    at,
  );
  const others = known.filter(({ what }) => what !== 'edited' && what !== 'counts');
  return [...others, ...keepMost(isEdited ? [...edits, edit] : edits), ...keepMost(counts)].sort((a, b) => a.at - b.at);
}
