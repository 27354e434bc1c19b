/**
 * Two rows that are the same thing, one here and one in a file: what becomes of them. The newer wins where it is known which that is, counts
 * never go down, and what a person wrote is on neither side lost.
 */
import { mergeChanges } from './intent-changes.ts';
import type { Answer, Mention, MentionStatus, Person, Settings, Tally } from './model.ts';
import type { Fields } from './safe-json.ts';
import { changeTally, listPosts } from './tally.ts';

/** `newer`: what is newer. `file`: the file's, as someone wants who goes back to what was. */
export type Prefer = 'newer' | 'file';

const isGiven = (value: unknown): boolean => value !== undefined && value !== '';

/** Everything of `first`, and of `second` what that does not have. */
const fill = <T extends object>(first: T, second: T): T => ({
  ...second,
  ...Object.fromEntries(Object.entries(first).filter(([, value]) => isGiven(value))),
});

const union = <T>(a: readonly T[] = [], b: readonly T[] = []): T[] => [
  ...new Map([...a, ...b].map((one) => [JSON.stringify(one), one])).values(),
];

const listOrNone = <K extends string, T>(name: K, list: readonly T[], most: number): Partial<Record<K, T[]>> =>
  (list.length > 0 ? { [name]: list.slice(0, most) } : {}) as Partial<Record<K, T[]>>;

/** Both, one under the other, where neither says what the other does. */
export function joinNotes(here = '', file = '', most = 5_000): string {
  if (here.includes(file)) return here;
  if (file.includes(here)) return file;
  return `${here}\n\n${file}`.slice(0, most);
}

const times = ['updatedAt', 'at', 'checkedAt', 'lastUsedAt', 'createdAt'];

function timeOf(row: Fields): number {
  const found = times.map((name) => row[name]).filter((time) => typeof time === 'number');
  return Math.max(0, ...found);
}

const isFileNewer = (here: Fields, file: Fields): boolean => timeOf(file) > timeOf(here);

/** Set by hand beats set by itself, the later beats the earlier; one that nobody has touched says nothing. */
function mergeStatus(here: Mention, file: Mention): Pick<Mention, 'status'> & Partial<Mention> {
  const untouched: MentionStatus = here.own ? 'ignored' : 'new';
  const isFiles =
    here.statusAt === undefined && file.statusAt === undefined
      ? here.status === untouched && file.status !== untouched
      : (file.statusAt ?? 0) > (here.statusAt ?? 0);
  const { status, statusAt, moved, snoozedUntil, wokeAt } = isFiles ? file : here;
  return {
    status,
    ...(statusAt === undefined ? {} : { statusAt }),
    ...(moved === undefined ? {} : { moved }),
    ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
    ...(wokeAt === undefined ? {} : { wokeAt }),
  };
}

function mergeMention(here: Mention, file: Mention, prefer: Prefer): Mention {
  const {
    status: _,
    statusAt: __,
    moved: ___,
    snoozedUntil: ____,
    wokeAt: _____,
    ...post
  } = prefer === 'file' ? fill(file, here) : fill(here, file);
  const text = post.text;
  const hits = union(here.hits, file.hits).filter(({ end }) => end <= text.length);
  const note = joinNotes(here.note, file.note);
  return {
    ...post,
    // Offsets belong to their text: of an edited post only those of the text that stays.
    hits: here.text === file.text ? hits.slice(0, 500) : post.hits,
    keywordIds: union(here.keywordIds, file.keywordIds),
    seenAt: Math.min(here.seenAt, file.seenAt),
    ...mergeStatus(...(prefer === 'file' ? ([file, here] as const) : ([here, file] as const))),
    ...listOrNone('tags', union(here.tags, file.tags), 50),
    ...(note ? { note } : {}),
    ...listOrNone(
      'changes',
      union(here.changes, file.changes).sort((a, b) => a.at - b.at),
      50,
    ),
    ...listOrNone('rules', union(here.rules, file.rules), 50),
  };
}

function mergePerson(here: Person, file: Person, prefer: Prefer): Person {
  const [first, second] = prefer === 'file' ? [file, here] : [here, file];
  const fields = { ...second.fields, ...first.fields };
  return {
    ...fill(first, second),
    tags: union(here.tags, file.tags),
    note: joinNotes(here.note, file.note, 20_000),
    ...listOrNone('sameAs', union(here.sameAs, file.sameAs), 50),
    ...listOrNone('notSameAs', union(here.notSameAs, file.notSameAs), 200),
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
  };
}

/** Those of a team pack: nobody's name, no brand, no place. They say nothing against anyone's own. */
const isBare = ({ me, brand, places, welcomed }: Settings): boolean =>
  !welcomed && me.name === '' && brand === '' && Object.keys(places).length === 0;

/** A setting that stands here stays; where the file is preferred it is the other way about. Lists by name are joined. */
function mergeSettings(here: Settings, file: Settings, asked: Prefer): Settings {
  const prefer = isBare(file) ? 'newer' : asked;
  const [first, second] = prefer === 'file' ? [file, here] : [here, file];
  const changes = mergeChanges(first.intentChanges, second.intentChanges);
  const handles = { ...second.myHandles, ...first.myHandles };
  const notes = { ...second.communityNotes, ...first.communityNotes };
  return {
    ...fill(first, second),
    me: { ...first.me, name: first.me.name || second.me.name },
    places: { ...second.places, ...first.places },
    welcomed: here.welcomed || file.welcomed,
    ...(Object.keys(handles).length > 0 ? { myHandles: handles } : {}),
    ...(Object.keys(notes).length > 0 ? { communityNotes: notes } : {}),
    ...(changes ? { intentChanges: changes } : {}),
    ...listOrNone('hushed', union(here.hushed, file.hushed), 500),
  };
}

const untoldOf = (tally: Tally): number => Math.max(0, tally.count - listPosts(tally).length);

/** A post that both have counted is counted once; of those that are only counts the more are right. */
function mergeTally(here: Tally, file: Tally): Tally {
  if (!here.posts || !file.posts) return here.count >= file.count ? here : file;
  const known = new Set(listPosts(here).map(({ post }) => post));
  const joined = changeTally(here, { out: [], in: listPosts(file).filter(({ post }) => !known.has(post)) });
  return { ...joined, count: listPosts(joined).length + Math.max(untoldOf(here), untoldOf(file)) };
}

const byMost =
  (field: string) =>
  (here: Fields, file: Fields): Fields => ({ ...here, [field]: Math.max(Number(here[field]), Number(file[field])) });

function mergeReply(here: Fields, file: Fields, prefer: Prefer): Fields {
  const isFiles = prefer === 'file' || Number(file.updatedAt) > Number(here.updatedAt);
  const used = Math.max(Number(here.usedCount), Number(file.usedCount));
  const last = Math.max(Number(here.lastUsedAt ?? 0), Number(file.lastUsedAt ?? 0));
  return { ...(isFiles ? file : here), usedCount: used, ...(last > 0 ? { lastUsedAt: last } : {}) };
}

type Merge = (here: Fields, file: Fields, prefer: Prefer) => Fields;

const merges: Readonly<Record<string, Merge>> = {
  // The rows have been through their schemas: this is where their types are named.
  mentions: (here, file, prefer) => mergeMention(here as unknown as Mention, file as unknown as Mention, prefer),
  people: (here, file, prefer) => mergePerson(here as unknown as Person, file as unknown as Person, prefer),
  settings: (here, file, prefer) => mergeSettings(here as unknown as Settings, file as unknown as Settings, prefer),
  answers: (here, file) => fill(here as unknown as Answer, file as unknown as Answer) as unknown as Fields,
  replies: mergeReply,
  exposures: byMost('posts'),
  coverage: byMost('posts'),
  tallies: (here, file) => mergeTally(here as unknown as Tally, file as unknown as Tally) as unknown as Fields,
};

export function mergeRow(table: string, here: Fields, file: Fields, prefer: Prefer): Fields {
  const merge = merges[table];
  if (merge) return merge(here, file, prefer);
  return prefer === 'file' || isFileNewer(here, file) ? file : here;
}
