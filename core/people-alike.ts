/**
 * Who may be the same person under another name. Only a suggestion: two people share a handle or a name every day, so each comes with what
 * speaks for it, nothing is ever merged by itself, and what was denied once is not asked again.
 */
import { foldText } from './fold.ts';
import { splitPersonId } from './people.ts';

/** A name someone writes under. `group` are the ids it is already known to belong to. */
export interface Alias {
  readonly id: string;
  readonly name: string;
  readonly url?: string | undefined;
  /** An address of their own, as kept by hand. */
  readonly website?: string | undefined;
  readonly group: readonly string[];
  readonly notSameAs: readonly string[];
}

export type Likeness = { readonly type: 'link' | 'handle' | 'name'; readonly value: string };

export interface SamePerson {
  readonly a: string;
  readonly b: string;
  /** What speaks for it, the strongest first. */
  readonly reasons: readonly Likeness[];
  /** `likely`: two things agree, or an address of their own does. Never more than that. */
  readonly strength: 'likely' | 'possible';
}

/** Shorter handles are taken by anyone, and these by whoever comes first. */
const shortestHandle = 5;
const anyones: ReadonlySet<string> = new Set(
  'admin administrator moderator support contact hello info news official team community anonymous guest someone nobody user username test tester webmaster automoderator deleted removed'.split(
    ' ',
  ),
);

/** What of a handle is the person's own choice: without server, without signs. */
export function handleKey(id: string): string | undefined {
  const { handle } = splitPersonId(id);
  const own = handle
    .trim()
    .replace(/^(?:\/?u\/|@)/i, '')
    .replace(/@.*$/, '')
    .replace(/\.bsky\.social$/i, '');
  const key = foldText(own).replace(/[._\-\s]/g, '');
  return key.length >= shortestHandle && !anyones.has(key) && !/^\d+$/.test(key) ? key : undefined;
}

/** At least two words: a first name alone is half the world's. */
function nameKey(name: string): string | undefined {
  const words = foldText(name)
    .replace(/[^\p{L}\p{M}\s'-]/gu, ' ')
    .trim()
    .split(/\s+/)
    .filter((word) => word.length > 1);
  return words.length >= 2 && words.join('').length >= 6 ? words.join(' ') : undefined;
}

/** Host and path; a page of its own says who somebody is, the front page of a large site does not. */
const web = /^https?:\/\/(?:www\.)?([^/?#:]+)(?::\d+)?([^?#]*)/i;

function linkKey(address: string | undefined): string | undefined {
  const [, host = '', path = ''] = web.exec(address?.trim() ?? '') ?? [];
  return host.includes('.') ? `${host}${path.replace(/\/+$/, '')}`.toLowerCase() : undefined;
}

interface Keys {
  readonly alias: Alias;
  readonly link: readonly string[];
  readonly handle: string | undefined;
  readonly name: string | undefined;
}

const keysOf = (alias: Alias): Keys => ({
  alias,
  link: [...new Set([linkKey(alias.url), linkKey(alias.website)].filter((key) => key !== undefined))],
  handle: handleKey(alias.id),
  name: nameKey(alias.name),
});

/** More who share it than this: it tells nothing. */
const mostSharing = 4;

function groupBy(all: readonly Keys[], list: (keys: Keys) => readonly string[]): Keys[][] {
  const groups = new Map<string, Keys[]>();
  for (const keys of all) for (const key of list(keys)) groups.set(key, [...(groups.get(key) ?? []), keys]);
  return [...groups.values()].filter((group) => group.length > 1 && group.length <= mostSharing);
}

const isDenied = (a: Alias, b: Alias): boolean =>
  a.group.includes(b.id) ||
  a.notSameAs.some((id) => b.group.includes(id) || id === b.id) ||
  b.notSameAs.some((id) => a.group.includes(id) || id === a.id);

function compare(a: Keys, b: Keys): SamePerson | undefined {
  const [one, other] = a.alias.id < b.alias.id ? [a, b] : [b, a];
  const shared = one.link.find((link) => other.link.includes(link));
  const reasons: Likeness[] = [
    ...(shared ? [{ type: 'link' as const, value: shared }] : []),
    ...(one.handle && one.handle === other.handle ? [{ type: 'handle' as const, value: splitPersonId(one.alias.id).handle }] : []),
    ...(one.name && one.name === other.name ? [{ type: 'name' as const, value: one.alias.name }] : []),
  ];
  if (reasons.length === 0) return undefined;
  return { a: one.alias.id, b: other.alias.id, reasons, strength: shared || reasons.length > 1 ? 'likely' : 'possible' };
}

/** On one site a handle is one account, and two accounts with one name there are two people as likely as one. */
const isOneSite = (a: Alias, b: Alias): boolean => splitPersonId(a.id).site === splitPersonId(b.id).site;

/** The likeliest first, each pair of people once. */
export function suggestSame(aliases: readonly Alias[], most = 20): SamePerson[] {
  const all = aliases.map(keysOf);
  const groups = [
    ...groupBy(all, ({ link }) => link),
    ...groupBy(all, ({ handle }) => (handle ? [handle] : [])),
    ...groupBy(all, ({ name }) => (name ? [name] : [])),
  ];
  const found = new Map<string, SamePerson>();
  for (const group of groups) for (const [a, b] of pairs(group)) addPair(found, a, b);
  return [...found.values()].sort((a, b) => scoreOf(b) - scoreOf(a) || (a.a + a.b < b.a + b.b ? -1 : 1)).slice(0, most);
}

const scoreOf = ({ strength, reasons }: SamePerson): number => (strength === 'likely' ? 10 : 0) + reasons.length;

const pairs = (group: readonly Keys[]): [Keys, Keys][] => group.flatMap((a, i) => group.slice(i + 1).map((b): [Keys, Keys] => [a, b]));

const groupKey = ({ id, group }: Alias): string => [...group, id].sort()[0] ?? id;

function addPair(found: Map<string, SamePerson>, a: Keys, b: Keys): void {
  if (isOneSite(a.alias, b.alias) || isDenied(a.alias, b.alias)) return;
  const key = [groupKey(a.alias), groupKey(b.alias)].sort().join('\n');
  const pair = compare(a, b);
  const known = found.get(key);
  if (pair && (!known || scoreOf(pair) > scoreOf(known))) found.set(key, pair);
}
