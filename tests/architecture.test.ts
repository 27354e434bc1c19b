import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  folders,
  isOurs,
  listClosure,
  listSources,
  packageOf,
  readImports,
  readSource,
  roomOf,
  root,
  stripComments,
} from './architecture/graph.ts';

interface Rule {
  rooms: readonly string[];
  packages: readonly string[];
}

/** Our own pages show sites by name and ask for their hosts; see docs/decisions/0001. */
const ownPage: Rule = {
  rooms: ['core', 'sites', 'messages', 'storage', 'components'],
  packages: ['preact', 'wxt', 'lucide', 'simple-icons'],
};

/** A room may always import from itself. */
const rules: Record<string, Rule> = {
  core: { rooms: [], packages: ['zod'] },
  sites: { rooms: ['core'], packages: [] },
  editors: { rooms: [], packages: [] },
  messages: { rooms: ['core'], packages: ['zod', 'wxt'] },
  storage: { rooms: ['core'], packages: ['dexie'] },
  // @tanstack/virtual-core: docs/decisions/0018; chrono-node: docs/decisions/0019.
  components: { rooms: ['core'], packages: ['preact', 'lucide', 'simple-icons', '@tanstack/virtual-core', 'chrono-node'] },
  // It fills replies in where no page of ours is open, with the code and the words those have; nothing that draws (see below).
  'entrypoints/background': { rooms: ['core', 'sites', 'messages', 'storage', 'components'], packages: ['wxt'] },
  'entrypoints/watch.content': { rooms: ['core', 'sites', 'editors', 'messages', 'components'], packages: ['wxt', 'preact'] },
  // A part of the script that listens, loaded only where it is needed.
  'entrypoints/errand.content': { rooms: ['core', 'sites', 'messages', 'entrypoints/watch.content'], packages: ['wxt'] },
  // What popup and dashboard do alike.
  'entrypoints/pages': ownPage,
  'entrypoints/popup': { ...ownPage, rooms: [...ownPage.rooms, 'entrypoints/pages'] },
  // papaparse: docs/decisions/0017.
  'entrypoints/dashboard': { packages: [...ownPage.packages, 'papaparse'], rooms: [...ownPage.rooms, 'entrypoints/pages'] },
  'entrypoints/welcome': ownPage,
  // They are shown inside web pages, so they have no database of their own (docs/decisions/0005).
  'entrypoints/picker': { ...ownPage, rooms: ['core', 'messages', 'components'] },
  'entrypoints/round': { ...ownPage, rooms: ['core', 'messages', 'components'] },
  'entrypoints/card': { ...ownPage, rooms: ['core', 'messages', 'components'] },
};

/** Only these may bring zod along: what is kept, what is sent, and what is read back from the second copy. */
const schemas = ['core/model.ts', 'messages/contract.ts', 'messages/receive.ts', 'storage/second-copy.ts'];

/** One file, one package, one reason each. */
const exceptions = [
  // The words of the interface come from the browser's own catalogue, in the person's language.
  'components/words.ts → wxt/browser',
  'components/words.ts → public/_locales/en/messages.json',
  'storage/second-copy.ts → zod',
  // Charts: docs/decisions/0025.
  'components/draw-chart.ts → uplot',
];

const sources = listSources();
const imports = sources.flatMap(readImports);
const contentScripts = sources.filter((file) => /^entrypoints\/[^/]+\.content(\/index)?\.tsx?$/.test(file));

test('every room has a rule', () => {
  expect([...new Set(sources.map(roomOf))].filter((room) => !rules[room])).toEqual([]);
});

test('a room imports only from the rooms it may', () => {
  const wrong = imports.filter(
    ({ from, to }) => isOurs(to) && roomOf(to) !== roomOf(from) && !rules[roomOf(from)]?.rooms.includes(roomOf(to)),
  );
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('a room uses only the packages it may', () => {
  const outside = imports.filter(({ to }) => !isOurs(to) && !to.endsWith('.css'));
  const wrong = outside.filter(({ from, to }) => !rules[roomOf(from)]?.packages.includes(packageOf(to)));
  expect(wrong.map(({ from, to }) => `${from} → ${to}`).filter((way) => !exceptions.includes(way))).toEqual([]);
});

test('schemas live in the model and the contract', () => {
  expect(
    imports
      .filter(({ to }) => packageOf(to) === 'zod')
      .map(({ from }) => from)
      .filter((file) => !schemas.includes(file)),
  ).toEqual([]);
});

test('sites and editors take only types from other rooms and know no browser', () => {
  const wrong = imports.filter(({ from, to, typeOnly }) => roomOf(from) === 'sites' && isOurs(to) && roomOf(to) === 'core' && !typeOnly);
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('components fetch nothing and know no storage', () => {
  expect(imports.filter(({ from, to }) => roomOf(from) === 'components' && /^(storage|messages)\//.test(to))).toEqual([]);
});

test.each(contentScripts)('%s brings neither the database nor the schemas into the page', (file) => {
  const ways = [...listClosure(file)].filter(
    ([to]) => ['dexie', 'zod'].includes(packageOf(to)) || to.startsWith('storage/') || schemas.includes(to),
  );
  expect(ways.map(([, way]) => way.join(' → '))).toEqual([]);
});

test.each(['picker', 'round', 'card'])('the frame %s, shown in web pages, never opens the database', (frame) => {
  const ways = [...listClosure(`entrypoints/${frame}/main.tsx`)].filter(([to]) => packageOf(to) === 'dexie' || to.startsWith('storage/'));
  expect(ways.map(([, way]) => way.join(' → '))).toEqual([]);
});

test('the background draws nothing', () => {
  const ways = [...listClosure('entrypoints/background.ts')].filter(([to]) => ['preact', 'lucide', 'simple-icons'].includes(packageOf(to)));
  expect(ways.map(([, way]) => way.join(' → '))).toEqual([]);
});

test('what is dark is dark on screens alone: paper is white', () => {
  const elsewhere = readFileSync(`${root}/components/theme.css`, 'utf8').replace(/@media screen[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  expect(elsewhere).not.toMatch(/color-scheme: dark/);
});

/** Where our own code may not say this, and the only file that may. */
const forbidden: { what: string; pattern: RegExp; in?: RegExp; except?: readonly string[] }[] = [
  { what: 'markup from a string', pattern: /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)\b/ },
  { what: 'a request', pattern: /\b(fetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection)/ },
  { what: 'code from a string', pattern: /\beval\s*\(|\bnew Function\b/ },
  { what: 'sending a form', pattern: /\.(submit|requestSubmit)\s*\(/, in: /^(editors|sites|entrypoints\/[^/]+\.content)\// },
  {
    what: 'a press',
    pattern: /\.click\s*\(|new (MouseEvent|PointerEvent)\b/,
    in: /^(editors|sites|core|messages|entrypoints\/[^/]+\.content)\//,
    except: ['entrypoints/errand.content/press-reply.ts'],
  },
  {
    what: 'a made-up Enter',
    pattern: /new KeyboardEvent\([^)]*['"](Enter|NumpadEnter|\\r|\\n)['"]/s,
    in: /^(editors|sites|entrypoints\/[^/]+\.content)\//,
  },
  { what: 'a made-up key in a page', pattern: /new KeyboardEvent\b/, in: /^(sites|entrypoints\/[^/]+\.content)\// },
];

test.each(forbidden)('nowhere: $what', ({ pattern, in: where, except = [] }) => {
  const files = sources.filter((file) => (!where || where.test(file)) && !except.includes(file));
  expect(files.filter((file) => pattern.test(stripComments(readSource(file))))).toEqual([]);
});

test('a reply is opened in one place, and that place presses nothing but the site’s own Reply control', () => {
  const file = 'entrypoints/errand.content/press-reply.ts';
  expect(sources).toContain(file);
  expect(stripComments(readSource(file)).match(/\.click\s*\(/g)).toHaveLength(1);
  expect(readSource(file)).toContain('replyControl');
});

/** The files in which rows of a table are written or removed. */
function listWriters(table: string): string[] {
  const name = String.raw`\b${table}(?:'\))?\s*\.\s*`;
  const onTable = new RegExp(String.raw`${name}(?:put|add|bulkPut|bulkAdd|bulkUpdate|update|upsert|delete|bulkDelete|clear)\s*\(`);
  // A collection may be taken from the table anywhere in the same statement.
  const onRows = new RegExp(
    String.raw`${name}(?:where|filter|toCollection|orderBy|limit|offset|reverse)\b[^;]*?\.\s*(?:modify|delete)\s*\(`,
  );
  return sources.filter((file) => {
    // In a page the word means another thing: it has no database.
    if (!/^(storage|entrypoints\/background)\b/.test(file)) return false;
    const code = stripComments(readSource(file));
    return onTable.test(code) || onRows.test(code);
  });
}

test.each([
  ['mentions', 'storage/mention-writes.ts'],
  ['answers', 'storage/answer-writes.ts'],
])('%s are written through one door', (table, door) => {
  expect(listWriters(table)).toEqual([door]);
});

test('the browser is reached through wxt/browser alone', () => {
  const wrong = sources.filter((file) =>
    /\b(chrome|window\.browser|globalThis\.browser)\.\w/.test(stripComments(readSource(file)).replace(/['"`][^'"`\n]*['"`]/g, '')),
  );
  expect(wrong).toEqual([]);
});

test('no folder is a drawer for everything', () => {
  const names = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(names.map(({ name }) => name).filter((name) => ['utils', 'helpers', 'common', 'lib', 'misc', 'src'].includes(name))).toEqual([]);
  expect(sources.filter((file) => /\/(utils|helpers|common|lib|misc)(\/|\.tsx?$)/.test(file))).toEqual([]);
  expect(folders.length).toBe(7);
});

test('what is counted anew in the tests is counted by other code than ours', () => {
  const folder = 'tests/e2e/recount';
  // It makes the rows up, and counts nothing.
  const files = readdirSync(`${root}/${folder}`).filter((name) => name !== 'fill.ts');
  const imports = files.flatMap((name) => readImports(`${folder}/${name}`));
  expect(imports.length).toBeGreaterThan(20);
  expect(imports.filter(({ to }) => isOurs(to) && !to.startsWith('tests/'))).toEqual([]);
});

test('files are named in kebab case', () => {
  expect(sources.filter((file) => !/^([a-z0-9_.-]+\/)+_?[a-z0-9.-]+\.tsx?$/.test(file))).toEqual([]);
});

test('no style asks what stands before just any element: each row that came or went would have all rows styled anew', () => {
  const sheets = ['components', 'entrypoints'].flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.css'))
      .map((file) => `${folder}/${file}`),
  );
  expect(sheets.length).toBeGreaterThan(0);
  expect(sheets.filter((file) => /[+~]\s*(?:\*|::)/.test(stripComments(readSource(file)).replace(/\([^()]*\)/g, '')))).toEqual([]);
});
