/** From a mention to the site's own box with the reply in it, and on until the person's own reply is seen. The person sends, never we. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type BrowserName,
  browsers,
  builtFor,
  type Driver,
  launch,
  type Server,
  startServer,
  type Tab,
  until,
  whenWelcomed,
} from '../driver/index.ts';
import { chooseIn, pressOption, untilTyped } from '../e2e/person.ts';
import { type AnswerPage, bluesky, hackernews, linkedin, mastodon, reddit, redditShadow, x, youtube } from './answer-pages.ts';

type Sent = { ok: boolean; value?: unknown; error?: string } | undefined;
declare const browser: { runtime: { sendMessage: (message: object) => Promise<Sent> } };

interface Row {
  id: string;
  site: string;
  text: string;
  status: string;
  moved?: { why: string };
  mentionId?: string;
  postId?: string;
  postedAt?: number;
  answeredBackAt?: number;
}

const reply = { id: 'r1', text: 'Hello there, Tidepool does all of that since spring.\n\nAsk me anything about it.' };
const fieldText = (selector: string) => {
  const field = document.querySelector<HTMLTextAreaElement>(selector);
  return field ? (field.value ?? field.innerText) : '';
};
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

describe.each(browsers)('a mention answered in %s', (name: BrowserName) => {
  let server: Server;
  let driver: Driver;
  let ours: Tab;
  let sentTo = '';
  beforeAll(async () => {
    const pages = [x, reddit, bluesky, linkedin, youtube, mastodon];
    server = await startServer({ routes: Object.fromEntries(pages.map(({ url, html }) => [url.replace(/\?.*/, ''), html])) });
    server.route(hackernews.url.replace(/\?.*/, ''), () => hackernews.thread(sentTo));
    server.route(hackernews.replyUrl.replace(/\?.*/, ''), hackernews.reply);
    server.route('news.ycombinator.com/commented', ({ url }) => {
      sentTo = url.searchParams.get('text') ?? '';
      return { body: '', status: 302, headers: { location: hackernews.url } };
    });
    driver = await launch(name, { extension: builtFor(name), port: server.port });
    await whenWelcomed(driver);
    ours = await driver.open(driver.extensionUrl('popup.html'));
    await ours.evaluate('globalThis.browser ??= globalThis.chrome; true');
    await send('keyword/save', {
      keywords: [{ id: 'tide', query: 'Tidepool', name: 'Tidepool', kind: 'brand', color: 'teal', paused: false, createdAt: 1 }],
    });
    await send('settings/save', { patch: { myHandles: { x: ['me_x'] } } });
    await send('reply/save', {
      replies: [{ id: 'r1', title: 'Since spring', body: reply.text, shortcut: '', tags: [], createdAt: 1, updatedAt: 1, usedCount: 0 }],
    });
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  async function send(message: string, body: object): Promise<unknown> {
    const sent = await ours.evaluate(({ message, body }) => browser.runtime.sendMessage({ name: message, body }), { message, body });
    if (!sent?.ok) throw new Error(`${message}: ${sent?.error}`);
    return sent.value;
  }

  const rows = (table: string) =>
    ours.evaluate(
      (asked: string) =>
        new Promise<Row[]>((resolve) => {
          const opening = indexedDB.open('earshot');
          opening.onsuccess = () => {
            const all = opening.result.transaction(asked).objectStore(asked).getAll();
            all.onsuccess = () => {
              opening.result.close();
              resolve(all.result);
            };
          };
        }),
      table,
    );
  async function findTab(holds: (address: string) => boolean): Promise<Tab | undefined> {
    for (const one of await driver.tabs()) if (holds(await one.url())) return one;
    return undefined;
  }
  const mentionOf = async (site: string) => (await rows('mentions')).find((row) => row.site === site && row.text.includes('Tidepool'));
  const answerTo = async (mentionId: string) => (await rows('answers')).find((row) => row.mentionId === mentionId);

  /** Hears the mention, closes the page, answers it from the inbox. */
  async function answer(site: string, { url }: { url: string }, chosen: object | undefined = reply): Promise<{ id: string; tab: Tab }> {
    const seen = await driver.open(url);
    const mention = await until(`the mention on ${site}`, () => mentionOf(site));
    await seen.close();
    const before = (await driver.tabs()).length;
    await send('mention/answer', { id: mention.id, ...(chosen ? { reply: chosen } : {}) });
    const tab = await until('the tab', async () => {
      const tabs = await driver.tabs();
      if (tabs.length <= before) return undefined;
      for (const one of tabs) if ((await one.url()).startsWith(new URL(url).origin)) return one;
      return undefined;
    });
    return { id: mention.id, tab };
  }

  const landed = (tab: Tab, box: string) =>
    until('the reply in the box', async () => squeeze(await tab.evaluate(fieldText, box).catch(() => '')).includes(squeeze(reply.text)));

  const pages: [string, AnswerPage & { isTimeless?: boolean }][] = [
    ['x', x],
    ['reddit', reddit],
    ['bluesky', bluesky],
    ['linkedin', linkedin],
    ['youtube', youtube],
    ['mastodon', mastodon],
  ];

  test.each(pages)('%s: in the box of this very post, and waiting once the reply is seen', async (site, page) => {
    const { id, tab } = await answer(site, page);
    await landed(tab, page.box);
    expect(await tab.evaluate('window.sent')).toBe(0);
    const fields = await tab.evaluate(() =>
      [...document.querySelectorAll<HTMLTextAreaElement>('[contenteditable], textarea')].map((one) => one.value ?? one.innerText),
    );
    expect(fields.filter((text) => text.trim() !== '')).toHaveLength(1);
    const kept = await until('the answer', () => answerTo(id));
    expect(kept.postId).toBeUndefined();
    expect((await mentionOf(site))?.status).toBe('new');
    await tab.evaluate('window.sendNow()');
    await until('waiting', async () => (await mentionOf(site))?.status === 'waiting');
    expect((await mentionOf(site))?.moved?.why).toBe('own-reply');
    const sent = await answerTo(id);
    expect(sent?.postId).toBeTruthy();
    expect(Math.abs((sent?.postedAt ?? 0) - Date.now())).toBeLessThan(60_000);
    expect((await rows('answers')).filter((row) => row.mentionId === id)).toHaveLength(1);
    if (site !== 'x') return tab.close();
    await tab.evaluate('window.theyWrite()');
    await until('new again', async () => (await mentionOf('x'))?.moved?.why === 'answered-back');
    expect((await mentionOf('x'))?.status).toBe('new');
    expect((await answerTo(id))?.answeredBackAt).toBeGreaterThan(sent?.postedAt ?? 0);
    await tab.close();
  });

  test('hackernews: on the page its control leads to, and the thread it comes back to', async () => {
    const { id, tab } = await answer('hackernews', hackernews);
    await until('the page with the box', async () => (await tab.url()).includes('/reply?id=48000010'));
    await landed(tab, hackernews.box);
    await until('the answer', () => answerTo(id));
    await tab.evaluate('window.sendNow()');
    await until('waiting', async () => (await mentionOf('hackernews'))?.status === 'waiting');
    expect((await answerTo(id))?.postId).toBe('48000099');
    await tab.close();
  });

  test('signing in on the way ends nothing, and no other site hears of it; the box may be in a shadow root', async () => {
    let signedIn = true;
    server.route(redditShadow.url, () =>
      signedIn ? redditShadow.html : { body: '', status: 302, headers: { location: 'https://www.reddit.com/login/?dest=x' } },
    );
    server.route(
      'www.reddit.com/login/',
      '<!doctype html><title>Log in</title><form><input name="user"><input type="password"><textarea></textarea></form>',
    );
    const seen = await driver.open(redditShadow.url);
    await until('the mention', async () => (await rows('mentions')).some(({ id }) => id === redditShadow.id));
    await seen.close();
    signedIn = false;
    await send('mention/answer', { id: redditShadow.id, reply });
    const tab = await until('the page for signing in', () => findTab((address) => address.includes('/login/')));
    await tab.goto(hackernews.url);
    await tab.waitFor(() => document.querySelector('textarea') !== null);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(await tab.evaluate(fieldText, 'textarea')).toBe('');
    expect(await tab.evaluate(() => document.querySelectorAll('[popover]').length)).toBe(0);
    signedIn = true;
    await tab.goto(redditShadow.url);
    const inShadow = () =>
      document.querySelector('shreddit-simple-composer')?.shadowRoot?.querySelector<HTMLElement>('[contenteditable]')?.innerText ?? '';
    await until('the reply', async () => squeeze(await tab.evaluate(inShadow)).includes(squeeze(reply.text)));
    await tab.close();
  });

  test('where it was answered a moment ago in another tab, nothing is put in unasked, and the picker says so', async () => {
    const { tab } = await answer('x', x);
    const words = await until('its picker', async () => {
      for (const frame of tab.frames()) {
        const isPicker = (await frame.url().catch(() => '')).includes('/picker.html');
        const text = isPicker ? await frame.evaluate(() => document.querySelector('.told')?.textContent ?? '').catch(() => '') : '';
        if (text) return text;
      }
      return undefined;
    });
    expect(words).toContain('in another tab');
    expect(await tab.evaluate(fieldText, x.box)).toBe('');
    await tab.close();
  });

  /** A post nobody has answered, and one reply that was never used: nothing has to be asked back. */
  async function startFresh(n: number, body: string): Promise<{ tab: Tab; isLanded: () => Promise<boolean> }> {
    const url = `https://x.com/ana${n}/status/190000000000000010${n}`;
    server.route(
      url,
      x.html.replaceAll('1900000000000000011', `190000000000000010${n}`).replaceAll('/ana', `/ana${n}`).replaceAll('@ana', `@ana${n}`),
    );
    const { replies } = (await send('reply/list', {})) as { replies: { id: string }[] };
    for (const { id } of replies) await send('reply/remove', { id });
    await send('reply/save', {
      replies: [{ id: `fresh-${n}`, title: 'Fresh', body, shortcut: '', tags: [], createdAt: 1, updatedAt: 1, usedCount: 0 }],
    });
    const tab = await driver.open(url);
    await tab.bringToFront();
    await tab.waitFor('document.hasFocus()');
    const isLanded = async () => squeeze(await tab.evaluate(fieldText, x.box).catch(() => '')).includes(squeeze(body));
    return { tab, isLanded };
  }

  test('three keys: to the mention, to its box, and the reply in it', async () => {
    const { tab, isLanded } = await startFresh(1, 'Yes, and the calendar too. Shall we show you how?');
    const cardOf = async () => {
      for (const frame of tab.frames())
        if ((await frame.url()).includes('/card.html') && (await frame.countRole('button', 'Reply')) > 0) return frame;
      return undefined;
    };
    await until(
      'heard',
      async () => (await tab.evaluate(() => (CSS as unknown as { highlights: Map<string, unknown> }).highlights.size)) > 0,
    );
    await tab.press('Alt+Shift+N');
    await until('the card', cardOf);
    // On a busy machine the card is seen before it hears, as no person would see it; to press again opens nothing twice.
    let pressedAt = 0;
    const picker = await until('the replies', async () => {
      if (performance.now() > pressedAt + 4_000) {
        await tab.press('Alt+Shift+E');
        pressedAt = performance.now();
      }
      for (const frame of tab.frames())
        if ((await frame.url()).includes('/picker.html') && (await frame.texts('listbox', 'Replies', 'option')).length > 0) return frame;
      return undefined;
    });
    await untilTyped(picker, '[type=search]');
    await chooseIn(picker, () => tab.press('Enter'), 'the reply in the box', isLanded);
    expect(await tab.evaluate('window.sent')).toBe(0);
    await tab.close();
  });

  test('two clicks: Reply on its card, and the reply', async () => {
    const { tab, isLanded } = await startFresh(2, 'Our guide for newcomers is on the front page.');
    await until(
      'heard',
      async () => (await tab.evaluate(() => (CSS as unknown as { highlights: Map<string, unknown> }).highlights.size)) > 0,
    );
    const words = await tab.evaluate(() => {
      const box = document.querySelector('[data-testid=tweetText] span')?.getBoundingClientRect();
      return box ? { x: box.right - 20, y: box.top + box.height / 2 } : { x: 0, y: 0 };
    });
    await tab.pointTo(words.x, words.y);
    const card = await until('the card', async () => {
      for (const frame of tab.frames())
        if ((await frame.url()).includes('/card.html') && (await frame.countRole('button', 'Reply')) > 0) return frame;
      return undefined;
    });
    const findPicker = async () => {
      for (const frame of tab.frames())
        if ((await frame.url()).includes('/picker.html') && (await frame.texts('listbox', 'Replies', 'option')).length > 0) return frame;
      return undefined;
    };
    await chooseIn(card, () => card.clickRole('button', 'Reply'), 'the replies', findPicker);
    const picker = await until('the replies', findPicker);
    await chooseIn(picker, () => pressOption({ driver, page: tab, picker }), 'the reply in the box', isLanded);
    await tab.close();
  });
});
