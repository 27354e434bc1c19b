/** The card of a mention, the way from one mention to the next, and the marks at the edge. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inEachBrowser } from '../driver/each-browser.ts';
import { type Scope, type Tab, until } from '../driver/index.ts';
import { chooseIn } from '../e2e/person.ts';
import { type Bench, openBench, pageOf, postOf } from './watch-page.ts';

interface Card {
  mention: { id: string };
  step?: { at: number; of: number };
}
interface Kept {
  id: string;
  status: string;
}

/** What of ours is seen in the page: its host's box, by how large it is. */
const listHosts = (tab: Tab) =>
  tab.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[popover]:popover-open')]
      .filter((host) => getComputedStyle(host).visibility === 'visible')
      .map((host) => {
        const { left, top, right, bottom, width } = host.getBoundingClientRect();
        return { left, top, right, bottom, width };
      }),
  );
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const cardOf = async (tab: Tab) => (await listHosts(tab)).find(({ width }) => width > 200);
const stripOf = async (tab: Tab) => (await listHosts(tab)).find(({ width }) => width < 20);

/** The middle of the first hit in the element. */
const findHit = (tab: Tab, selector: string) =>
  tab.evaluate((wanted: string) => {
    for (const ranges of (CSS.highlights as unknown as Map<string, Set<StaticRange>>).values())
      for (const range of ranges) {
        if (!document.querySelector(wanted)?.contains(range.startContainer)) continue;
        const ruler = document.createRange();
        ruler.setStart(range.startContainer, range.startOffset);
        ruler.setEnd(range.endContainer, range.endOffset);
        const { left, top, width, height } = ruler.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2, top, bottom: top + height };
      }
    return undefined;
  }, selector);

inEachBrowser('the card', (name) => {
  let bench: Bench;
  let tab: Tab;
  const path = '/card';
  beforeAll(async () => {
    bench = await openBench(name);
    await bench.listen([
      { id: 'acme', query: 'Acme', kind: 'brand', color: 'teal' },
      { id: 'globex', query: 'Globex', kind: 'competitor', color: 'rose' },
    ]);
    const filler = (from: number) =>
      Array.from({ length: 12 }, (_, i) => postOf(`f${from + i}`, `post ${from + i} ${'words '.repeat(60)}`)).join('');
    bench.server.route(
      `localhost${path}`,
      pageOf(
        `<textarea id="box" style="display:block"></textarea>${postOf('a1', 'Is Acme any good?')}${filler(0)}` +
          `${postOf('a2', 'Globex rather than Acme')}${filler(20)}${postOf('a3', 'Acme, far down')}${filler(40)}`,
      ),
    );
    tab = await bench.open(path);
    await until('rows', async () => (await bench.listKept()).length === 3);
  });
  afterAll(() => bench?.close());

  const ask = <T>(message: string, body: object = {}) => bench.ask<T>(path, message, body);
  const countHere = async () => (await ask<{ mentions: object[] }>('tab/mentions')).mentions.length;
  const shown = async () => (await ask<{ card?: Card }>('tab/card')).card;
  const statusOf = async (id: string) =>
    (await bench.listKept()).map((row) => row as unknown as Kept).find((row) => row.id.endsWith(id))?.status;
  const findFrame = (): Promise<Scope> =>
    until('the frame', async () => {
      for (const frame of tab.frames()) if ((await frame.url()).includes('/card.html')) return frame;
      return undefined;
    });
  const restOn = async (selector: string) => {
    await tab.bringToFront();
    const hit = await until('the hit', () => findHit(tab, selector));
    await tab.pointTo(3, 3);
    await pause(400);
    await tab.pointTo(hit.x, hit.y);
    return hit;
  };
  const wordsOf = (frame: Scope) => frame.evaluate(() => document.body.innerText);

  test('a pointer at rest on a hit opens it right beside the words, and nothing in the page moves or loses the focus', async () => {
    await tab.click('#box');
    const layout = () =>
      tab.evaluate(() => [document.documentElement.scrollHeight, document.querySelector('#a1')?.getBoundingClientRect().top, scrollY]);
    const before = await layout();
    const hit = await restOn('#a1');
    const card = await until('the card', () => cardOf(tab));
    expect(Math.min(Math.abs(card.top - hit.bottom), Math.abs(hit.top - card.bottom))).toBeLessThan(10);
    expect(await layout()).toEqual(before);
    await tab.type('typed');
    expect(await tab.evaluate(() => document.querySelector<HTMLTextAreaElement>('#box')?.value)).toBe('typed');
  });

  test('it says who, which keyword, why and what there was with this person before', async () => {
    const frame = await findFrame();
    const words = await until('its words', async () => /ecause of “Acme”/.test(await wordsOf(frame)) && wordsOf(frame));
    expect(words).toContain('Ann a1');
    expect(words).toMatch(/First mention|mentions? by this person/);
    expect(words).toContain('New');
    for (const button of ['Reply', 'Done', 'Ignore', 'Mute', 'Note']) expect(await frame.countRole('button', button)).toBe(1);
  });

  test('the page sees none of it and cannot press it', async () => {
    const seen = await tab.evaluate(() => {
      const host = document.querySelector<HTMLElement>('[popover]');
      host?.click();
      host?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      return [document.documentElement.outerHTML, window.length, String(host?.shadowRoot)];
    });
    expect(seen[0]).not.toContain('card.html');
    expect(seen.slice(1)).toEqual([0, 'null']);
    expect(await statusOf('a1')).toBe('new');
  });

  test('a pointer that leaves closes it; so does Escape, and it stays closed while the pointer stays', async () => {
    await tab.pointTo(900, 700);
    await until('closed', async () => !(await cardOf(tab)));
    const hit = await restOn('#a1');
    await until('the card', () => cardOf(tab));
    await tab.evaluate(() => (document.activeElement as HTMLElement).blur());
    await tab.press('Escape');
    await until('closed', async () => !(await cardOf(tab)));
    await tab.pointTo(hit.x + 1, hit.y);
    await pause(600);
    expect(await cardOf(tab)).toBeUndefined();
  });

  test('Done, a note and a mute are kept, by presses within the frame', async () => {
    await restOn('#a1');
    await until('the card', () => cardOf(tab));
    const frame = await findFrame();
    await chooseIn(
      frame,
      () => frame.clickRole('button', 'Done'),
      'done',
      async () => (await statusOf('a1')) === 'done',
    );
    await frame.clickRole('button', 'Note');
    await frame.fillRole('textbox', 'Note on Ann a1', 'Asked at the fair.');
    const isNoted = async () => (await frame.countRole('button', 'Save')) === 0 && (await wordsOf(frame)).includes('Asked at the fair.');
    await chooseIn(frame, () => frame.clickRole('button', 'Save'), 'the note', isNoted);
    await frame.clickRole('button', 'Mute');
    await frame.selectRole('combobox', 'How long', '1 week');
    await frame.clickRole('radio', 'Mute a1 on Other sites');
    const readMutes = async () => {
      const rows = (await bench.ours.evaluate(async () => {
        const api = globalThis as unknown as {
          browser: { storage: { local: { get(key: string): Promise<{ watch?: { mutes?: object[] } }> } } };
        };
        return (await api.browser.storage.local.get('watch')).watch?.mutes ?? [];
      })) as { id: string; kind: string; value: string; until?: number }[];
      return rows.length > 0 && rows;
    };
    await chooseIn(frame, () => frame.click('.part [type=submit]'), 'the mute', readMutes);
    const mutes = await until('the mute', readMutes);
    expect(mutes[0]).toMatchObject({ kind: 'person' });
    expect(mutes[0]?.until).toBeGreaterThan(Date.now());
    await until('not heard any more', async () => (await countHere()) === 2);
    await bench.send('mute/remove', { id: mutes[0]?.id });
    await until('heard again', async () => (await countHere()) === 3);
  });

  /** A card that has just become larger or smaller is on its way to its place: a press that missed it is made again. */
  const pressUntil = (frame: Scope, role: string, name: string, done: () => Promise<boolean>) =>
    until(`${name} to be pressed`, async () => {
      if (await done()) return true;
      if ((await frame.countRole(role, name)) > 0) await frame.clickRole(role, name);
      return done();
    });

  const openCard = async (selector: string) => {
    // A page that is still loading takes what is under the pointer away again; a person moves it once more.
    await until('the card', async () => {
      await tab.evaluate((wanted) => document.querySelector(wanted)?.scrollIntoView({ block: 'center', behavior: 'instant' }), selector);
      await restOn(selector);
      return until('it', () => cardOf(tab), 4_000);
    });
    const frame = await findFrame();
    await until('its mention', async () => (await frame.countRole('button', 'Mute')) > 0);
    return frame;
  };

  test('a note that was begun is there again after the post was scrolled away and the page left, and nowhere in the page', async () => {
    const frame = await openCard('#a2');
    await frame.clickRole('button', 'Note');
    await frame.fillRole('textbox', 'Note on Ann a2', 'Half a thought');
    await tab.evaluate(() => window.scrollTo(0, 0));
    await until('closed', async () => !(await cardOf(tab)));
    expect(await tab.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).toBe('[{},{}]');
    await tab.reload();
    const again = await openCard('#a2');
    await again.clickRole('button', 'Note, begun and not saved');
    const readNote = () => again.evaluate(() => document.querySelector('textarea')?.value);
    expect(await readNote()).toBe('Half a thought');
    await again.clickRole('button', 'Discard');
    await until('no draft', async () => (await again.countRole('button', 'Note')) === 1);
    await pressUntil(again, 'button', 'Note', async () => (await readNote()) === '');
    await again.clickRole('button', 'Discard');
    await tab.press('Escape');
  });

  test('a whole site can be muted for one keyword, and what it covers ignored with it', async () => {
    const readMutes = async () =>
      (await bench.ours.evaluate(async () => {
        const { browser } = globalThis as unknown as {
          browser: { storage: { local: { get(key: string): Promise<{ watch?: { mutes?: object[] } }> } } };
        };
        return (await browser.storage.local.get('watch')).watch?.mutes ?? [];
      })) as { id: string; kind: string; value: string; keywordId?: string }[];
    const all = (await bench.listKept()).map(({ id }) => id);
    await bench.send('mention/setStatus', { ids: all, status: 'new' });
    let frame = await openCard('#a2');
    await frame.clickRole('button', 'Mute');
    const isChosen = () =>
      frame.evaluate(() => document.querySelector('label:has(input[type=radio]:checked)')?.textContent?.includes('Mute all of') === true);
    await pressUntil(frame, 'radio', 'Mute all of localhost', isChosen);
    await frame.selectRole('combobox', 'For', 'Globex');
    await chooseIn(
      frame,
      () => frame.click('.part [type=submit]'),
      'the mute',
      async () => (await readMutes()).length,
    );
    const [forOne] = await until('the mute', async () => (await readMutes()).length > 0 && readMutes());
    expect(forOne).toMatchObject({ kind: 'place', value: 'localhost', keywordId: 'globex' });
    // The page reads its posts anew with the mute, and comes to the same.
    await until('all of them', async () => (await countHere()) === 3);
    await pause(300);
    await until('all of them still', async () => (await countHere()) === 3);
    await bench.send('mute/remove', { id: forOne?.id });
    await bench.send('mention/setStatus', { ids: all, status: 'new' });
    await until('none', async () => (await readMutes()).length === 0);
    await tab.press('Escape');
    frame = await openCard('#a1');
    await frame.clickRole('button', 'Mute');
    await frame.clickRole('radio', 'Mute all of localhost');
    await until('the others', async () => (await frame.countRole('checkbox', 'Also ignore 2 other mentions in New')) === 1);
    const areIgnored = async () => (await bench.listKept()).every(({ status }) => status === 'ignored');
    await chooseIn(frame, () => frame.click('.part [type=submit]'), 'all ignored', areIgnored);
    const [whole] = await until('the mute', async () => (await readMutes()).length > 0 && readMutes());
    expect(whole).not.toHaveProperty('keywordId');
    await bench.send('mute/remove', { id: whole?.id });
    await bench.send('mention/setStatus', { ids: all, status: 'new' });
    await until('heard again', async () => (await countHere()) === 3);
  });

  test('all it offers stands in one row, no name is too long for it, and in a low window it can be pressed all the same', async () => {
    await tab.setViewport(640, 170);
    const frame = await openCard('#a1');
    await frame.evaluate(() => {
      const name = document.querySelector('.who strong');
      if (name) name.textContent = 'Featherstonehaugh-Cholmondeley '.repeat(6);
    });
    const layout = await frame.evaluate(() => ({
      rows: new Set([...document.querySelectorAll('.actions button')].map((one) => one.getBoundingClientRect().top)).size,
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      panel: (document.querySelector('.panel')?.getBoundingClientRect().right ?? 0) - innerWidth,
      hidden: document.documentElement.scrollHeight > innerHeight,
    }));
    expect(layout).toEqual({ rows: 1, wide: 0, panel: 0, hidden: true });
    await chooseIn(
      frame,
      () => frame.clickRole('button', 'Done'),
      'done',
      async () => (await statusOf('a1')) === 'done',
    );
    await tab.press('Escape');
    await tab.setViewport(1280, 800);
  });

  test('the keys go from one mention to the next in the page’s order, round and back, and say which it is', async () => {
    await tab.evaluate(() => {
      window.scrollTo(0, 0);
      (document.activeElement as HTMLElement)?.blur();
    });
    await tab.pointTo(900, 700);
    await until('closed', async () => !(await cardOf(tab)));
    const steps: unknown[] = [];
    for (const key of ['N', 'N', 'N', 'N', 'P', 'P']) {
      const before = (await shown())?.mention.id;
      await tab.press(`Alt+Shift+${key}`);
      const card = await until('the next card', async () => {
        const now = await shown();
        return now && now.mention.id !== before && (await cardOf(tab)) && now;
      });
      steps.push([card.mention.id.slice(-2), card.step?.at, card.step?.of]);
    }
    expect(steps).toEqual([
      ['a1', 1, 3],
      ['a2', 2, 3],
      ['a3', 3, 3],
      ['a1', 1, 3],
      ['a3', 3, 3],
      ['a2', 2, 3],
    ]);
    const frame = await findFrame();
    await until('it is said', async () =>
      (await frame.evaluate(() => [...document.querySelectorAll('[role=status]')].map((one) => one.textContent).join(''))).includes(
        'Mention 2 of 3, by Ann a2',
      ),
    );
    expect(await tab.evaluate(() => document.activeElement?.localName)).toBe('body');
  });

  test('a key takes the focus into the card, and Escape gives it back', async () => {
    await tab.evaluate(() => document.querySelector<HTMLElement>('#a2 a')?.focus({ preventScroll: true }));
    await tab.press('Alt+Shift+N');
    await until('another card', async () => (await shown())?.mention.id.endsWith('a3') && (await cardOf(tab)));
    await tab.press('Alt+Shift+Enter');
    const frame = await findFrame();
    await until('focus inside', () => frame.evaluate(() => document.hasFocus() && document.activeElement?.localName === 'button'));
    await tab.press('Escape');
    await until('closed', async () => !(await cardOf(tab)));
    expect(await tab.evaluate(() => document.activeElement?.closest('article')?.id)).toBe('a2');
  });

  test('keys that are typed are never taken', async () => {
    // The card's frame had the keys before: they come to the page once it has the focus itself.
    await tab.waitFor(() => {
      document.querySelector<HTMLTextAreaElement>('#box')?.focus();
      return document.hasFocus() && document.activeElement?.id === 'box';
    });
    await tab.evaluate(() => {
      (window as unknown as { keys: string[] }).keys = [];
      addEventListener('keydown', (event) => (window as unknown as { keys: string[] }).keys.push(event.code));
    });
    await tab.press('Alt+Shift+N');
    await pause(500);
    expect(await tab.evaluate('window.keys.includes("KeyN")')).toBe(true);
    expect(await cardOf(tab)).toBeUndefined();
  });

  test('marks at the edge show where the mentions are, beside the scroll bar, and a press goes there', async () => {
    await tab.evaluate(() => window.scrollTo(0, 0));
    const strip = await until('the strip', () => stripOf(tab));
    expect(strip.right).toBeLessThanOrEqual(await tab.evaluate(() => document.documentElement.clientWidth));
    // Where it has no mark, it is not there for the pointer.
    expect(await tab.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.localName, { x: strip.left + 6, y: 400 })).not.toBe('div');
    const at = await tab.evaluate(() => {
      const post = document.querySelector('#a3');
      return ((post?.getBoundingClientRect().top ?? 0) / document.documentElement.scrollHeight) * innerHeight;
    });
    await tab.pointTo(strip.left + 6, at);
    await until('a mark under the pointer', () =>
      tab.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.hasAttribute('popover'), { x: strip.left + 6, y: at }),
    );
    await tab.pressAt(strip.left + 6, at);
    await until('the post', () =>
      tab.evaluate(() => {
        const top = document.querySelector('#a3')?.getBoundingClientRect().top ?? -1;
        return top > 0 && top < innerHeight;
      }),
    );
  });

  test('where highlights are off there is no card and no strip; the strip can be off by itself', async () => {
    await bench.send('place/save', { places: { localhost: { strip: false } }, origins: [] });
    await until('no strip', async () => !(await stripOf(tab)));
    await bench.send('place/save', { places: { localhost: { strip: true } }, origins: [] });
    await until('the strip', () => stripOf(tab));
    await bench.send('settings/save', { patch: { strip: false } });
    await until('no strip anywhere', async () => !(await stripOf(tab)));
    await bench.send('settings/save', { patch: { strip: true } });
    await until('the strip', () => stripOf(tab));
    await bench.send('place/save', { places: { localhost: { highlight: false } }, origins: [] });
    await until('no strip', async () => !(await stripOf(tab)));
    await tab.evaluate(() => window.scrollTo(0, 0));
    const at = await tab.evaluate(() => {
      const { left, top } = document.querySelector('#a1 p')?.getBoundingClientRect() ?? { left: 0, top: 0 };
      return { x: left + 25, y: top + 8 };
    });
    await tab.pointTo(at.x, at.y);
    await pause(800);
    expect([await cardOf(tab), await stripOf(tab)]).toEqual([undefined, undefined]);
  });
});
