/** What is said before a reply goes in, and that one key overrules it. */
import { expect, test } from 'vitest';
import { type Scope, type Tab, until } from '../driver/index.ts';
import { inPopup, insertReply, openReplyBox, readFieldText } from './person.ts';
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

async function openPicker(feed: Tab, post: string): Promise<Scope> {
  await goToBox(feed, post);
  await (await findPicker(feed)).clickRole('button', 'Earshot replies');
  const picker = await findPicker(feed);
  await until('its replies', async () => (await picker.texts('listbox', 'Replies', 'option')).length > 0);
  return picker;
}

async function chooseInPicker(feed: Tab, picker: Scope, title: string): Promise<void> {
  await picker.fillRole('searchbox', 'Search replies', title);
  await until('one reply', async () => (await picker.texts('listbox', 'Replies', 'option')).length === 1);
  await feed.press('Enter');
}

const readWarnings = (scope: Scope): Promise<string[]> =>
  until('a warning', async () => {
    const said = await scope.evaluate(() =>
      [...document.querySelectorAll('.warnings > ul > li')].map((one) => one.textContent?.trim() ?? ''),
    );
    return said.length > 0 && said;
  });

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
    await chooseInPicker(feed, picker, 'Inbox');
    const said = await readWarnings(picker);
    expect(said.join()).toMatch(/\d\d% the same as a reply you gave on this site .*, by “Inbox”/);
    expect(await readBox(feed, 'c1')).toBe('');
    await new Promise((resolve) => setTimeout(resolve, 400));
    await feed.press('Enter');
    await until('the reply in the box', async () => (await readBox(feed, 'c1')).includes(filled('Jonas')));
  });

  test('a post answered before is said to be, and Escape leaves the box as it is', async () => {
    const picker = await openPicker(feed, 'p1');
    const before = await readBox(feed, 'p1');
    await chooseInPicker(feed, picker, 'Kind words');
    expect((await readWarnings(picker)).join()).toMatch(/You answered this post .*, by “Inbox”/);
    await feed.press('Escape');
    await until('the list again', async () => (await picker.countRole('searchbox', 'Search replies')) > 0);
    expect(await readBox(feed, 'p1')).toBe(before);
    await feed.press('Escape');
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

  test('nothing was posted', () => {
    expect(stage.practice.posted).toEqual([]);
  });
});
