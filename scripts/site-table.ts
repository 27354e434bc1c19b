/** What each site's fixtures really show, as the table in README. Nothing in it is written by hand. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { editors } from '../editors/index.ts';
import { listSites } from '../sites/_index.ts';
import type { Site } from '../sites/_site.ts';
import { fallback } from '../sites/_table.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
export const readme = `${root}README.md`;
const fixtures = `${root}tests/fixtures/sites/`;
const begin = '<!-- the sites, written by `node scripts/site-table.mjs` -->';
const end = '<!-- end of the sites -->';

interface Shown {
  posts: {
    kind: string;
    author: { handle?: string; name?: string };
    url?: string;
    postedAt?: number;
    own?: boolean;
    counts?: Record<string, number>;
  }[];
  replyControls: string[];
}

const listFixtures = (id: string): string[] =>
  readdirSync(fixtures + id)
    .filter((name) => name.endsWith('.html'))
    .map((name) => `${fixtures}${id}/${name}`);

const readShown = (path: string): Shown => JSON.parse(readFileSync(path.replace(/html$/, 'json'), 'utf8')) as Shown;

/** The editors whose insertion is tested on the real library. */
function listTested(): ReadonlySet<string> {
  const source = readFileSync(`${root}tests/page/editors.test.ts`, 'utf8');
  return new Set([...source.matchAll(/editor: '([^']+)'/g)].map(([, name]) => name ?? ''));
}

/** The editors of the reply fields that a site's fixtures show. */
function listEditors(id: string, site: Site, paths: readonly string[]): string[] {
  // On unknown pages any field of several lines may be a reply box.
  const selector = id === fallback ? 'textarea, [contenteditable]' : site.composers.join(',');
  if (selector === '') return [];
  const fields = paths.flatMap((path) => [...parseHTML(readFileSync(path, 'utf8')).document.querySelectorAll(selector)]);
  return [...new Set(fields.map((field) => editors.find((one) => one.claims(field as HTMLElement))?.name ?? ''))].sort();
}

/** How many of the posts: all, most, some or none. */
function say(part: number, all: number): string {
  if (part === 0) return '–';
  if (part === all) return 'yes';
  return part * 2 >= all ? 'most' : 'some';
}

/** In the order of the model. */
const counted = ['likes', 'replies', 'reposts', 'views'];

const plural: Record<string, string> = { post: 'posts', comment: 'comments', review: 'reviews', message: 'messages' };

function makeRow(id: string, site: Site, tested: ReadonlySet<string>): string[] {
  const paths = listFixtures(id);
  const shown = paths.map(readShown);
  const posts = shown.flatMap((one) => one.posts);
  const count = (has: (post: Shown['posts'][number]) => unknown) => say(posts.filter(has).length, posts.length);
  const inserts = listEditors(id, site, paths).filter((name) => tested.has(name));
  return [
    site.name,
    Object.keys(plural)
      .filter((kind) => posts.some((post) => post.kind === kind))
      .map((kind) => plural[kind])
      .join(', ') || '–',
    count(({ author }) => author.handle ?? author.name),
    count(({ url }) => url),
    count(({ postedAt }) => postedAt),
    shown.some(({ replyControls }) => replyControls.length > 0) ? 'yes' : '–',
    inserts.join(', ') || '–',
    posts.some(({ own }) => own) ? 'yes' : '–',
    counted.filter((name) => posts.some(({ counts = {} }) => name in counts)).join(', ') || '–',
    site.basis,
  ];
}

const head = ['Site', 'Reads', 'Author', 'Permalink', 'Time', 'Opens the reply box', 'Inserts', 'Own posts', 'Counts', 'Rests on'];

export function makeTable(): string {
  const tested = listTested();
  const named = [...listSites()].sort((a, b) => a.site.name.localeCompare(b.site.name, 'en'));
  const sites = [...named.filter(({ id }) => id !== fallback), ...named.filter(({ id }) => id === fallback)];
  const rows = [head, head.map(() => '---'), ...sites.map(({ id, site }) => makeRow(id, site, tested))];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** README with the table of today in it. */
export function withTable(text: string): string {
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`README.md has no "${begin}" … "${end}"`);
  return `${before}${begin}\n\n${makeTable()}\n\n${end}${after}`;
}
