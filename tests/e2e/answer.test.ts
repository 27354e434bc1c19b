import { expect, test } from 'vitest';
import { type Scope, type Tab, until } from '../driver/index.ts';
import { chooseIn, insertReply, openReplyBox, pressOption, readFieldText, untilTyped } from './person.ts';
import { makeKeyword, makeReply, onStage, tell } from './stage.ts';
import { readTable } from './stored.ts';

const body = 'Hi {{author.firstName|there}}, glad that {{keyword}} helps.\n\nWhat should we build next?';
const filled = (name: string) => `Hi ${name}, glad that Tidepool helps.\n\nWhat should we build next?`;
/** An editable element shows a blank line between two blocks in more than one way. */
const squeeze = (text: string) => text.replace(/\n{2,}/g, '\n\n').trim();

const findPicker = (page: Tab): Promise<Scope> =>
  until('the picker', async () => {
    for (const frame of page.frames()) if ((await frame.url()).includes('/picker.html')) return frame;
    return undefined;
  });

onStage('answer', (stage) => {
  let feed: Tab;

  test('marks that come over an open picker do not make it doubt that it is in view', async () => {
    await tell(stage, 'reply/save', {
      replies: [makeReply('Glad', body), makeReply('Zebra crossing', 'On it, {{author.firstName|there}}.')],
    });
    feed = await stage.driver.open(stage.practice.url);
    await openReplyBox(feed, '#p1');
    // The button comes to the box once the page is listened to.
    await (await findPicker(feed)).clickRole('button', 'Earshot replies');
    const picker = await findPicker(feed);
    await until('its replies', async () => (await picker.texts('listbox', 'Replies', 'option')).length >= 2);
    const before = await feed.evaluate(() => document.querySelectorAll('html > [popover]').length);
    await tell(stage, 'keyword/save', { keywords: [makeKeyword('Tidepool')] });
    await feed.waitFor((count: number) => document.querySelectorAll('html > [popover]').length > count, before);
    await untilTyped(picker, '[type=search]');
    await feed.type('Zebra');
    await until('one reply', async () => (await picker.texts('listbox', 'Replies', 'option')).length === 1);
    await feed.press('Enter');
    await until('the reply in the box', async () => (await readFieldText(feed, '#box-p1 .field')).includes('On it, Mira.'));
    await feed.close();
  });

  test('a reply from the popup lands in the plain box it was asked for, filled in', async () => {
    feed = await stage.driver.open(stage.practice.url);
    await feed.waitFor('CSS.highlights.size > 0');
    await openReplyBox(feed, '#p1');
    await feed.type('>');
    await insertReply(stage.driver, feed, 'Glad');
    expect(await readFieldText(feed, '#box-p1 .field')).toBe(`>${filled('Mira')}`);
  });

  test('one undo takes it out of the plain box again', async () => {
    await feed.click('#box-p1 .field');
    await feed.press('Control+z');
    await feed.waitFor(() => (document.querySelector('#box-p1 .field') as HTMLTextAreaElement).value === '>');
  });

  test('a comment’s box is answered with the comment’s author', async () => {
    await openReplyBox(feed, '#c1');
    await insertReply(stage.driver, feed, 'Glad');
    expect(await readFieldText(feed, '#box-c1 .field')).toBe(filled('Jonas'));
  });

  test('it lands in an editable element with its paragraphs, and one undo takes it out', async () => {
    await openReplyBox(feed, '#p3');
    await feed.type('>');
    await insertReply(stage.driver, feed, 'Glad');
    expect(squeeze(await readFieldText(feed, '#box-p3 .field'))).toBe(`>${filled('Priya')}`);
    await feed.click('#box-p3 .field');
    await feed.press('Control+z');
    await until('only what was there', async () => squeeze(await readFieldText(feed, '#box-p3 .field')) === '>');
  });

  test('the picker at a reply box puts the reply in without leaving the page', async () => {
    await openReplyBox(feed, '#p8');
    await (await findPicker(feed)).clickRole('button', 'Earshot replies');
    const picker = await findPicker(feed);
    await until('the dialog', async () => (await picker.countRole('dialog', 'Earshot replies')) > 0);
    await until('its replies', async () => (await picker.texts('listbox', 'Replies', 'option')).length >= 2);
    await picker.fillRole('searchbox', 'Search replies', 'Zebra');
    await until('one reply', async () => (await picker.texts('listbox', 'Replies', 'option')).length === 1);
    const isIn = async () => (await readFieldText(feed, '#box-p8 .field')).includes('On it, Luis.');
    const press = () =>
      pressOption({ driver: stage.driver, page: feed, picker }, async () =>
        expect(await readFieldText(feed, '#box-p8 .field')).not.toContain('On it'),
      );
    await chooseIn(picker, press, 'the reply in the box', isIn);
  });

  test('the page cannot read the replies before one is inserted', async () => {
    const seen = await feed.evaluate(() => document.documentElement.outerHTML);
    expect(seen).not.toContain('Glad');
    expect(seen).not.toContain('picker.html');
  });

  test('Reply on the card of a mention opens the site’s own box for that post, and the picker at it', async () => {
    await feed.bringToFront();
    await feed.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    let pressed = 0;
    const card = await until('the card', async () => {
      // A page that has just come to the front may not have the keys yet.
      if (performance.now() - pressed > 5_000) {
        await feed.press('Alt+Shift+N');
        pressed = performance.now();
      }
      for (const frame of feed.frames())
        if ((await frame.url()).includes('/card.html') && (await frame.countRole('button', 'Reply')) > 0) return frame;
      return undefined;
    });
    const isOpen = () =>
      feed.evaluate(() => [...document.querySelectorAll('form.box')].filter((box) => !(box as HTMLElement).hidden).map((box) => box.id));
    const before = await isOpen();
    await chooseIn(
      card,
      () => card.clickRole('button', 'Reply'),
      'a box more, or the one of this post',
      async () => (await isOpen()).length > before.length || (await feed.evaluate(() => document.activeElement?.hasAttribute('popover'))),
    );
    await until('the picker', async () => (await (await findPicker(feed)).countRole('dialog', 'Earshot replies')) > 0);
    await feed.press('Escape');
    expect(stage.practice.posted).toEqual([]);
  });

  test('what was inserted is remembered, and nothing was posted', async () => {
    const answers = await until('the answers', async () => {
      const rows = await readTable<{ mentionId?: string; replyId?: string }>(stage.inside, 'answers');
      return rows.length >= 4 && rows;
    });
    expect(answers.filter((one) => one.mentionId).length).toBeGreaterThanOrEqual(3);
    expect(stage.practice.posted).toEqual([]);
  });
});
