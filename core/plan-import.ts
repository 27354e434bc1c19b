/** What an import would do, reply by reply, before anything is changed. */
import type { IncomingReply } from './import-replies.ts';
import type { Reply } from './model.ts';
import { findNearCopies } from './near-copies.ts';

/** `copy`: new, and nearly the same as one that is there or comes with it. */
export type Standing = 'new' | 'same' | 'changed' | 'copy';

export interface Planned extends IncomingReply {
  readonly standing: Standing;
  /** The one it is, or would take the place of. */
  readonly existing?: Reply;
  readonly alike?: { readonly title: string; readonly likeness: number };
  /** Its shortcut is another's, who keeps it. */
  readonly taken?: { readonly shortcut: string; readonly by: string };
}

const plain = (text: string): string => text.trim().toLowerCase();
const plainShortcut = (text: string): string => plain(text).replace(/^;+/, '');

/** What a person wrote; counts and dates do not make it another reply. */
const wordsOf = ({ title, body, shortcut, tags, folder = '', lang = '', favourite = false, variants = [] }: Reply): string =>
  JSON.stringify([title, body, shortcut, tags, folder, lang, favourite, [...variants].sort((a, b) => (a.site < b.site ? -1 : 1))]);

/** All of it, in one order of fields. */
const allOf = (reply: Reply): string => JSON.stringify(Object.entries(reply).sort(([a], [b]) => (a < b ? -1 : 1)));

function findExisting({ reply, hasId }: IncomingReply, byId: Map<string, Reply>, byTitle: Map<string, Reply>): Reply | undefined {
  if (hasId && byId.has(reply.id)) return byId.get(reply.id);
  const same = byTitle.get(plain(reply.title));
  return same && (!hasId || wordsOf(same) === wordsOf(reply)) ? same : undefined;
}

/** From another tool comes less than is kept here: counts, and what that tool has no word for, stay. */
function mergeInto(existing: Reply, { reply, hasId }: IncomingReply): Reply {
  if (hasId) return { ...reply, id: existing.id };
  const { id, createdAt, usedCount, lastUsedAt } = existing;
  const tags = [...new Set([...existing.tags, ...reply.tags])];
  const shortcut = reply.shortcut || existing.shortcut;
  return { ...existing, ...reply, id, createdAt, usedCount, tags, shortcut, ...(lastUsedAt === undefined ? {} : { lastUsedAt }) };
}

function compare(one: IncomingReply, existing: Reply): Planned {
  const merged = mergeInto(existing, one);
  const isSame = one.hasId ? allOf(merged) === allOf(existing) : wordsOf(merged) === wordsOf(existing);
  return { ...one, reply: merged, existing, standing: isSame ? 'same' : 'changed' };
}

export function planImport(incoming: readonly IncomingReply[], kept: readonly Reply[]): Planned[] {
  const byId = new Map(kept.map((reply) => [reply.id, reply]));
  const byTitle = new Map(kept.map((reply) => [plain(reply.title), reply]));
  const met = new Set<string>();
  const rows = incoming.map((one): Planned => {
    const existing = findExisting(one, byId, byTitle);
    // Two rows of a file may not both take the place of one reply.
    if (!existing || met.has(existing.id)) return { ...one, standing: 'new' };
    met.add(existing.id);
    return compare(one, existing);
  });
  return noteShortcuts(noteCopies(rows, kept), kept);
}

function noteCopies(rows: readonly Planned[], kept: readonly Reply[]): Planned[] {
  const fresh = rows.filter(({ standing }) => standing === 'new').map(({ reply }) => reply);
  const titles = new Map([...kept, ...fresh].map(({ id, title }) => [id, title]));
  const copies = findNearCopies(fresh, kept);
  // Within the file only the later of two is the copy.
  const order = new Map(fresh.map(({ id }, i) => [id, i]));
  const inside = findNearCopies(fresh, fresh);
  return rows.map((row) => {
    const within = inside.get(row.reply.id);
    const isLater = within && (order.get(within.of) ?? 0) < (order.get(row.reply.id) ?? 0);
    const copy = copies.get(row.reply.id) ?? (isLater ? within : undefined);
    if (row.standing !== 'new' || !copy) return row;
    return { ...row, standing: 'copy', alike: { title: titles.get(copy.of) ?? '', likeness: copy.likeness } };
  });
}

function noteShortcuts(rows: readonly Planned[], kept: readonly Reply[]): Planned[] {
  const replaced = new Set(rows.flatMap(({ existing }) => (existing ? [existing.id] : [])));
  const owners = new Map<string, { id: string; title: string }>();
  for (const reply of [...kept.filter(({ id }) => !replaced.has(id)), ...rows.flatMap(({ existing }) => existing ?? [])])
    if (plainShortcut(reply.shortcut)) owners.set(plainShortcut(reply.shortcut), reply);
  return rows.map((row) => {
    const shortcut = plainShortcut(row.reply.shortcut);
    const owner = shortcut ? owners.get(shortcut) : undefined;
    if (shortcut && !owner) owners.set(shortcut, row.reply);
    if (!owner || owner.id === row.reply.id) return row;
    const reply = { ...row.reply, shortcut: row.existing?.shortcut ?? '' };
    return { ...row, reply, taken: { shortcut: row.reply.shortcut, by: owner.title } };
  });
}

/** What is taken over unless the person says otherwise: what is new here and what is changed. */
export const isWanted = ({ standing }: Planned): boolean => standing === 'new' || standing === 'changed';
