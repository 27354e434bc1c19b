import { expect, test } from 'vitest';
import { type Scope, type Tab, until } from '../driver/index.ts';
import { chooseIn, inPopup, openReplyBox, openSection, readFieldText, untilTyped } from './person.ts';
import { makeKeyword, makeReply, onStage, tell } from './stage.ts';
import { readTable } from './stored.ts';

const asking = 'Hi {{author.firstName|there}}, order {{ask "order number"}}: {{cursor}}.\n\n{{snippet "sig"}}';

const findPicker = (page: Tab): Promise<Scope> =>
  until('the picker', async () => {
    for (const frame of page.frames()) if ((await frame.url()).includes('/picker.html')) return frame;
    return undefined;
  });

onStage('write a reply', (stage) => {
  let feed: Tab;

  test('what is wrong in it is told while it is typed, one press repairs it, and the preview is about a real mention', async () => {
    await tell(stage, 'keyword/save', { keywords: [makeKeyword('Tidepool')] });
    await tell(stage, 'reply/save', { replies: [makeReply('Order', asking), { ...makeReply('Sig', 'Jo at Tidepool'), shortcut: 'sig' }] });
    feed = await stage.driver.open(stage.practice.url);
    await until('the mentions', async () => (await readTable(stage.inside, 'mentions')).length > 0);
    const { inside } = stage;
    await inside.bringToFront();
    await openSection(inside, 'Replies');
    await inside.clickRole('button', 'New reply');
    await inside.fillRole('textbox', 'Title', 'Glad');
    await inside.fillRole('textbox', 'Text', 'Hi {{author.fristName|there}}, glad about {{keyword}}!');
    await inside.clickRole('button', 'Change it to: author.firstName');
    await inside.waitFor(() => /Hi \p{Lu}\p{L}+, glad about Tidepool!/u.test(document.querySelector('.preview-text')?.textContent ?? ''));
    await inside.selectRole('combobox', 'Own wording for a site…', 'X');
    await inside.fillRole('textbox', 'Text for X', 'Glad, on {{site}}!');
    await inside.waitFor(() => document.querySelector('.preview-text')?.textContent === 'Glad, on X!');
    await inside.clickRole('button', 'Save');
    const kept = await until('the reply', async () =>
      (await readTable<{ title: string; body: string; variants?: unknown }>(inside, 'replies')).find(({ title }) => title === 'Glad'),
    );
    expect(kept.body).toBe('Hi {{author.firstName|there}}, glad about {{keyword}}!');
    expect(kept.variants).toEqual([{ site: 'x', body: 'Glad, on {{site}}!' }]);
  });

  test('the popup asks what the reply needs, and the caret stands where it says', async () => {
    await openReplyBox(feed, '#p1');
    await inPopup(stage.driver, async (popup) => {
      await popup.clickRole('button', 'Insert “Order”');
      await popup.fillRole('textbox', 'order number', '4711');
      await popup.press('Enter');
      await until('the answer', async () => (await readTable(popup, 'answers')).length > 0);
    });
    await feed.bringToFront();
    expect(await readFieldText(feed, '#box-p1 .field')).toBe('Hi Mira, order 4711: .\n\nJo at Tidepool');
    expect(await feed.evaluate(() => (document.querySelector('#box-p1 .field') as HTMLTextAreaElement).selectionStart)).toBe(21);
  });

  test('the picker asks too, by keyboard alone: Escape goes back to the list, Enter on', async () => {
    await openReplyBox(feed, '#p3');
    await feed.press('Alt+Shift+E');
    const picker = await findPicker(feed);
    await until('its replies', async () => (await picker.texts('listbox', 'Replies', 'option')).length >= 3);
    await untilTyped(picker, '[type=search]');
    await feed.type('order');
    await until('one reply', async () => (await picker.texts('listbox', 'Replies', 'option')).length === 1);
    const enter = (what: string, isDone: () => Promise<unknown>) => chooseIn(picker, () => feed.press('Enter'), what, isDone);
    const isAsked = async () => (await picker.countRole('textbox', 'order number')) === 1;
    await enter('the question', isAsked);
    await untilTyped(picker, '.ask-form input');
    await feed.press('Escape');
    await until('the list', async () => (await picker.texts('listbox', 'Replies', 'option')).length >= 1);
    await untilTyped(picker, '[type=search]');
    await enter('the question again', isAsked);
    await untilTyped(picker, '.ask-form input');
    await feed.press('Enter');
    await until('that it is empty', () => picker.evaluate(() => document.body.textContent?.includes('This is still empty.')));
    await feed.type('42');
    await until('the reply with what was typed', () =>
      picker.evaluate(() => document.querySelector('.reply-text .preview')?.textContent?.includes('order 42: .')),
    );
    await enter('the reply in the box', async () => (await readFieldText(feed, '#box-p3 .field')).includes('order 42: .'));
    // The caret is placed once the text was read back, and the picker closes after that.
    await until('the picker to close', async () => (await picker.countRole('dialog', 'Earshot replies')) === 0);
    await feed.type('soon');
    await until('what was typed at the caret', async () => (await readFieldText(feed, '#box-p3 .field')).includes('order 42: soon.'));
    expect(stage.practice.posted).toEqual([]);
  });
});
