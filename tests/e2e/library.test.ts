import { expect, test } from 'vitest';
import { type Tab, until } from '../driver/index.ts';
import { chooseIn, countSaying, openReplyBox, pressOption, readFieldText } from './person.ts';
import { makeKeyword, makeReply, onStage, tell } from './stage.ts';
import { readTable, type StoredMention } from './stored.ts';

interface KeptMention extends StoredMention {
  tags?: string[];
  note?: string;
  assignee?: string;
  snoozedUntil?: number;
}

/** Chooses a file as a person does in the browser's own dialog, which no test can reach. */
const chooseFile = (page: Tab, name: string, text: string) =>
  page.evaluate(
    (file: { name: string; text: string }) => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      if (!input) throw new Error('no file field');
      const carried = new DataTransfer();
      carried.items.add(new File([file.text], file.name));
      input.files = carried.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { name, text },
  );

/** What the next download holds. */
async function readDownload(page: Tab, press: string): Promise<string> {
  await page.evaluate(() => {
    Object.assign(globalThis, { made: undefined });
    const original = URL.createObjectURL;
    URL.createObjectURL = (made: Blob) => {
      URL.createObjectURL = original;
      (globalThis as unknown as { made: Promise<string> }).made = made.text();
      return original(made);
    };
  });
  await page.clickRole('button', press);
  return page.waitFor<string>(() => (globalThis as unknown as { made?: Promise<string> }).made ?? '');
}

/** What the clipboard holds, pasted as a person would. */
async function paste(page: Tab, rich: boolean): Promise<string> {
  await page.evaluate((editable: boolean) => {
    const field = document.createElement(editable ? 'div' : 'textarea');
    field.id = 'pasted';
    if (editable) field.contentEditable = 'true';
    field.style.cssText = 'position:fixed;inset:0 0 auto auto;width:90px;height:40px;z-index:9';
    document.body.append(field);
    field.focus();
  }, rich);
  await page.press('Control+v');
  const text = await page.waitFor<string>(() => {
    const field = document.querySelector<HTMLElement>('#pasted');
    return (field instanceof HTMLTextAreaElement ? field.value : field?.innerHTML) ?? '';
  });
  await page.evaluate(() => document.querySelector('#pasted')?.remove());
  return text;
}

onStage('the library of replies', (stage) => {
  let page: Tab;
  const kept = () => readTable<{ id: string; title: string; body: string; shortcut: string }>(stage.inside, 'replies');
  const mentions = () => readTable<KeptMention>(stage.inside, 'mentions');

  test('a file is compared before anything changes, taken over, and taken back', async () => {
    await tell(stage, 'reply/save', { replies: [makeReply('Sorry', 'We are sorry')] });
    const before = await kept();
    page = await stage.driver.open(stage.driver.extensionUrl('dashboard.html#replies'));
    await until('the page', async () => (await page.countRole('button', 'Import replies')) > 0);
    const file = {
      folders: [
        {
          name: 'Support',
          snippets: [
            { name: 'Refund', shortcut: '/refund', text: 'Hi {formtext: name=name}, on its way {cursor}{clipboard}' },
            { name: 'Sorry', shortcut: '/sorry', text: 'We are so sorry' },
            { name: 'Nothing', shortcut: '/n', text: '' },
          ],
        },
      ],
    };
    await chooseFile(page, 'blaze.json', JSON.stringify(file));
    const rows = await until('the plan', async () => {
      const texts = await page.texts('list', 'Replies in the file', 'listitem');
      return texts.length === 2 && texts;
    });
    expect(rows[0]).toContain('new');
    expect(rows[0]).toContain('clipboard');
    expect(rows[1]).toContain('changed');
    expect(await page.evaluate(() => document.body.innerText)).toContain('“Nothing”: it has no text');
    expect(await kept()).toEqual(before);
    await page.clickRole('button', 'Import 2 replies');
    await until('both', async () => (await kept()).some(({ title, body }) => title === 'Sorry' && body === 'We are so sorry'));
    expect((await kept()).find(({ title }) => title === 'Refund')).toMatchObject({
      body: 'Hi {{ask "name"}}, on its way {{cursor}}{{clipboard}}',
      shortcut: 'refund',
    });
    await page.clickRole('button', 'Undo');
    await until('what was there', async () => JSON.stringify(await kept()) === JSON.stringify(before));
    await until('it in the list', async () => {
      const rows = await page.texts('list', 'Replies', 'listitem');
      return rows.length === before.length && rows.every((row) => !/Refund|so sorry/.test(row));
    });
  });

  test('a file that is not what it says changes nothing, and why is said', async () => {
    const before = await kept();
    await chooseFile(page, 'bad.json', '['.repeat(40));
    await until('the reason', async () => (await page.evaluate(() => document.body.innerText)).includes('nested more than 32 deep'));
    expect(await kept()).toEqual(before);
  });

  test('what is exported is what is kept, and is the same when it comes back', async () => {
    const text = await readDownload(page, 'Export as JSON');
    const file = JSON.parse(text);
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(file.replies.sort(byId)).toEqual((await kept()).sort(byId));
    await chooseFile(page, 'again.json', text);
    await until('nothing to take over', async () => {
      const texts = await page.texts('list', 'Replies in the file', 'listitem');
      return texts.length === file.replies.length && texts.every((row) => row.includes('the same'));
    });
    expect(await readDownload(page, 'Export as CSV')).toContain('"earshot_id","title","text"');
  });

  test('a macro is made, says what it will do, and does it from the inbox', async () => {
    await page.clickRole('button', 'New macro');
    await page.fillRole('textbox', 'Name', 'Look later');
    await page.fillRole('textbox', 'Add tags', 'later, product');
    await page.selectRole('combobox', 'Then', 'Snoozes it for 1 day');
    await page.clickRole('button', 'Save');
    await until('the macro', async () => (await readTable(stage.inside, 'macros')).length === 1);
    await tell(stage, 'keyword/save', { keywords: [makeKeyword('Tidepool')] });
    const feed = await stage.driver.open(stage.practice.url);
    await until('mentions', async () => (await mentions()).length >= countSaying('Tidepool'));
    await feed.close();
    await page.bringToFront();
    await page.clickRole('link', 'Inbox');
    await until('the inbox', async () => (await page.texts('list', 'Mentions', 'listitem')).length > 2);
    await page.clickRole('button', 'Macros');
    const steps = await until('the macro', () => page.evaluate(() => document.querySelector('.macro-choice')?.textContent));
    expect(steps).toContain('Adds the tags later, product');
    await page.click('.macro-choice > button');
    const done = await until('the snooze', async () => (await mentions()).find(({ status }) => status === 'snoozed'));
    expect(done.tags).toEqual(['later', 'product']);
    expect((done.snoozedUntil ?? 0) - Date.now()).toBeGreaterThan(23 * 3_600_000);
    await page.clickRole('button', 'Undo');
    await until('as it was', async () => (await mentions()).every(({ status, tags }) => status !== 'snoozed' && !tags));
  });

  test('a macro chosen in the picker puts its reply in, and then moves the mention of that very post', async () => {
    const macro = { id: 'wait', name: 'Thank and wait', replyId: 'reply-How', status: 'waiting', addTags: ['thanked'], createdAt: 1 };
    await tell(stage, 'reply/save', { replies: [makeReply('How', 'Here is how it works.')] });
    await tell(stage, 'macro/save', { macros: [macro] });
    const feed = await stage.driver.open(stage.practice.url);
    await openReplyBox(feed, '#p1');
    const findPicker = () =>
      until('the picker', async () => {
        for (const frame of feed.frames()) if ((await frame.url()).includes('/picker.html')) return frame;
        return undefined;
      });
    await (await findPicker()).clickRole('button', 'Earshot replies');
    const picker = await findPicker();
    await until('the dialog', async () => (await picker.countRole('dialog', 'Earshot replies')) > 0);
    await picker.fillRole('searchbox', 'Search replies', 'Thank and');
    const [option] = await until('the macro', async () => {
      const texts = await picker.texts('listbox', 'Replies', 'option');
      return texts.length === 1 && texts;
    });
    expect(option).toContain('Puts in “How”');
    expect(option).toContain('Moves it to Waiting');
    const press = () => pressOption({ driver: stage.driver, page: feed, picker });
    await chooseIn(picker, press, 'the reply in the box', async () =>
      (await readFieldText(feed, '#box-p1 .field')).includes('Here is how it works.'),
    );
    const moved = await until('the mention', async () => (await mentions()).find(({ tags }) => tags?.includes('thanked')));
    expect(moved).toMatchObject({ status: 'waiting' });
    expect(moved.id).toMatch(/p1$/);
    await feed.close();
    await page.bringToFront();
  });

  test('a note and who looks after it are kept at the mention', async () => {
    await page.clickRole('button', 'Snooze, note');
    await page.fillRole('combobox', 'Assigned to', 'Ben');
    await page.fillRole('textbox', 'Note', 'Ask about the invoice');
    await page.clickRole('button', 'Save');
    const done = await until('the note', async () => (await mentions()).find(({ note }) => note));
    expect(done).toMatchObject({ assignee: 'Ben', note: 'Ask about the invoice' });
  });

  test('a mention is handed off by the clipboard, as Markdown and as rich text', async () => {
    const handed = (await mentions()).find(({ note }) => note);
    await page.clickRole('button', 'Hand off');
    await page.clickRole('button', 'Copy as Markdown');
    await until('that it is said', async () => (await page.evaluate(() => document.body.innerText)).includes('Copied.'));
    const markdown = await paste(page, false);
    expect(markdown).toContain('> ');
    expect(markdown).toContain('**Note:** Ask about the invoice');
    expect(markdown).toContain(`](${handed?.url})`);
    await page.clickRole('button', 'Hand off');
    await page.clickRole('button', 'Copy as rich text');
    // Said before, so what the clipboard holds is what tells that it is done.
    const rich = await until('rich text on the clipboard', async () => {
      const pasted = await paste(page, true);
      return pasted.includes('<blockquote') && pasted;
    });
    expect(rich).toContain('Ask about the invoice');
  });
});
