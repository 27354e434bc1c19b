/** What is said before a reply goes in, and that one key overrules it. */
import { expect, test } from 'vitest';
import { type Scope, type Tab, until } from '../driver/index.ts';
import { x } from '../page/answer-pages.ts';
import { chooseIn, inPopup, insertReply, openDashboard, openReplyBox, readFieldText, untilTyped } from './person.ts';
import { makeKeyword, makeReply, onStage, type Stage, tell } from './stage.ts';
import { readTable } from './stored.ts';

const body = 'Hi {{author.firstName|there}}, good that the shared inbox helps you and your team every day. What is next?';
const filled = (name: string) => body.replace('{{author.firstName|there}}', name);

interface StoredAnswer {
  site?: string;
  personId?: string;
  text?: string;
  suggested?: string[];
  situation?: { intent?: string };
}

const readBox = (feed: Tab, post: string) => readFieldText(feed, `#box-${post} .field`);

const findPicker = (feed: Tab): Promise<Scope> =>
  until('the picker', async () => {
    for (const frame of feed.frames()) if ((await frame.url()).includes('/picker.html')) return frame;
    return undefined;
  });

/** The practice feed's Reply closes a box that is open. */
async function goToBox(feed: Tab, post: string): Promise<void> {
  const isOpen = await feed.evaluate((id: string) => document.getElementById(id)?.checkVisibility() === true, `box-${post}`);
  if (isOpen) await feed.click(`#box-${post} .field`);
  else await openReplyBox(feed, `#${post}`);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** False while the panel that was open before is still there. */
async function pressButton(picker: Scope): Promise<boolean> {
  if ((await picker.countRole('button', 'Earshot replies')) === 0) return false;
  await picker.clickRole('button', 'Earshot replies');
  return true;
}

async function openPicker(feed: Tab, post: string): Promise<Scope> {
  await goToBox(feed, post);
  await until('its button', async () => pressButton(await findPicker(feed)));
  return until('its replies', async () => {
    const picker = await findPicker(feed);
    if ((await picker.texts('listbox', 'Replies', 'option')).length > 0) return picker;
    // Where a press came while the button was on its way to the box, it is pressed again.
    await pause(500);
    await pressButton(picker);
    return undefined;
  });
}

/** Until it is in the box, or something is said against it. */
async function chooseInPicker(feed: Tab, picker: Scope, title: string, isDone: () => Promise<unknown>, chord = 'Enter'): Promise<void> {
  await picker.fillRole('searchbox', 'Search replies', title);
  await until('one reply', async () => (await picker.texts('listbox', 'Replies', 'option')).length === 1);
  await chooseIn(picker, () => feed.press(chord), `${title} to go in, or a warning`, isDone);
}

const countWarnings = (picker: Scope) => picker.evaluate(() => document.querySelectorAll('.warnings > ul > li').length);

async function isGone(scope: Scope): Promise<boolean> {
  try {
    await scope.evaluate('true');
    return false;
  } catch {
    return true;
  }
}

const readWarnings = (scope: Scope): Promise<string[]> =>
  until('a warning', async () => {
    const said = await scope.evaluate(() =>
      [...document.querySelectorAll('.warnings > ul > li')].map((one) => one.textContent?.trim() ?? ''),
    );
    return said.length > 0 && said;
  });

/** What the panel says of a reply that was chosen in the browser's menu, once the keyboard is in it. */
async function readWarningsOfMenu(feed: Tab): Promise<string[]> {
  const picker = await findPicker(feed);
  const said = await readWarnings(picker);
  await until('the keyboard to be in the panel', () => picker.evaluate(() => document.hasFocus()));
  return said;
}

/** What the popup says when this reply is to go in. */
function warnInPopup(stage: Stage, title: string, then: (popup: Tab) => Promise<void> = async () => {}): Promise<string[]> {
  return inPopup(stage.driver, async (popup) => {
    await popup.clickRole('button', `Insert “${title}”`);
    const said = await readWarnings(popup);
    await then(popup);
    return said;
  });
}

const countAnswers = async (stage: Stage) => (await readTable(stage.inside, 'answers')).length;

onStage('guard', (stage) => {
  let feed: Tab;

  test('the first time nothing is said, and what was said is kept with its post and person', async () => {
    await tell(stage, 'keyword/save', { keywords: [makeKeyword('Tidepool')] });
    await tell(stage, 'reply/save', {
      replies: [
        makeReply('Inbox', body),
        makeReply('Kind words', 'Thank you for your kind words, {{author.firstName|friend}}!'),
        makeReply('Guide', 'All of that stands in https://tidepool.example.com/guide for you.'),
      ],
    });
    feed = await stage.driver.open(stage.practice.url);
    await until('the mentions', async () => (await readTable(stage.inside, 'mentions')).length > 0);
    await openReplyBox(feed, '#p1');
    await insertReply(stage.driver, feed, 'Inbox');
    const [answer] = await readTable<StoredAnswer>(stage.inside, 'answers');
    expect(answer?.text).toBe(filled('Mira'));
    expect(answer?.personId).toMatch(/^[a-z]+:.*mira/i);
    expect(answer?.situation?.intent).toBeDefined();
    expect(answer?.suggested?.length).toBe(3);
  });

  test('the same words a second time are warned of with a number, and one key puts them in', async () => {
    const picker = await openPicker(feed, 'c1');
    await chooseInPicker(feed, picker, 'Inbox', () => countWarnings(picker));
    const said = await readWarnings(picker);
    expect(said.join()).toMatch(/\d\d% the same as a reply you gave on this site .*, by “Inbox”/);
    expect(await readBox(feed, 'c1')).toBe('');
    await untilTyped(picker, '.warnings .primary');
    await pause(400);
    await chooseIn(
      picker,
      () => feed.press('Enter'),
      'the reply in the box',
      async () => (await readBox(feed, 'c1')).includes(filled('Jonas')),
    );
  });

  test('a post answered before is said to be, and Escape leaves the box as it is', async () => {
    const picker = await openPicker(feed, 'p1');
    const before = await readBox(feed, 'p1');
    await chooseInPicker(feed, picker, 'Kind words', () => countWarnings(picker));
    expect((await readWarnings(picker)).join()).toMatch(/You answered this post .*, by “Inbox”/);
    await feed.press('Escape');
    await until('the list again', async () => (await picker.countRole('searchbox', 'Search replies')) > 0);
    expect(await readBox(feed, 'p1')).toBe(before);
    await untilTyped(picker, '[type=search]');
    await feed.press('Escape');
    await until('the picker to close', async () => (await picker.countRole('dialog', 'Earshot replies')) === 0);
  });

  test('thanks to someone who complains', async () => {
    await openReplyBox(feed, '#p4');
    const said = await warnInPopup(stage, 'Kind words');
    expect(said.join()).toContain('This reply thanks, and the post complains.');
    await feed.bringToFront();
    expect(await readBox(feed, 'p4')).toBe('');
  });

  test('a link, where the person noted that promotion is not welcome; and once hushed, no more', async () => {
    const { site } = (await readTable<StoredAnswer>(stage.inside, 'answers'))[0] ?? {};
    await tell(stage, 'community/saveNote', { id: site, text: 'The moderators remove links', noPromotion: true });
    await openReplyBox(feed, '#p5');
    const before = await countAnswers(stage);
    const said = await warnInPopup(stage, 'Guide', async (popup) => {
      await popup.clickRole('button', 'Insert, and don’t warn of this here');
      await until('the answer', async () => (await countAnswers(stage)) > before);
    });
    expect(said.join()).toContain('No promotion here. Your note: The moderators remove links');
    await openReplyBox(feed, '#p8');
    const again = await warnInPopup(stage, 'Guide');
    expect(again.join()).toMatch(/You gave this link here before, in 1 of the last \d+: https:\/\/tidepool\.example\.com\/guide/);
    expect(again.join()).not.toContain('No promotion');
  });

  test('with Shift the picker stays for the next reply, which begins a line of its own, and the caret is where it is wanted', async () => {
    await tell(stage, 'reply/save', {
      replies: [makeReply('Hours', 'We are here from nine to five.'), makeReply('Bye', 'See you, {{cursor}}!')],
    });
    const picker = await openPicker(feed, 'p3');
    await chooseInPicker(feed, picker, 'Hours', async () => (await readBox(feed, 'p3')).includes('nine to five.'), 'Shift+Enter');
    await until('the list again', async () => (await picker.texts('listbox', 'Replies', 'option')).length > 1);
    await untilTyped(picker, '[type=search]');
    await chooseInPicker(feed, picker, 'Bye', async () => /nine to five\.\s*\nSee you, !/.test(await readBox(feed, 'p3')));
    await feed.waitFor(() => {
      const { focusNode, focusOffset = 0 } = getSelection() ?? {};
      return focusNode?.nodeValue?.slice(focusOffset) === '!';
    });
    await feed.type('Z');
    await until('the caret where it is wanted', async () => (await readBox(feed, 'p3')).includes('See you, Z!'));
  });

  test('a reply chosen in the browser’s own menu goes in, or the picker says what speaks against it', async () => {
    await goToBox(feed, 'p6');
    await stage.driver.menu('reply:reply-Hours');
    expect((await readWarningsOfMenu(feed)).join()).toContain('100% the same');
    await feed.press('Escape');
    await feed.press('Escape');
    const left = await findPicker(feed);
    await until('the picker to close', async () => (await left.countRole('dialog', 'Earshot replies')) === 0);
    await tell(stage, 'reply/save', { replies: [makeReply('Fresh', 'Nobody was told about our new calendar yet.')] });
    await goToBox(feed, 'p7');
    await stage.driver.menu('reply:reply-Fresh');
    await until('the reply', async () => (await readBox(feed, 'p7')).includes('our new calendar'));
  });

  test('so it does where the picker stands open still, and one key puts it in and hushes', async () => {
    await tell(stage, 'reply/save', { replies: [makeReply('Door', 'Our door in Lisbon is painted green again.')] });
    const first = await openPicker(feed, 'p6');
    await stage.driver.menu('reply:reply-Hours');
    await until('the panel to go', () => isGone(first));
    expect((await readWarningsOfMenu(feed)).join()).toContain('100% the same');
    await feed.press('Escape');
    await chooseInPicker(feed, await findPicker(feed), 'Door', async () => (await readBox(feed, 'p6')).includes('painted green'));
    // The panel says that it is in, and is about to close.
    await goToBox(feed, 'p8');
    await stage.driver.menu('reply:reply-Hours');
    expect((await readWarningsOfMenu(feed)).join()).toContain('100% the same');
    await pause(800);
    const open = await findPicker(feed);
    await untilTyped(open, '.warnings .primary');
    await chooseIn(
      open,
      () => feed.press('Control+Enter'),
      'the reply',
      async () => (await readBox(feed, 'p8')).includes('nine to five'),
    );
    const { hushed } = (await readTable<{ hushed?: string[] }>(stage.inside, 'settings'))[0] ?? {};
    expect(hushed?.join()).toContain('repeated@');
  });

  test('in the inbox a reply that is too long for its site is shown in parts, and the first goes into the post’s own box', async () => {
    stage.server.route(x.url, x.html);
    const seen = await stage.driver.open(x.url);
    const isHeard = async () => (await readTable<{ site: string }>(stage.inside, 'mentions')).some(({ site }) => site === 'x');
    await until('the mention', isHeard);
    await seen.close();
    const first = 'Every plan holds the shared inbox, the calendar and the reports. '.repeat(4).trim();
    await tell(stage, 'reply/save', { replies: [makeReply('Long', `${first}\n\nThe rest of it stands in the guide.`)] });
    const inbox = await openDashboard(stage.driver);
    await inbox.waitFor(() => {
      const all = [...document.querySelectorAll('article.mention')];
      const button = all
        .find((one) => one.textContent?.includes('Does anyone use Tidepool'))
        ?.querySelector<HTMLElement>('[data-key=replyWith]');
      button?.click();
      return button !== undefined && button !== null;
    });
    await inbox.waitFor(() => document.activeElement?.matches('.reply-choice input'));
    await inbox.type('Long');
    await inbox.waitFor(() => document.querySelectorAll('.reply-choice [role=option]').length === 1);
    await inbox.press('Enter');
    expect((await readWarnings(inbox)).join()).toMatch(/Too long: \d+ of 280, as X counts/);
    expect(await inbox.evaluate(() => [...document.querySelectorAll('.parts li')].map((one) => one.textContent))).toEqual([
      first,
      'The rest of it stands in the guide.',
    ]);
    await inbox.click('.parts input');
    await inbox.waitFor(() => document.querySelector('.parts li')?.textContent?.endsWith('1/2'));
    await inbox.evaluate(() => document.querySelector<HTMLElement>('.warnings .primary')?.focus());
    await pause(400);
    await inbox.press('Alt+Enter');
    const post = await until('the post', async () => {
      for (const tab of await stage.driver.tabs()) if ((await tab.url().catch(() => '')) === x.url) return tab;
      return undefined;
    });
    await until('the first part', async () => (await readFieldText(post, x.box).catch(() => '')).includes(`${first} 1/2`));
    expect(await readFieldText(post, x.box)).not.toContain('the guide');
    expect(await post.evaluate('window.sent')).toBe(0);
    await post.close();
    await inbox.close();
  });

  test('a reply chosen on the card of a mention goes into the box of its post, and typing goes on behind it', async () => {
    await tell(stage, 'reply/save', { replies: [makeReply('Fresh', 'Nobody was told about our new calendar yet.')] });
    const url = x.url.replace('0011', '0012').replace('/ana/', '/ben/');
    stage.server.route(url, x.html.replaceAll('0000000011', '0000000012').replaceAll('/ana', '/ben').replaceAll('@ana', '@ben'));
    const post = await stage.driver.open(url);
    await post.waitFor(() => (CSS as unknown as { highlights: Map<string, unknown> }).highlights.size > 0);
    await post.waitFor('document.hasFocus()');
    await post.press('Alt+Shift+N');
    const card = await until('the card', async () => {
      for (const frame of post.frames())
        if ((await frame.url()).includes('/card.html') && (await frame.countRole('button', 'Reply with…')) > 0) return frame;
      return undefined;
    });
    await card.clickRole('button', 'Reply with…');
    await card.waitFor(() => document.activeElement?.matches('.reply-choice input'));
    await post.type('Fresh');
    await card.waitFor(() => document.querySelectorAll('.reply-choice [role=option]').length === 1);
    const words = 'Nobody was told about our new calendar yet.';
    const isIn = async () => (await readFieldText(post, x.box).catch(() => '')).includes(words);
    await chooseIn(card, () => post.press('Enter'), 'the reply', isIn);
    await post.waitFor((box) => document.activeElement?.matches(box) && document.hasFocus(), x.box);
    await pause(500);
    await post.type('Z');
    await until('what is typed next', async () => (await readFieldText(post, x.box)).includes(`${words}Z`));
    await post.close();
  });

  test('nothing was posted', () => {
    expect(stage.practice.posted).toEqual([]);
  });
});
