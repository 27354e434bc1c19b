/**
 * How much it costs to look for 10, 1,000 and 10,000 keywords in posts, and to get ready. The limit is one pass that only reads each unit and
 * folds it through a table: nothing that looks at the text can be cheaper.
 */
import { AhoCorasick } from '@monyone/aho-corasick/fast';
import { compileMatcher } from '../../core/matcher.ts';
import { type Figure, figure, median } from './figure.ts';
import { hardQueries, inventKeywords, inventPosts, inventQueries, type Listened } from './matching-posts.ts';

const rounds = 151;
/** Rounds nobody counts, in which the engine learns the code. */
const warmUp = 25;

const folds = new Uint16Array(0x10000);
for (let unit = 0; unit < folds.length; unit++) folds[unit] = String.fromCharCode(unit).toLowerCase().normalize('NFD').charCodeAt(0);

/** What came out of the work, so that no engine may leave it undone. */
let sink = 0;

function readFold(text: string): void {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += folds[text.charCodeAt(i)] as number;
  sink = (sink + sum) | 0;
}

const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}\p{M}_]/u.test(char);
const isWord = (text: string, start: number, end: number): boolean => !isLetter(text[start - 1]) && !isLetter(text[end]);

function createAhoCorasick(keywords: readonly Listened[]): (text: string) => void {
  const automaton = new AhoCorasick(keywords.map(({ query }) => query.toLowerCase()));
  return (text) => {
    const folded = text.toLowerCase();
    for (const { begin, end } of automaton.matchInText(folded)) if (isWord(folded, begin, end)) sink = (sink + 1) | 0;
  };
}

function createNaive(keywords: readonly Listened[]): (text: string) => void {
  const queries = keywords.map(({ query }) => query.toLowerCase());
  return (text) => {
    const folded = text.toLowerCase();
    for (const query of queries) {
      for (let at = folded.indexOf(query); at >= 0; at = folded.indexOf(query, at + 1))
        if (isWord(folded, at, at + query.length)) sink = (sink + 1) | 0;
    }
  };
}

interface Task {
  name: string;
  work: (text: string) => void;
  posts: readonly string[];
  units: number;
  times: number[];
}

const countUnits = (posts: readonly string[]): number => posts.reduce((sum, post) => sum + post.length, 0);

/** Gives a task as many posts as take about 2 ms: the slow ones do not take the evening, and other programs disturb few rounds. */
function createTask(name: string, all: readonly string[], work: (text: string) => void): Task {
  for (const post of all.slice(0, 100)) work(post);
  const begin = performance.now();
  for (const post of all.slice(0, 20)) work(post);
  const each = Math.max((performance.now() - begin) / 20, 0.0002);
  const posts = all.slice(0, Math.max(4, Math.min(all.length, Math.ceil(2 / each))));
  return { name, work, posts, units: countUnits(posts), times: [] };
}

function runRound(tasks: readonly Task[], counted: boolean): void {
  for (const { work, posts, units, times } of tasks) {
    const begin = performance.now();
    for (const post of posts) work(post);
    const nanoseconds = ((performance.now() - begin) * 1e6) / units;
    if (counted) times.push(nanoseconds);
  }
}

function measure(count: number, keywords: readonly Listened[], posts: readonly string[]): Figure[] {
  const listened = keywords.slice(0, count);
  const matcher = compileMatcher(listened);
  const tasks = [
    createTask('earshot', posts, (text) => {
      sink = (sink + matcher.matchText(text).length) | 0;
    }),
    createTask('read-fold', posts, readFold),
    createTask('@monyone/aho-corasick/fast', posts, createAhoCorasick(listened)),
    createTask('naive', posts, createNaive(listened)),
  ];
  for (let round = 0; round < warmUp + rounds; round++) runRound(tasks, round >= warmUp);
  const [ours, ...yardsticks] = tasks.map((task) => ({ name: task.name, value: median(task.times) }));
  return yardsticks.map((yardstick) => figure(`matching/${count}`, ours?.value ?? Number.NaN, 'ns/unit', yardstick.name, yardstick.value));
}

/** Queries with operators: what they cost beside plain words, in posts of which everything is known. */
function measureMixed(name: string, queries: readonly Listened[], posts: readonly string[]): Figure {
  const matcher = compileMatcher(queries);
  const tasks = [
    createTask('earshot', posts, (text) => {
      const heard = {
        text,
        site: 'reddit',
        host: 'www.reddit.com',
        kind: 'comment',
        author: { handle: 'jane' },
        lang: 'en',
        links: [],
      } as const;
      sink = (sink + matcher.match(heard).keywordIds.length) | 0;
    }),
    createTask('read-fold', posts, readFold),
  ];
  for (let round = 0; round < warmUp + rounds; round++) runRound(tasks, round >= warmUp);
  const [ours, limit] = tasks.map((task) => median(task.times));
  return figure(name, ours ?? Number.NaN, 'ns/unit', 'read-fold', limit ?? Number.NaN);
}

function measureBuild(name: string, keywords: readonly Listened[]): Figure {
  const text = 'The quick brown fox, 10 megabytes of it. '.repeat(260_000).slice(0, 10_000_000);
  const flat = JSON.parse(JSON.stringify(text)) as string;
  const ours: number[] = [];
  const limit: number[] = [];
  for (let round = 0; round < 15; round++) {
    const begin = performance.now();
    sink += compileMatcher(keywords).size;
    const between = performance.now();
    readFold(flat);
    limit.push(performance.now() - between);
    ours.push(between - begin);
  }
  return figure(name, median(ours), 'ms', 'read-fold of 10 MB', median(limit));
}

export async function run(): Promise<Figure[]> {
  const keywords = inventKeywords(10_000);
  const posts = inventPosts(1_000, keywords);
  const figures = [10, 1_000, 10_000].flatMap((count) => measure(count, keywords, posts));
  figures.push(
    ...[10, 1_000, 10_000].map((count) => measureMixed(`matching/mixed-${count}`, inventQueries(keywords.slice(0, count)), posts)),
  );
  figures.push(measureMixed('matching/hard-1000', [...inventQueries(keywords.slice(0, 1_000)), ...hardQueries], posts));
  figures.push(measureBuild('matching/build-10000', keywords));
  figures.push(measureBuild('matching/build-mixed-10000', inventQueries(keywords)));
  if (sink === 0) throw new Error('nothing was found');
  return figures;
}
