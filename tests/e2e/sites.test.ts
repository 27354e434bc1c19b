import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { builtFor, readFixture, type Scope, type Tab, until } from '../driver/index.ts';
import { makeKeyword, makeReply, onStage, tell } from './stage.ts';
import { readTable, type StoredMention } from './stored.ts';

const folder = fileURLToPath(new URL('../fixtures/sites', import.meta.url));

interface Expected {
  site: string;
  posts: { id: string; url?: string; author: { handle?: string; name?: string }; text: string; own?: boolean }[];
}

interface Fixture {
  name: string;
  site: string;
  url: string;
  html: string;
  posts: Expected['posts'];
}

function readOne(site: string, file: string): Fixture {
  const path = `${folder}/${site}/${file}`;
  const expected = JSON.parse(readFileSync(path.replace(/html$/, 'json'), 'utf8')) as Expected;
  return { name: file, site, ...readFixture(path), posts: expected.posts };
}

const { host_permissions: granted } = JSON.parse(readFileSync(`${builtFor('chromium')}/manifest.json`, 'utf8')) as {
  host_permissions: string[];
};
/** Servers that nobody has listed are listened to only once the person says so. */
const isGranted = ({ url }: Fixture) => granted.includes(`https://${new URL(url).hostname.replace(/^www\./, '')}/*`);

const sites = readdirSync(folder).filter((site) => site !== 'generic');
const fixtures = sites.flatMap((site) =>
  readdirSync(`${folder}/${site}`)
    .filter((file) => file.endsWith('.html'))
    .map((file) => readOne(site, file)),
);

const isHeard = ({ text }: Expected['posts'][number]) => /(?<![\p{L}\p{N}_])tidepool(?![\p{L}\p{N}_])/iu.test(text);

onStage('sites under their own names', (stage) => {
  const idsOf = async (site: string) => (await readTable<StoredMention>(stage.inside, 'mentions')).filter((one) => one.site === site);

  test.each(sites)('%s: every post that says the word is kept once, with its author and address', async (site) => {
    await tell(stage, 'keyword/save', { keywords: [makeKeyword('Tidepool')] });
    const shown = fixtures.filter((one) => one.site === site && isGranted(one));
    expect(shown.length).toBeGreaterThan(0);
    for (const { url, html, posts } of shown) {
      stage.server.route(`${new URL(url).hostname}/*`, html);
      const page = await stage.driver.open(url);
      const wanted = posts.filter(isHeard);
      await until(`${url}: ${wanted.map(({ id }) => id).join(', ')}`, async () => {
        const kept = new Set((await idsOf(site)).map(({ postId }) => postId));
        return wanted.every(({ id }) => kept.has(id));
      });
      if (wanted.some(({ own }) => !own)) await page.waitFor('CSS.highlights.size > 0');
      await page.close();
    }
    const all = new Map(shown.flatMap(({ posts }) => posts.filter(isHeard)).map((post) => [post.id, post]));
    const kept = await idsOf(site);
    expect(kept.map(({ postId }) => postId).sort()).toEqual([...all.keys()].sort());
    for (const mention of kept) {
      expect(mention.url).toBe(all.get(mention.postId)?.url);
      expect(mention.author.handle).toBe(all.get(mention.postId)?.author.handle);
    }
  });

  test('Reply in the inbox opens the post, its reply box, and the picker at it', async () => {
    const thread = fixtures.find(({ site, name }) => site === 'hackernews' && name === 'thread.html');
    const form = fixtures.find(({ site, name }) => site === 'hackernews' && name === 'reply.html');
    stage.server.route('news.ycombinator.com/item', thread?.html ?? '');
    stage.server.route('news.ycombinator.com/reply', form?.html ?? '');
    await tell(stage, 'reply/save', { replies: [makeReply('Zebra crossing', 'On it, {{author.handle|you}}.')] });
    const mention = (await idsOf('hackernews')).find(({ postId }) => postId === form?.posts[0]?.id);
    await stage.inside.goto(stage.driver.extensionUrl('dashboard.html'));
    await stage.inside.waitFor((words: string) => {
      const items = [...document.querySelectorAll('article')];
      const found = items.find((one) => one.textContent?.includes(words));
      const button = [...(found?.querySelectorAll('button') ?? [])].find((one) => one.textContent?.trim() === 'Reply');
      button?.setAttribute('data-wanted', '');
      return button !== undefined;
    }, mention?.text.slice(0, 40) ?? 'no such mention');
    await stage.inside.click('[data-wanted]');
    const { page, picker } = await until('the picker in the opened tab', () => findOpenPicker());
    expect(new URL(await page.url()).hostname).toBe('news.ycombinator.com');
    await until('its replies', async () => (await picker.texts('listbox', 'Replies', 'option')).some((text) => text.includes('Zebra')));
    await picker.fillRole('searchbox', 'Search replies', 'Zebra');
    await until('one reply', async () => (await picker.texts('listbox', 'Replies', 'option')).length === 1);
    await picker.click('[role=option]');
    await page.waitFor(
      (handle: string) => [...document.querySelectorAll('textarea')].some((one) => one.value === `On it, ${handle}.`),
      mention?.author.handle,
    );
    expect(stage.server.log.filter((line) => line.startsWith('POST'))).toEqual([]);
  });

  async function findOpenPicker(): Promise<{ page: Tab; picker: Scope } | undefined> {
    for (const page of await stage.driver.tabs()) {
      for (const frame of page.frames()) {
        if ((await frame.url()).includes('/picker.html') && (await frame.countRole('dialog', 'Earshot replies')) > 0)
          return { page, picker: frame };
      }
    }
    return undefined;
  }
});
