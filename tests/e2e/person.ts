/** What a person does with Earshot, by the names they see. */
import { type Driver, type Scope, type Tab, until } from '../driver/index.ts';
import { type PracticeComment, type PracticePost, posts } from '../practice/posts.ts';
import { atFirst } from '../practice/server.ts';
import { readTable, type StoredMention } from './stored.ts';

const listTexts = ({ text, ...more }: PracticePost | PracticeComment): string[] => [
  text.join(' ').replaceAll('*', ''),
  ...[...('comments' in more ? (more.comments ?? []) : []), ...('replies' in more ? (more.replies ?? []) : [])].flatMap(listTexts),
];

/** How many posts, comments and reviews of the practice feed, as it is opened, say this word. */
export function countSaying(word: string): number {
  const whole = new RegExp(`\\b${word}\\b`, 'i');
  return posts
    .slice(0, atFirst)
    .flatMap(listTexts)
    .filter((text) => whole.test(text)).length;
}

/** Does something in the popup, shown as a tab: it is about the web page that was looked at last. */
export async function inPopup<T>(driver: Driver, act: (popup: Tab) => Promise<T>): Promise<T> {
  const popup = await driver.open(driver.extensionUrl('popup.html'));
  // What it finds out about the page stands above all else, and moves it.
  await popup.waitFor(() => document.querySelector('main') !== null && !document.body.innerText.includes('Looking at the page…'));
  try {
    return await act(popup);
  } finally {
    await popup.close();
  }
}

export function addKeyword(driver: Driver, { query, kind }: { query: string; kind: string }): Promise<void> {
  return inPopup(driver, async (popup) => {
    await popup.fillRole('textbox', 'Add a keyword', query);
    await popup.selectRole('combobox', 'Kind', kind);
    await popup.clickRole('button', 'Add keyword');
    const isListed = async () => (await popup.texts('list', 'Keywords', 'listitem')).some((text) => text.includes(query));
    await until(`${query} in the list`, isListed).catch(async (error) => {
      const shown = await popup.evaluate(() => {
        const typed = [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value);
        return JSON.stringify({
          typed,
          on: document.activeElement?.outerHTML.slice(0, 200),
          said: document.body.innerText.slice(0, 1_000),
        });
      });
      throw new Error(`the popup shows ${shown}`, { cause: error });
    });
  });
}

export function addReply(driver: Driver, { title, body }: { title: string; body: string }): Promise<void> {
  return inPopup(driver, async (popup) => {
    await popup.clickRole('button', 'New reply');
    await popup.fillRole('textbox', 'Title', title);
    await popup.fillRole('textbox', 'Text', body);
    await popup.clickRole('button', 'Save');
    await until(`${title} in the list`, async () =>
      (await popup.texts('list', 'Replies', 'listitem')).some((text) => text.includes(title)),
    );
  });
}

/**
 * Puts a reply into the box of the page that was looked at last, and waits until that is written down. Where it is warned of, the person has
 * their reasons.
 */
export async function insertReply(driver: Driver, page: Tab, title: string): Promise<void> {
  await inPopup(driver, async (popup) => {
    const before = (await readTable(popup, 'answers')).length;
    await popup.clickRole('button', `Insert “${title}”`);
    let overruled = false;
    await until('the answer to be kept', async () => {
      if (!overruled && (await popup.countRole('button', 'Insert anyway')) > 0) {
        overruled = true;
        await popup.clickRole('button', 'Insert anyway');
      }
      return (await readTable(popup, 'answers')).length > before;
    });
  });
  await page.bringToFront();
}

export async function openSection(dashboard: Tab, name: string): Promise<void> {
  const role = (await dashboard.countRole('tab', name)) > 0 ? 'tab' : 'link';
  await dashboard.clickRole(role, name);
}

export async function openDashboard(driver: Driver): Promise<Tab> {
  const dashboard = await driver.open(driver.extensionUrl('dashboard.html'));
  await until('the dashboard', async () => (await dashboard.countRole('list', 'Mentions')) > 0);
  return dashboard;
}

/** The mentions a person sees in the inbox, with what is kept of them. */
export async function listMentions(driver: Driver): Promise<{ shown: string[]; kept: StoredMention[] }> {
  const dashboard = await openDashboard(driver);
  const kept = await readTable<StoredMention>(dashboard, 'mentions');
  const shown = await dashboard.texts('list', 'Mentions', 'listitem');
  await dashboard.close();
  return { shown, kept };
}

/** Opens the practice feed's own reply box of a post and leaves the caret in it. */
export async function openReplyBox(feed: Tab, post: string): Promise<void> {
  await feed.bringToFront();
  await feed.click(`${post} > footer > .reply`);
  await feed.waitFor((selector: string) => document.activeElement?.matches(`${selector} > .box .field`), post);
}

/** The words in a reply box, of either kind. */
export function readFieldText(page: Tab, selector: string): Promise<string> {
  return page.evaluate((wanted: string) => {
    const field = document.querySelector<HTMLElement>(wanted);
    if (field instanceof HTMLTextAreaElement) return field.value;
    return field?.innerText ?? '';
  }, selector);
}

/** Until what is typed goes to this control of a frame of ours in the page. */
export async function untilTyped(frame: Scope, selector: string): Promise<void> {
  await frame.waitFor((wanted: string) => document.hasFocus() && document.activeElement?.matches(wanted) === true, selector);
}

/**
 * Presses a key in the picker, or something in it, until that has come about. A busy machine may take longer than the panel waits to be seen;
 * then it says so, and a person tries again.
 */
export async function chooseIn(picker: Scope, press: () => Promise<void>, what: string, isDone: () => Promise<unknown>): Promise<void> {
  const readSaid = () => picker.evaluate(() => document.querySelector('.said')?.textContent ?? '').catch(() => '');
  await press();
  await until(what, async () => {
    if (await isDone()) return true;
    if ((await readSaid()).includes('could not be sure')) await press();
    return false;
  });
}

/**
 * Presses a reply that stands in the picker. In Firefox a page could hide what is pressed there, so a key has to say that it was meant;
 * `onWanted` is called before it does.
 */
export async function pressOption(
  { driver, page, picker }: { driver: Driver; page: Tab; picker: Scope },
  onWanted: () => Promise<void> = async () => {},
): Promise<void> {
  await picker.click('[role=option]');
  if (driver.name !== 'firefox') return;
  await until('that a key is wanted', () => picker.evaluate(() => document.body.textContent?.includes('Press Enter') === true));
  await onWanted();
  await page.press('Enter');
}
