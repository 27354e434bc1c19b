/** A shortcut typed in a box becomes its reply: only where a person typed it, and never past what is for the person to say. */
import { expect, test } from 'vitest';
import { type Scope, type Tab, until } from '../driver/index.ts';
import { chooseIn, openReplyBox, openSection, readFieldText, untilTyped } from './person.ts';
import { makeKeyword, makeReply, onStage, tell } from './stage.ts';
import { readTable } from './stored.ts';

const reply = 'Thank you, Mira! {{cursor}}\n\nAll of it is in the guide: what each plan holds, and how to move.';
const written = reply.replace('{{cursor}}', '');

type Api = typeof import('wxt/browser').browser;

interface Kept {
  replyId: string;
  site?: string;
}

const findPicker = (page: Tab): Promise<Scope> =>
  until('the picker', async () => {
    for (const frame of page.frames()) if ((await frame.url()).includes('/picker.html')) return frame;
    return undefined;
  });

/** Runs in a page of ours: whether pages are told that shortcuts are off. */
async function readPublished(): Promise<boolean> {
  const known = globalThis as unknown as { browser?: Api; chrome: Api };
  const { watch } = await (known.browser ?? known.chrome).storage.local.get('watch');
  return (watch as { shortcuts?: boolean } | undefined)?.shortcuts === false;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

onStage('a typed shortcut', (stage) => {
  let feed: Tab;
  let box = '';
  /** A post that was answered is asked about before it is answered again: each test has its own. */
  const goTo = async (post: string) => {
    box = `#box-${post} .field`;
    await openReplyBox(feed, `#${post}`);
  };
  const readBox = () => readFieldText(feed, box);
  const fillBox = (text: string) =>
    feed.evaluate(
      ({ box, text }) => {
        const field = document.querySelector<HTMLTextAreaElement>(box);
        if (!field) return;
        field.value = text;
        field.focus();
        field.setSelectionRange(text.length, text.length);
      },
      { box, text },
    );
  const enter = (picker: Scope, what: string, check: () => Promise<boolean>, chord = 'Enter') =>
    chooseIn(picker, () => feed.press(chord), what, check);
  const isClosed = async (picker: Scope) => (await picker.countRole('dialog', 'Earshot replies')) === 0;
  const countAnswers = async () => (await readTable(stage.inside, 'answers')).length;

  test('it becomes the reply with the caret where it is wanted, one undo gives it back, and the answer is kept', async () => {
    await tell(stage, 'keyword/save', { keywords: [makeKeyword('Tidepool')] });
    await tell(stage, 'reply/save', {
      replies: [
        { ...makeReply('Guide', reply), shortcut: ';Guide' },
        { ...makeReply('Order', 'Order {{ask "order number"}} left us today.'), shortcut: 'order' },
      ],
    });
    feed = await stage.driver.open(stage.practice.url);
    await until('the mentions', async () => (await readTable(stage.inside, 'mentions')).length > 0);
    await feed.bringToFront();
    await goTo('p1');
    await feed.type('Hi. ;guide ');
    await until('the reply', async () => (await readBox()) === `Hi. ${written}`);
    await pause(500);
    await feed.type('Z');
    await until('the letter', async () => (await readBox()) === `Hi. ${reply.replace('{{cursor}}', 'Z')}`);
    await feed.press('Control+z');
    await feed.press('Control+z');
    await until('the shortcut', async () => (await readBox()) === 'Hi. ;guide ');
    const [answer] = await until('the answer', async () => {
      const kept = await readTable<Kept>(stage.inside, 'answers');
      return kept.length > 0 && kept;
    });
    expect(answer?.replyId).toBe('reply-Guide');
    await fillBox('');
  });

  test('what stands for no reply stays, and so does a word in the middle of another', async () => {
    await fillBox('');
    await feed.type('a;guide ;nothing ;guid ');
    await pause(800);
    expect(await readBox()).toBe('a;guide ;nothing ;guid ');
  });

  test('a page that writes it there, and forges the keys for it, learns nothing', async () => {
    await fillBox('');
    await feed.evaluate((box) => {
      const field = document.querySelector<HTMLTextAreaElement>(box);
      for (const key of ';guide ') {
        document.execCommand('insertText', false, key);
        for (const type of ['keydown', 'keypress', 'keyup'])
          field?.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true }));
      }
    }, box);
    await pause(800);
    expect(await readBox()).toBe(';guide ');
  });

  test('what it still needs is asked for in the picker, and then takes its place', async () => {
    await goTo('p3');
    await feed.type(';order ');
    const picker = await findPicker(feed);
    await until('the question', async () => (await picker.countRole('textbox', 'order number')) === 1);
    expect(await readBox()).toBe(';order ');
    await untilTyped(picker, '.ask-form input');
    await feed.type('4711');
    await enter(picker, 'the reply', async () => (await readBox()) === 'Order 4711 left us today.');
    await until('the picker to close', () => isClosed(picker));
  });

  test('with Shift the picker stays for the next reply, which begins a line of its own', async () => {
    await goTo('p4');
    const before = await countAnswers();
    await tell(stage, 'reply/save', { replies: [makeReply('One more', 'One thing more: it is free.'), makeReply('Bye', 'Bye, Jo')] });
    await feed.press('Alt+Shift+E');
    const picker = await findPicker(feed);
    await until('its replies', async () => (await picker.texts('listbox', 'Replies', 'option')).length >= 4);
    await untilTyped(picker, '[type=search]');
    await feed.type('One more');
    await until('one of them', async () => (await picker.texts('listbox', 'Replies', 'option')).length === 1);
    await enter(picker, 'the first', async () => (await readBox()) === 'One thing more: it is free.', 'Shift+Enter');
    await until('the list again', async () => (await picker.texts('listbox', 'Replies', 'option')).length >= 4);
    // The box had the focus for the reply; it comes back to the panel.
    await untilTyped(picker, '[type=search]');
    await feed.type('Bye');
    await until('one reply', async () => (await picker.texts('listbox', 'Replies', 'option')).length === 1);
    await enter(picker, 'both', async () => (await readBox()) === 'One thing more: it is free.\nBye, Jo');
    expect(await until('both answers', async () => (await countAnswers()) - before === 2)).toBe(true);
  });

  test('it can be switched off', async () => {
    await stage.inside.bringToFront();
    await openSection(stage.inside, 'Settings');
    await stage.inside.clickRole('switch', 'Typing ;shortcut and a space in a box puts that reply there');
    await until('it is off', async () => (await readTable<{ shortcuts?: boolean }>(stage.inside, 'settings'))[0]?.shortcuts === false);
    // The page hears of one thing after the other: what it paints now it paints by rules that know of the switch.
    await until('the pages to be told', () => stage.inside.evaluate(readPublished));
    await tell(stage, 'keyword/save', { keywords: [makeKeyword('Foxglove Desk', 'competitor', 'rose')] });
    await feed.bringToFront();
    await feed.waitFor(() => [...CSS.highlights.keys()].some((one) => one.startsWith('earshot-competitor')));
    await goTo('p2');
    await feed.type(';guide ');
    await pause(800);
    expect(await readBox()).toBe(';guide ');
  });
});
