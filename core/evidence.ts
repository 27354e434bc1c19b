/** What a later visit finds changed about a post: its words, and what its page counts. */
import { looksEdited } from './edits.ts';
import { cut } from './mention.ts';
import type { EvidenceChange, Gone, Mention, PostCounts } from './model.ts';

/** Of an edited text as much is kept, before and after. */
const longest = 5_000;
/** So many edits are remembered, and so many states of the counts; the first and the latest of each. */
const most = 10;
/** Counts of one visit are one state. */
const visit = 3_600_000;

const names = ['likes', 'replies', 'reposts', 'views'] as const;

/** How far a count may be from the true one: "1.2K" and "12K" are cut after their last sign. One below a thousand is whole. */
function slackOf(count: number): number {
  const digits = String(Math.abs(count)).length - 1;
  const unit = 1000 ** Math.floor(digits / 3);
  const step = digits % 3 === 0 ? unit / 10 : unit;
  return step >= 100 && count % step === 0 ? step : 0;
}

/** Of a rounded count and a whole one that would be rounded to it nobody knows that they differ: the whole one says more. */
function joinCount(old: number | undefined, fresh: number | undefined): number | undefined {
  if (old === undefined || fresh === undefined) return fresh ?? old;
  const [was, is] = [slackOf(old), slackOf(fresh)];
  return was < is && Math.abs(old - fresh) < is ? old : fresh;
}

/** What is known of a post's counts after another sight of it. */
export function joinCounts(old: PostCounts | undefined, fresh: PostCounts | undefined): PostCounts | undefined {
  if (!old || !fresh) return old ?? fresh;
  const joined = names.map((name) => [name, joinCount(old[name], fresh[name])] as const);
  return Object.fromEntries(joined.filter(([, count]) => count !== undefined));
}

/** Whole where it was rounded before is no change. */
const isFiner = (old: PostCounts, fresh: PostCounts): boolean =>
  names.every((name) => fresh[name] === old[name] || joinCount(fresh[name], old[name]) === fresh[name]);

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
  const joined = joinCounts(old, fresh) ?? old;
  const [from, to] = [sayCounts(old), sayCounts(joined)];
  const last = changes.at(-1);
  if (from === to || isFiner(old, joined)) return [...changes];
  return last && at - last.at < visit ? [...changes.slice(0, -1), { ...last, to }] : [...changes, { at, what: 'counts', from, to }];
}

const isPresence = ({ what }: EvidenceChange): boolean => what === 'deleted' || what === 'unavailable' || what === 'back';

/** That a post is gone, as its page last said; undefined where it is there, for all we know. */
export function goneSince({ changes = [] }: Pick<Mention, 'changes'>): EvidenceChange | undefined {
  const last = changes.findLast(isPresence);
  return last?.what === 'back' ? undefined : last;
}

/**
 * What is known of a mention once its page says that the post is gone. A page may show the title of such a post as well; what is seen of it on
 * the same visit does not bring it back.
 */
export function addGone({ changes = [] }: Pick<Mention, 'changes'>, what: Gone['what'], at: number): EvidenceChange[] {
  const known = changes.filter((change) => !(change.what === 'back' && Math.abs(at - change.at) < visit));
  const since = goneSince({ changes: known });
  if (since && (since.what === what || since.what === 'deleted')) return known;
  const others = known.filter((change) => !isPresence(change));
  return [...others, ...keepMost([...known.filter(isPresence), { at, what }])].sort((a, b) => a.at - b.at);
}

type Seen = Pick<Mention, 'text' | 'counts' | 'edited' | 'changes'> & { readonly seenAt: number };

/**
 * What is known to have changed about `old`, with what `fresh` shows of it now. A translation is no edit.
 * @param isWhole false where only a piece of it was shown, as lists do: they may show what is gone
 */
export function listChanges(old: Seen, fresh: Seen, isWhole = true): EvidenceChange[] {
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
  const gone = goneSince({ changes: known });
  const isBack = gone && isWhole && at - gone.at >= visit;
  const presence: EvidenceChange[] = [...known.filter(isPresence), ...(isBack ? [{ at, what: 'back' as const }] : [])];
  return [...keepMost(presence), ...keepMost(isEdited ? [...edits, edit] : edits), ...keepMost(counts)].sort((a, b) => a.at - b.at);
}
