/** Posts and keywords as people write them, the same in each run: invented words by Zipf's law, with names, tags, links, emoji and accents. */

const common = (
  'the to and a of in is it you that i for on was with my but this have be at not they just so what all we do your like me get can are if out ' +
  'up about when no from or one an there would really time people know how good more been had think new now she he day love want right see ' +
  'today great still going back thing could way make after work who even got only need first did then than never over their any some too ' +
  'year app update phone support service team customer price order anyone else tried switch better worse broken issue feature version'
).split(' ');
const syllables = 'ba ce di fo gu ka le mi no pu ra se ti vo za bri clo dra fle gri pla sto tri vel nor tan mex lux zen kor pix'.split(' ');
/** What the posts' own rare words are made of, so that they are not taken for keywords by accident. */
const others = 'ash bel con dar est fin gor hab ill jun kep lor mun oct per qui rel sud tem und var wil yor'.split(' ');
const decorations = [
  '!',
  '!!',
  '?',
  '...',
  ' 😀',
  ' 🚀🚀',
  ' ❤️',
  ' 👍🏽',
  ' https://t.co/a8Bc3dE',
  ' (via example.com)',
  ' #mondaymood',
  ' @someone_else',
];
const foreign = ['café', 'déjà vu', 'über', 'naïve', 'señor', 'façade', 'Straße', '東京に行きました', 'спасибо', '감사합니다'];

/** A small generator with a seed: the same posts in each run. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Listened {
  id: string;
  query: string;
}

/** Brands and people: single names, phrases, tags, handles and domains. */
export function inventKeywords(count: number, seed = 7): Listened[] {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const name = () => Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables)).join('');
  const queries = new Set<string>();
  while (queries.size < count) {
    const kind = random();
    if (kind < 0.6) queries.add(name());
    else if (kind < 0.75) queries.add(`${name()} ${name()}`);
    else if (kind < 0.85) queries.add(`${pick(common)} ${name()} ${pick(common)}`);
    else if (kind < 0.92) queries.add(`#${name()}`);
    else if (kind < 0.97) queries.add(`@${name()}`);
    else queries.add(`${name()}.com`);
  }
  return [...queries].map((query, n) => ({ id: `keyword-${n}`, query }));
}

/** The word of a keyword that names something: nobody listens for all that begins with "the". */
const longestWord = (query: string): string => (query.match(/\w+/g) ?? []).reduce((a, b) => (b.length > a.length ? b : a), '');

/**
 * Queries that no reader can be spared by: their words, or what begins with their letters, are in nearly every post. The first is true of
 * every post that is read.
 */
export const hardQueries: readonly Listened[] = [
  'the* AND lang:en',
  '(price OR support) AND (time OR people)',
  'really NEAR/3 you',
  'wh* NOT about',
].map((query, n) => ({ id: `hard-${n}`, query }));

/**
 * Half of them plain; the rest with guards, alternatives, distances, wildcards, exact letters, fields and addresses. A star follows a name:
 * one in twelve once followed the first word of a phrase, so that `the*` made a mention of every post (`hardQueries` keeps that case).
 */
export function inventQueries(keywords: readonly Listened[], seed = 13): Listened[] {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const other = () => pick(keywords).query;
  const forms: ((query: string) => string)[] = [
    (query) => `${query} NOT (${pick(common)} OR ${pick(common)} ${pick(common)})`,
    (query) => `(${query} OR ${other()}) AND (${pick(common)} OR ${pick(common)})`,
    (query) => `${query} NEAR/5 (${pick(common)} OR ${pick(common)})`,
    (query) => `"${query}" OR ${other()} OR {${other()}}`,
    (query) => `${longestWord(query)}* AND lang:en`,
    (query) => `${query} site:(reddit OR x) NOT kind:review`,
  ];
  return keywords.map(({ id, query }) => ({ id, query: random() < 0.5 ? query : pick(forms)(query) }));
}

/** Posts of about 280 units, of which one in five names one of the keywords. */
export function inventPosts(count: number, keywords: readonly Listened[], seed = 11): string[] {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const zipf = (): string => common[Math.floor(common.length ** random()) - 1] ?? 'the';
  const rare = () => Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(others)).join('');
  const word = (): string => {
    const kind = random();
    if (kind < 0.86) return zipf();
    if (kind < 0.97) return rare() + pick(['', 's', 'ing', 'ed']);
    return random() < 0.1 ? pick(foreign) : `${zipf()},`;
  };
  const posts: string[] = [];
  for (let n = 0; n < count; n++) {
    const named = random() < 0.2 ? 5 + Math.floor(random() * 30) : -1;
    const words: string[] = [];
    for (let size = 0; size < 270; size += (words.at(-1)?.length ?? 0) + 1) {
      words.push(words.length === named ? pick(keywords).query : random() < 0.04 ? word() + pick(decorations) : word());
    }
    const text = words.join(' ');
    posts.push(text.charAt(0).toUpperCase() + text.slice(1));
  }
  // A text that was put together is a tree of pieces until it is read; the page's are flat.
  return JSON.parse(JSON.stringify(posts)) as string[];
}
