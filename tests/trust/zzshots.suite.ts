import { builtFor, launch, type Scope, startServer, type Tab, until } from '../driver/index.ts';
import { x } from '../page/answer-pages.ts';
import { makeKeyword, openInside, tell, wait } from './inside.ts';

const findFrame = (tab: Tab, name: string) =>
  until(name, async () => {
    for (const f of tab.frames()) if ((await f.url()).includes(`/${name}.html`)) return f as Scope;
    return undefined;
  });

export async function run(): Promise<string[]> {
  const server = await startServer();
  server.route(x.url, x.html);
  const driver = await launch('chromium', { extension: builtFor('chromium'), port: server.port });
  const inside = await openInside(driver);
  await tell(inside, 'keyword/save', { keywords: [makeKeyword('Tidepool')] });
  const made = { shortcut: '', tags: [] as string[], createdAt: 1, updatedAt: 1, usedCount: 0 };
  const long = 'Every plan holds the shared inbox, the calendar and the reports. '.repeat(4).trim();
  await tell(inside, 'reply/save', {
    replies: [
      { ...made, id: 'l', title: 'Long', body: `${long}\n\nThe rest of it stands in the guide.`, tags: ['plans'], folder: 'Sales' },
      {
        ...made,
        id: 'o',
        title: 'Order',
        body: 'Hi {{author.firstName|there}}, which is order {{ask "order number"}}? {{post.rating}}',
        tags: ['help'],
        folder: 'Help',
      },
      {
        ...made,
        id: 'g',
        title: 'Good to hear',
        body: 'Good to hear, {{author.firstName|there}}! What would you like next?',
        tags: ['thanks'],
        favourite: true,
      },
    ],
  });
  const post = await driver.open(x.url);
  await post.waitFor('CSS.highlights.size > 0');
  await wait(1500);
  const inbox = await driver.open(driver.extensionUrl('dashboard.html'));
  await inbox.waitFor(() => document.querySelector('[data-key=w]'));
  const shot = (tab: Tab, name: string) => tab.screenshot(`/tmp/answer-${name}.png`);
  const openWith = async () => {
    await inbox.evaluate(() => document.querySelector<HTMLElement>('[data-key=w]')?.click());
    await inbox.waitFor(() => document.querySelectorAll('.reply-choice [role=option]').length > 0);
  };
  await openWith();
  await wait(300);
  await shot(inbox, 'inbox-list');
  await inbox.setColorScheme('dark');
  await wait(200);
  await shot(inbox, 'inbox-list-dark');
  await inbox.type('Long');
  await wait(200);
  await inbox.press('Enter');
  await wait(500);
  await shot(inbox, 'inbox-warn-dark');
  await inbox.setColorScheme('light');
  await inbox.setViewport(400, 700);
  await wait(300);
  await shot(inbox, 'inbox-warn-narrow');
  await inbox.press('Escape');
  await wait(200);
  await inbox.fillRole('searchbox', 'Search replies', 'Order');
  await wait(200);
  await inbox.press('Enter');
  await wait(400);
  await shot(inbox, 'inbox-ask-narrow');
  await inbox.press('Escape');
  await inbox.press('Escape');
  await inbox.setViewport(1280, 800);
  // the card
  await post.bringToFront();
  await wait(500);
  await post.press('Alt+Shift+N');
  const card = await findFrame(post, 'card');
  await until('card', async () => (await card.countRole('button', 'Reply')) > 0);
  await wait(800);
  await shot(post, 'card');
  await card.clickRole('button', 'Reply with…');
  await wait(1200);
  await shot(post, 'card-with');
  await post.setColorScheme('dark');
  await post.type('Long');
  await wait(200);
  await post.press('Enter');
  await wait(900);
  await shot(post, 'card-warn-dark');
  await post.press('Escape');
  await wait(200);
  await post.setColorScheme('light');
  await card.fillRole('searchbox', 'Search replies', 'Good');
  await wait(300);
  await post.press('Enter');
  await wait(3000);
  await shot(post, 'card-done');
  console.log(await post.evaluate(`document.activeElement.outerHTML.slice(0, 200) + document.hasFocus()`));
  await post.press('Alt+Shift+E');
  await wait(1500);
  await shot(post, 'after-key');
  console.log(await post.evaluate(`document.activeElement.outerHTML.slice(0, 200) + document.hasFocus()`));
  for (const f of post.frames())
    console.log(
      await f.url(),
      await f.countRole('option'),
      await f.countRole('dialog'),
      await f.evaluate(`innerWidth + ' ' + document.body.innerText.slice(0, 50)`),
    );
  const picker = await findFrame(post, 'picker');
  await until('list', async () => (await picker.countRole('option')) > 0);
  await wait(900);
  await shot(post, 'picker');
  await picker.click('.foot button');
  await wait(500);
  await shot(post, 'picker-note');
  await post.setColorScheme('dark');
  await wait(300);
  await shot(post, 'picker-note-dark');
  await post.setColorScheme('light');
  const popup = await driver.open(driver.extensionUrl('popup.html'));
  await popup.setViewport(400, 700);
  await wait(1000);
  await shot(popup, 'popup');
  await popup.evaluate(() => document.querySelector<HTMLElement>('[data-key=w]')?.click());
  await wait(1000);
  await shot(popup, 'popup-with');
  await driver.close();
  await server.close();
  return [];
}
