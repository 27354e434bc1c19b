import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Server, startServer, type Tab, until } from '../driver/index.ts';
import { renderPage, renderPost } from '../practice/render.ts';
import { inPopup } from './person.ts';
import { onStage, tell } from './stage.ts';
import { readTable, type StoredMention } from './stored.ts';

const texts = [
  'Rocket salad recipe with pears and walnuts',
  'My favourite rocket recipe for hot days',
  'One more recipe: rocket, lemon and salt',
  'Rocket crashed on startup again, anyone else?',
  'We moved the whole team over to Rocket in spring',
  'Does Rocket have an offline mode?',
  'The harbour was quiet this morning',
  'Looking for a shared inbox that a van crew can use',
];
const authors = ['mira', 'jonas', 'priya', 'teo', 'wren', 'sana', 'luis', 'dana'];

const page = renderPage(
  'Posts about rockets',
  `<div class="feed" role="feed">${texts
    .map((text, i) =>
      renderPost({ id: `t${i}`, by: authors[i] ?? 'you', minutesAgo: i + 1, room: 'Workshop', likes: 0, text: [text] }, Date.now()),
    )
    .join('')}</div>`,
);

const seen = (tab: Tab, words: string) => tab.waitFor((wanted: string) => document.body.innerText.includes(wanted), words);
const queryOf = (tab: Tab, label: string) =>
  tab.evaluate((name: string) => {
    const box = [...document.querySelectorAll('textarea')].find((one) => one.labels?.[0]?.textContent === name || one.ariaLabel === name);
    return box?.value;
  }, label);

onStage('a keyword is tried before it is trusted', (stage) => {
  let site: Server;
  let dashboard: Tab;
  beforeAll(async () => {
    site = await startServer({ plain: true, handler: ({ path }) => (path === '/' ? page : undefined) });
  });
  afterAll(() => site?.close());

  test('posts that mention nothing are kept for a while, to try keywords on', async () => {
    await stage.driver.open(`http://localhost:${site.port}/`);
    await until('eight posts', async () => (await readTable(stage.inside, 'recentPosts')).length === texts.length);
    expect(await readTable(stage.inside, 'mentions')).toEqual([]);
  });

  test('while a keyword is typed, it is seen what it would have found', async () => {
    dashboard = await stage.driver.open(stage.driver.extensionUrl('dashboard.html#keywords'));
    await dashboard.fillRole('textbox', 'Add a keyword', 'shared inbox');
    await seen(dashboard, 'Finds 1 of 8 posts read lately');
    expect(await dashboard.texts('list', 'Examples', 'listitem')).toEqual([expect.stringContaining('a shared inbox that a van crew')]);
    await dashboard.fillRole('textbox', 'Add a keyword', 'zeppelin');
    await seen(dashboard, 'Finds none of 8 posts read lately');
  });

  test('a query that cannot be used is not saved, nothing typed is lost, and one press mends it', async () => {
    await dashboard.fillRole('textbox', 'Add a keyword', 'rocket AND salad OR inbox');
    await seen(dashboard, 'AND and OR are mixed');
    await dashboard.clickRole('button', 'Add keyword');
    expect(await queryOf(dashboard, 'Add a keyword')).toBe('rocket AND salad OR inbox');
    expect(await readTable(stage.inside, 'keywords')).toEqual([]);
    await dashboard.clickRole('button', 'Change to: (rocket AND salad) OR inbox');
    await seen(dashboard, 'Finds 2 of 8 posts read lately');
    expect(await queryOf(dashboard, 'Add a keyword')).toBe('(rocket AND salad) OR inbox');
  });

  test('Enter adds it from the popup', async () => {
    await inPopup(stage.driver, async (popup) => {
      await popup.fillRole('textbox', 'Add a keyword', 'Rocket');
      await popup.press('Enter');
      await until('the keyword', async () => (await readTable<{ query: string }>(popup, 'keywords')).some((one) => one.query === 'Rocket'));
      await until('an empty box', async () => (await queryOf(popup, 'Add a keyword')) === '');
    });
  });

  test('what was ignored brings up a guard, with its exact effect', async () => {
    const mentions = await until('six mentions', async () => {
      const kept = await readTable<StoredMention>(stage.inside, 'mentions');
      return kept.length === 6 && kept;
    });
    const ids = mentions.filter(({ text }) => text.includes('recipe')).map(({ id }) => id);
    await tell(stage, 'mention/setStatus', { ids, status: 'ignored' });
    await dashboard.goto(stage.driver.extensionUrl('dashboard.html#keywords'));
    await dashboard.clickRole('button', 'Edit “Rocket”');
    await seen(dashboard, 'Finds 6 of 8 posts read lately · 3 of them dismissed before');
    await seen(dashboard, 'Adding NOT recipe removes 3 of 3 dismissed, loses 0.');
  });

  test('adding it takes them away, and says so before it is saved', async () => {
    await dashboard.clickRole('button', 'Add NOT recipe');
    await seen(dashboard, 'Finds 3 of 8 posts read lately');
    await seen(dashboard, 'Loses 3');
    expect(await queryOf(dashboard, 'Words to listen for')).toBe('Rocket AND NOT recipe');
    await dashboard.clickRole('button', 'Save keyword');
    await until('the query', async () =>
      (await readTable<{ query: string }>(stage.inside, 'keywords')).some((one) => one.query === 'Rocket AND NOT recipe'),
    );
  });

  test('who opts out is rid of the kept posts at once, and nothing more is kept', async () => {
    await dashboard.goto(stage.driver.extensionUrl('dashboard.html#settings'));
    await dashboard.clickRole('switch', 'Keep posts scanned lately, to try keywords on');
    await until('no posts', async () => (await readTable(stage.inside, 'recentPosts')).length === 0);
    const again = await stage.driver.open(`http://localhost:${site.port}/`);
    await again.waitFor('document.querySelectorAll(".post").length === 8');
    await new Promise((resolve) => setTimeout(resolve, 4_500));
    expect(await readTable(stage.inside, 'recentPosts')).toEqual([]);
  });
});
