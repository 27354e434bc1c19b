import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createHandlers } from '../../../entrypoints/background/handlers.ts';
import { contract, type Handlers, type MessageName, type Sender } from '../../../messages/contract.ts';
import { classify, createReceiver, type RawSender } from '../../../messages/receive.ts';
import { openDatabase } from '../../../storage/db.ts';
import { saveKeywords } from '../../../storage/keywords.ts';
import { saveBatch } from '../../../storage/mentions.ts';
import { begin } from '../../../storage/settings.ts';
import { makeCapture, makeGoal, makeKeyword, makePlay, makeReply, now, startAnew } from './made-up.ts';

beforeEach(startAnew);

const own = { id: 'earshot-id', origin: 'chrome-extension://earshot-id' };
const tab = { id: 7, incognito: false };

const senders: Record<Sender | 'other' | 'ghost', RawSender> = {
  page: { id: own.id, origin: 'https://x.com', url: 'https://x.com/home', tab, frameId: 0 },
  frame: { id: own.id, origin: own.origin, url: `${own.origin}/picker.html`, tab, frameId: 3 },
  extension: { id: own.id, origin: own.origin, url: `${own.origin}/dashboard.html`, tab, frameId: 0 },
  other: { id: 'another-extension', origin: own.origin, url: `${own.origin}/dashboard.html` },
  ghost: { id: own.id, origin: 'https://x.com', url: 'https://x.com/' },
};

const bodies: { [N in MessageName]: unknown } = {
  'capture/save': { key: 'k', captures: [makeCapture(1)], scanned: [{ site: 'x', hour: now, posts: [1] }] },
  'page/hello': { place: 'x', site: 'x' },
  'page/answering': { state: 'done' },
  'page/errand': { mentionId: 'x:1' },
  'page/box': { mentionId: 'x:1', inserted: true },
  'post/seen': { posts: [{ site: 'x', postId: '2', own: true, text: 'Thanks' }] },
  'post/gone': { site: 'x', posts: [{ postId: '1', what: 'deleted' }] },
  'mention/elsewhere': { id: 'x:1' },
  'handle/learn': { place: 'x', handle: 'ada' },
  'badge/count': { count: 3 },
  'round/read': { url: 'https://x.com/search?q=acme', posts: 3 },
  'round/start': { choice: { sites: ['x'], keywordIds: ['k1'], notifications: true, within: 12 } },
  'round/move': { to: 'next' },
  'round/state': {},
  'site/check': { site: 'x', page: 'x.com/home', found: [{ selector: 'article', count: 0 }], posts: 0 },
  'site/dismissCheck': { site: 'x' },
  'reply/list': {},
  'picker/ask': { name: 'tab/context', body: {} },
  'reply/advice': { context: { site: 'X', siteId: 'x' } },
  'shortcut/typed': { word: '' },
  'reply/hush': { key: 'repeated@x', hushed: true },
  'community/saveNote': { id: 'reddit:r/devops', text: 'No links', noPromotion: true },
  'answer/save': { answer: { id: 'a', insertedAt: now } },
  'keyword/save': { keywords: [makeKeyword('k1')] },
  'keyword/remove': { id: 'k1' },
  'mute/kept': { posts: [{ muteId: 'm1', posts: [1] }] },
  'mute/save': { mutes: [{ id: 'm1', kind: 'phrase', value: 'rocket salad', createdAt: now }] },
  'mute/remove': { id: 'm1' },
  'reply/save': { replies: [makeReply('r1')] },
  'reply/remove': { id: 'r1' },
  'reply/import': { replies: [makeReply('r1')], macros: [], removeReplies: [], removeMacros: [] },
  'macro/save': { macros: [{ id: 'm1', name: 'Thank', addTags: [], createdAt: now }] },
  'macro/remove': { id: 'm1' },
  'macro/run': { id: 'm1', mentionId: 'x:1' },
  'mention/change': { ids: ['x:1'], change: { note: 'Later' } },
  'mention/correct': { id: 'x:1', sentiment: 'negative' },
  'turningPoint/judge': { id: 'k1:0:up', state: 'muted', note: 'our launch' },
  'mention/putBack': { changes: [{ id: 'x:1', was: { note: null }, made: { note: 'Later' } }] },
  'view/save': { views: [{ id: 'v1', name: 'Stars', query: 'is:starred', sort: 'time', order: 1, createdAt: now }] },
  'view/remove': { id: 'v1' },
  'mention/setStatus': { ids: ['x:1'], status: 'done' },
  'mention/answer': { id: 'x:1' },
  'mention/card': { id: 'x:1' },
  'mention/advice': { id: 'x:1', keywordId: '' },
  'mute/covers': { mute: { id: 'm1', kind: 'phrase', value: 'rocket salad', createdAt: now }, except: 'x:1' },
  'keyword/leaveOut': { id: 'k1', words: 'salad' },
  'draft/save': { id: 'report month:2026-11-01 summary', text: 'A good mon' },
  'note/draft': { id: 'x:1', text: 'Likes' },
  'person/saveNote': { id: 'x:ann', name: 'Ann', note: 'Likes tea' },
  'goal/save': { goals: [makeGoal()] },
  'goal/remove': { id: 'g1' },
  'audit/save': { audit: { id: 'a1', at: now, from: now, to: now, counts: { posts: 10 } } },
  'audit/remove': { id: 'a1' },
  'report/save': { draft: { id: 'month:2026-11-01', texts: { summary: 'Quiet.' }, updatedAt: now } },
  'play/save': { plays: [makePlay('p1')] },
  'play/remove': { id: 'p1' },
  'play/move': { id: 'p1', by: 1 },
  'play/for': { context: { site: 'X', siteId: 'x' } },
  'person/save': { id: 'x:ann', change: { tags: ['lead'], fields: { company: 'Acme' } } },
  'person/join': { a: 'x:ann', b: 'reddit:ann' },
  'person/split': { id: 'x:ann' },
  'person/apart': { a: 'x:ann', b: 'reddit:ann' },
  'person/restore': { people: [{ id: 'x:ann', name: 'Ann', tags: [], note: '' }] },
  'rule/save': { rules: [{ id: 'r1', name: 'Outages', query: 'down', on: true, order: 0, addTags: [], createdAt: now }] },
  'rule/remove': { id: 'r1' },
  'rule/move': { id: 'r1', to: 0 },
  'notice/seen': { until: now },
  'handle/save': { place: 'x', handle: 'ada', change: 'add' },
  'settings/save': { patch: { brand: 'Earshot' } },
  'data/import': { tables: { keywords: [makeKeyword('k1')] }, prefer: 'newer' },
  'data/undoImport': {},
  'data/noteBackup': { name: 'earshot-backup.json', rows: 3 },
  'data/backupNow': {},
  'data/erase': { what: { kind: 'person', id: 'x:ann' } },
  'data/retain': {},
  'data/deleteAll': { confirm: 'delete everything' },
  'place/save': { places: { x: { listen: false } }, origins: [] },
};

const names = Object.keys(contract) as MessageName[];

/** These carry nothing that is needed, so that made-up bodies are well-formed by chance. */
const takesAnything = [
  'reply/list',
  'page/hello',
  'badge/count',
  'round/state',
  'data/undoImport',
  'data/backupNow',
  'data/retain',
  'notice/seen',
];

function listenIn() {
  const heard: string[] = [];
  const handlers = Object.fromEntries(names.map((name) => [name, async () => void heard.push(name)])) as unknown as Handlers;
  return { heard, receive: createReceiver(handlers, own) };
}

test('exactly the senders of the table are heard, for every message', async () => {
  for (const name of names) {
    for (const [from, sender] of Object.entries(senders)) {
      const { heard, receive } = listenIn();
      const answer = await receive({ name, body: bodies[name] }, sender);
      const allowed = (contract[name].from as readonly string[]).includes(from);
      expect([name, from, answer.ok]).toEqual([name, from, allowed]);
      expect(heard).toEqual(allowed ? [name] : []);
    }
  }
});

test('a page of ours in a tab is ours, and the same page in a frame of a site is not', () => {
  expect(classify(senders.extension, own)).toBe('extension');
  expect(classify({ id: own.id, url: `${own.origin}/popup.html` }, own)).toBe('extension');
  expect(classify(senders.frame, own)).toBe('frame');
  expect(classify({ id: own.id, url: 'https://x.com/chrome-extension://earshot-id/', tab, frameId: 0 }, own)).toBe('page');
  expect(classify({ id: own.id, origin: 'null', url: 'https://x.com/', tab, frameId: 0 }, own)).toBe('page');
  expect(classify({ id: own.id, origin: `${own.origin}.evil.example`, tab, frameId: 0 }, own)).toBe('page');
  expect(classify({}, own)).toBeUndefined();
});

test('a body that does not fit is refused, with the place where it does not', async () => {
  const { heard, receive } = listenIn();
  const tooMany = { ...(bodies['capture/save'] as object), captures: Array.from({ length: 201 }, (_, i) => makeCapture(i)) };
  for (const body of [undefined, null, 7, {}, { key: '', captures: [], scanned: [] }, tooMany]) {
    const answer = await receive({ name: 'capture/save', body }, senders.page);
    expect(answer).toMatchObject({ ok: false, error: expect.stringContaining('capture/save') });
  }
  const badLink = { key: 'k', captures: [{ ...makeCapture(1), url: 'javascript:alert(1)' }], scanned: [] };
  expect(await receive({ name: 'capture/save', body: badLink }, senders.page)).toMatchObject({ ok: false });
  expect(heard).toEqual([]);
});

test('a handler that fails is a refusal with its words', async () => {
  const { receive } = listenIn();
  const failing = createReceiver({ 'reply/list': async () => Promise.reject(new Error('no room')) } as unknown as Handlers, own);
  expect(await failing({ name: 'reply/list', body: {} }, senders.extension)).toEqual({ ok: false, error: 'no room' });
  expect(await receive({ name: 'toString', body: {} }, senders.extension)).toEqual({ ok: false, error: 'unknown message' });
});

test('ten thousand made-up messages change nothing and throw nothing', async () => {
  const { heard, receive } = listenIn();
  vi.spyOn(console, 'error').mockImplementation(() => {
    throw new Error('nothing is to be logged');
  });
  const anyName = fc.oneof(fc.constantFrom(...names), fc.constantFrom('__proto__', 'constructor', 'capture/save ', ''), fc.string());
  const message = fc.oneof(fc.anything(), fc.record({ name: anyName, body: fc.anything() }));
  // Those that carry nothing or a number are well-formed by chance; a sender that may not say them keeps this about the gate.
  const sender = fc.oneof(
    fc.constantFrom<RawSender>(senders.other, senders.ghost, {}),
    fc.record({ id: fc.string(), origin: fc.string(), url: fc.string() }),
  );
  await fc.assert(
    fc.asyncProperty(message, sender, async (m, s) => {
      expect(await receive(m, s)).toMatchObject({ ok: false });
    }),
    { numRuns: 5_000 },
  );
  const writing = names.filter((name) => !takesAnything.includes(name));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...writing),
      fc.anything(),
      fc.constantFrom(senders.page, senders.frame, senders.extension),
      async (name, body, s) => {
        expect(await receive({ name, body }, s)).toMatchObject({ ok: false });
      },
    ),
    { numRuns: 5_000 },
  );
  expect(heard).toEqual([]);
});

/** Everyone who can send anything, by what a person would call it. */
const everyone: Record<string, RawSender & { class?: Sender }> = {
  'a web page’s script': { class: 'page', id: own.id, origin: 'https://x.com', url: 'https://x.com/home', tab, frameId: 0 },
  'a frame’s script': { class: 'page', id: own.id, origin: 'https://other.example', url: 'https://other.example/', tab, frameId: 4 },
  picker: { class: 'frame', id: own.id, origin: own.origin, url: `${own.origin}/picker.html`, tab, frameId: 3 },
  card: { class: 'frame', id: own.id, origin: own.origin, url: `${own.origin}/card.html`, tab, frameId: 5 },
  'strip of a round': { class: 'frame', id: own.id, origin: own.origin, url: `${own.origin}/round.html`, tab, frameId: 6 },
  dashboard: { class: 'extension', id: own.id, origin: own.origin, url: `${own.origin}/dashboard.html`, tab, frameId: 0 },
  popup: { class: 'extension', id: own.id, origin: own.origin, url: `${own.origin}/popup.html` },
  welcome: { class: 'extension', id: own.id, origin: own.origin, url: `${own.origin}/welcome.html`, tab, frameId: 0 },
  'another extension': { id: 'another', origin: 'chrome-extension://another', url: 'chrome-extension://another/x.html' },
  'another extension in our name': { id: 'another', origin: own.origin, url: `${own.origin}/dashboard.html` },
  'a page without a tab': { id: own.id, origin: 'https://x.com', url: 'https://x.com/' },
  nobody: {},
};

const mayNot = (name: MessageName) =>
  Object.values(everyone).filter((one) => !one.class || !(contract[name].from as readonly Sender[]).includes(one.class));

const receiveForReal = createReceiver(
  createHandlers({
    ready: async () => {},
    onWatchChanged: async () => {},
    onAuthored: () => {},
    onHeard: () => {},
    onTrouble: () => {},
  }),
  own,
);

async function dump(): Promise<string> {
  const db = await openDatabase();
  const tables = await Promise.all(db.tables.map(async ({ name }) => [name, await db.table(name).toArray()]));
  return JSON.stringify([tables, await fakeBrowser.storage.local.get(null), await fakeBrowser.storage.session.get(null)]);
}

async function fillDatabase(): Promise<void> {
  await begin([makeReply('r1')]);
  await saveKeywords([makeKeyword('k1')]);
  await saveBatch({ captures: [makeCapture(1)], scanned: [] }, now);
}

test('the table of who may say what is written down, and is this one', async () => {
  const heads = Object.keys(everyone).filter((name) => everyone[name]?.class);
  const rows = names.map((name) => {
    const marks = heads.map((head) => ((contract[name].from as readonly Sender[]).includes(everyone[head]?.class as Sender) ? 'yes' : '·'));
    return `| \`${name}\` | ${marks.join(' | ')} |`;
  });
  const table = [`| message | ${heads.join(' | ')} |`, `|---|${heads.map(() => ':-:|').join('')}`, ...rows.sort()];
  const text = `# Who may say what to the background\n\nOther extensions, and whatever has no tab, may say nothing. Kept by tests/unit/extension/gate.test.ts.\n\n${table.join('\n')}\n`;
  await expect(text).toMatchFileSnapshot('../../../docs/messages.md');
});

test('a script in a web page can neither read what the person keeps nor change, erase, take in or send out any of it', () => {
  const said = names.filter((name) => (contract[name].from as readonly Sender[]).includes('page'));
  expect(said.filter((name) => /^(data|settings|keyword|reply|person|people|rule|view|goal|macro|place|answer)\//.test(name))).toEqual([]);
});

test('ten thousand messages, from those who may not say them or made of anything at all, write nothing and throw nothing', async () => {
  await fillDatabase();
  const before = await dump();
  const wellFormed = fc
    .constantFrom(...names)
    .chain((name) => fc.record({ sender: fc.constantFrom(...mayNot(name)), message: fc.constant({ name, body: bodies[name] }) }));
  const anyName = fc.oneof(fc.constantFrom(...names), fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty', 'data/'), fc.string());
  const madeUp = fc.record({
    sender: fc.oneof(
      fc.constantFrom(...Object.values(everyone).filter((one) => !one.class)),
      fc.record({ id: fc.string(), origin: fc.webUrl(), url: fc.webUrl() }, { requiredKeys: [] }),
    ),
    message: fc.oneof(fc.anything(), fc.record({ name: anyName, body: fc.anything({ withBigInt: true, withDate: true, withMap: true }) })),
  });
  // From those who may: a body that fits but for one field, which is something else altogether.
  const spoilt = fc
    .record({
      name: fc.constantFrom(...names),
      junk: fc.constantFrom(Number.NaN, null, Symbol('x'), () => 1, { __proto__: null }, -1e308),
      at: fc.nat(9),
    })
    .map(({ name, junk, at }) => {
      const body = bodies[name] as Record<string, unknown>;
      const field = Object.keys(body)[at % Math.max(1, Object.keys(body).length)];
      const from = Object.values(everyone).find((one) => one.class && (contract[name].from as readonly Sender[]).includes(one.class));
      return { sender: from ?? {}, message: { name, body: field === undefined ? junk : { ...body, [field]: junk } } };
    })
    .filter(({ message }) => !contract[message.name].request.safeParse(message.body).success);
  let sent = 0;
  const send = async ({ sender, message }: { sender: RawSender; message: unknown }) => {
    sent += 1;
    expect(await receiveForReal(message, sender)).toMatchObject({ ok: false, error: expect.any(String) });
  };
  await fc.assert(fc.asyncProperty(wellFormed, send), { numRuns: 4_000 });
  await fc.assert(fc.asyncProperty(madeUp, send), { numRuns: 4_000 });
  await fc.assert(fc.asyncProperty(spoilt, send), { numRuns: 2_000 });
  expect(sent).toBeGreaterThanOrEqual(10_000);
  expect(await dump()).toBe(before);
});

test('a hundred messages of every kind, all at once, that come before the database is ready are all answered once it is', async () => {
  await fillDatabase();
  let ready: () => void = () => {};
  const waiting = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const asked = createReceiver(
    createHandlers({
      ready: () => waiting,
      onWatchChanged: async () => {},
      onAuthored: () => {},
      onHeard: () => {},
      onTrouble: () => {},
    }),
    own,
  );
  // What empties the database, opens tabs or asks other tabs is left out: here there are none.
  const kept = names.filter((name) =>
    /^(capture|keyword|reply|mention\/(change|setStatus)|person|settings|mute|note|page\/hello)/.test(name),
  );
  const senderOf = (name: MessageName) =>
    Object.values(everyone).find((one) => (contract[name].from as readonly string[]).includes(one.class ?? ''));
  let answered = 0;
  const all = kept.flatMap((name) =>
    Array.from({ length: 5 }, async () => {
      const answer = await asked({ name, body: bodies[name] }, senderOf(name) ?? {});
      answered += 1;
      return answer;
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(answered).toBe(0);
  ready();
  const answers = await Promise.all(all);
  expect(answers).toHaveLength(kept.length * 5);
  expect(answers.length).toBeGreaterThanOrEqual(100);
  for (const answer of answers) expect(answer).toHaveProperty('ok');
});
