import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { forOwnPages } from '../driver/each-browser.ts';
import { type Tab, until } from '../driver/index.ts';
import { makeKeyword, onStage, tell } from './stage.ts';
import { readTable } from './stored.ts';

interface KeptGoal {
  outcome: string;
  measure: { kind: string };
  target: number;
  baseline?: { n: number; posts: number };
}

/** What a press makes for the person to keep. */
async function readDownload(page: Tab, press: string): Promise<string> {
  await page.evaluate(() => {
    const original = URL.createObjectURL;
    URL.createObjectURL = (made: Blob) => {
      URL.createObjectURL = original;
      (globalThis as unknown as { made: Promise<string> }).made = made.text();
      return original(made);
    };
  });
  await page.clickRole('button', press);
  return page.evaluate(() => (globalThis as unknown as { made: Promise<string> }).made);
}

/** What would ask for something, run something or look like something else if any of it were taken for markup. */
const hostile =
  '<img src=https://evil.example/p.png> <script src=https://evil.example/s.js></script></style><style>@import "https://evil.example/c.css"</style>';

onStage(
  'goals and the report',
  (stage, name) => {
    const folder = mkdtempSync(join(tmpdir(), `earshot-report-${name}-`));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const goals = () => readTable<KeptGoal>(stage.inside, 'goals');
    let report: Tab;

    test('a goal is set in the person’s own words and says what it was counted from', async () => {
      await tell(stage, 'keyword/save', { keywords: [makeKeyword('Tidepool'), makeKeyword('Foxglove Desk', 'competitor', 'rose')] });
      await stage.driver.open(stage.practice.url);
      await until('mentions', async () => (await readTable(stage.inside, 'mentions')).length >= 4);
      const page = await stage.driver.open(stage.driver.extensionUrl('dashboard.html#goals'));
      await page.clickRole('button', 'New goal');
      await page.fillRole('textbox', 'What is to be different', 'Named more often than they are');
      await page.selectRole('combobox', 'Told by', 'Share of voice');
      await page.fillRole('textbox', 'Wanted, in %', '60');
      await page.clickRole('button', 'Save');
      const [goal] = await until('the goal', async () => ((await goals()).length > 0 ? goals() : undefined));
      expect(goal).toMatchObject({ outcome: 'Named more often than they are', measure: { kind: 'share-of-voice' }, target: 0.6 });
      expect(goal?.baseline).toBeDefined();
      await until('its card', async () => (await page.texts('list', 'Your goals', 'listitem'))[0]?.includes('wanted: at least 60 %'));
      await page.close();
    });

    test('a target is read as it was meant, and what is wrong with it is said by its field', async () => {
      const page = await stage.driver.open(stage.driver.extensionUrl('dashboard.html#goals'));
      await page.clickRole('button', 'New goal');
      await page.selectRole('combobox', 'Told by', 'Posts read');
      await page.clickRole('button', 'Save');
      const focused = () => page.evaluate(() => document.querySelector('label[for="' + document.activeElement?.id + '"]')?.textContent);
      await until('the first field that is wrong to have the keyboard', async () => (await focused()) === 'What is to be different');
      await page.fillRole('textbox', 'What is to be different', 'We know what is said');
      await page.clickRole('button', 'Save');
      await until('the next', async () => (await focused()) === 'Wanted, as a number');
      await page.fillRole('textbox', 'Wanted, as a number', '12 apples');
      await page.clickRole('button', 'Save');
      const problems = () => page.evaluate(() => [...document.querySelectorAll('form .problem')].map((one) => one.textContent));
      await until('the problem', async () => (await problems()).length === 1);
      expect(await problems()).toEqual(['Give a number and nothing else, like 40 or 2.5.']);
      expect(await page.evaluate(() => document.querySelector<HTMLInputElement>('form [aria-invalid]')?.value)).toBe('12 apples');
      await page.fillRole('textbox', 'Wanted, as a number', '40,000');
      await page.clickRole('button', 'Save');
      const saved = await until('the goal', async () => (await goals()).find(({ measure }) => measure.kind === 'read'));
      expect(saved.target).toBe(40_000);
      // Set today: nothing is said of it yet.
      await until('its card', async () =>
        (await page.texts('list', 'Your goals', 'listitem')).some((text) => text.includes('Too early to say')),
      );
      await page.close();
    });

    test('a ready plan knows what is done and sets its goals at a press', async () => {
      const page = await stage.driver.open(stage.driver.extensionUrl('dashboard.html#goals'));
      await until('the plans', async () => (await page.countRole('button', 'Set its 2 goals')) > 0);
      expect(await page.texts('article', 'Listen', 'listitem')).toContainEqual(expect.stringContaining('Your brand is a keyword'));
      await page.clickRole('button', 'Set its 2 goals');
      await until('both goals', async () => (await goals()).length === 4);
      await page.close();
    });

    test('a report is written into, and what was written is kept for it', async () => {
      report = await stage.driver.open(stage.driver.extensionUrl('dashboard.html#report'));
      await until('the page', async () => (await report.countRole('button', 'Edit “Summary”')) > 0);
      // In the first days of a month the last one is shown: nothing was read in that.
      if ((await report.countRole('button', 'Later')) > 0) await report.clickRole('button', 'Later');
      await report.clickRole('button', 'Edit “Summary”');
      await report.fillRole('textbox', 'Summary', `A good month. ${hostile}`);
      await report.clickRole('button', 'Save');
      const drafts = () => readTable<{ texts: { summary?: string } }>(stage.inside, 'reports');
      await until('the text', async () => (await drafts())[0]?.texts.summary?.startsWith('A good month.'));
      await until('it on the page', () =>
        report.evaluate(() => document.querySelector('.summary')?.textContent?.includes('A good month.')),
      );
    });

    test('Escape closes a passage and loses nothing: its button says what was begun, and it is there again', async () => {
      const shown = () => report.evaluate(() => document.querySelector('.summary')?.textContent ?? '');
      const typed = () => report.evaluate(() => document.querySelector<HTMLTextAreaElement>('.passage textarea')?.value);
      const better = `An even better month. ${hostile}`;
      const begun = 'Edit, begun and not saved: “Summary”';
      await report.clickRole('button', 'Edit “Summary”');
      await report.fillRole('textbox', 'Summary', better);
      await report.press('Escape');
      await until('it is closed', async () => (await report.countRole('textbox', 'Summary')) === 0);
      expect(await report.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(begun);
      expect(await shown()).toContain('A good month.');
      // Another time with a passage of its own, another page, and back.
      await report.clickRole('button', 'Earlier');
      await until('that time', async () => (await report.countRole('button', 'Edit “Summary”')) === 1);
      await report.clickRole('button', 'Later');
      await until('it is begun', async () => (await report.countRole('button', begun)) === 1);
      await report.clickRole('link', 'Goals');
      await until('that page', async () => (await report.countRole('button', 'New goal')) === 1);
      await report.clickRole('link', 'Report');
      const edit = async () => (await report.countRole('button', 'Edit “Summary”')) + (await report.countRole('button', begun));
      // The way to a later one is there before it is known which is shown first.
      await until('the page', async () => (await edit()) === 1);
      if ((await report.countRole('button', begun)) === 0) await report.clickRole('button', 'Later');
      await until('it is begun still', async () => (await report.countRole('button', begun)) === 1);
      await report.clickRole('button', begun);
      expect(await typed()).toBe(better);
      // The tab is closed over what was typed last, and another one opened.
      await report.fillRole('textbox', 'Summary', `${better}!`);
      await report.close();
      report = await stage.driver.open(stage.driver.extensionUrl('dashboard.html#report'));
      await until('the page', async () => (await report.countRole('button', 'Later')) + (await report.countRole('button', begun)) > 0);
      if ((await report.countRole('button', begun)) === 0) await report.clickRole('button', 'Later');
      await until('it is begun still', async () => (await report.countRole('button', begun)) === 1);
      expect(await shown()).toContain('A good month.');
      await report.clickRole('button', begun);
      expect(await typed()).toBe(`${better}!`);
      expect(await report.evaluate(() => document.querySelector('.passage form')?.textContent)).toContain('did not save it');
      await report.fillRole('textbox', 'Summary', better);
      await report.press('Control+Enter');
      await until('it on the page', async () => (await shown()).includes('An even better month.'));
      await until('nothing is begun', async () => (await report.countRole('button', 'Edit “Summary”')) === 1);
      await report.clickRole('button', 'Edit “Summary”');
      await report.fillRole('textbox', 'Summary', 'Not this');
      await report.clickRole('button', 'Cancel');
      await report.clickRole('button', begun);
      await report.clickRole('button', 'Discard what I began');
      expect(await typed()).toBe(better);
      await report.press('Escape');
      await until('nothing is begun', async () => (await report.countRole('button', 'Edit “Summary”')) === 1);
    });

    test('its file opens from the disk, shows all there is, and asks for nothing', async () => {
      const path = join(folder, 'report.html');
      writeFileSync(path, await readDownload(report, 'HTML file'));
      const before = stage.server.log.length;
      const file = await stage.driver.open(pathToFileURL(path).href);
      await file.waitFor('document.readyState === "complete"');
      const seen = await file.evaluate(() => ({
        requests: performance.getEntriesByType('resource').map((entry) => entry.name),
        risky: document.querySelectorAll('script, img, link, iframe, object, embed, form, base').length,
        words: document.body.innerText,
        charts: document.querySelectorAll('svg.chart > title').length,
        styled: getComputedStyle(document.querySelector('h1') ?? document.body).fontSize,
      }));
      expect(seen.words).toContain(hostile);
      expect(seen.words).toContain('Named more often than they are');
      expect(seen).toMatchObject({ requests: [], risky: 0, styled: '26px' });
      expect(seen.charts).toBeGreaterThan(0);
      // Firefox asks its maker for news now and then, whatever is open.
      expect(stage.server.log.slice(before).filter((asked) => !/ [a-z.]+\.mozilla\.(com|net|org)\//.test(asked))).toEqual([]);
      await file.close();
    });

    test('a quote that is left out comes back at a press, and a particular mention can be quoted', async () => {
      // Another tab was in front.
      await report.bringToFront();
      const shown = () =>
        report.evaluate(() => [...document.querySelectorAll('.report .quote blockquote > p:first-child')].map((p) => p.textContent));
      const before = await shown();
      expect(before.length).toBeGreaterThan(0);
      await report.evaluate(() => document.querySelector<HTMLButtonElement>('.report .quote button')?.click());
      await until('one less', async () => (await shown()).length === before.length - 1);
      await report.clickRole('button', 'Undo');
      await until('as it was', async () => (await shown()).join() === before.join());
      const mentions = await readTable<{ id: string; text: string; keywordIds: string[] }>(stage.inside, 'mentions');
      const [chosen] = mentions.filter(({ text }) => !before.includes(text));
      const wordsOf = (text: string) =>
        text
          .match(/[a-z]{6,}/g)
          ?.slice(0, 3)
          .join(' ') ?? '';
      const status = () => report.evaluate(() => document.querySelector('dialog [role="status"]')?.textContent);
      await report.clickRole('button', 'Choose a quote');
      const none = 'No mention of this time has a star. Type words to look for one.';
      await until('that there is none', async () => (await status()) === none);
      // Told once, to whoever hears the page as well.
      const times = (words: string) => report.evaluate((w) => document.querySelector('dialog')?.textContent?.split(w).length ?? 0, words);
      expect(await times(none)).toBe(2);
      /** Has it quoted by keyboard: the dialog stays open, with the focus where it was, and pressing again does nothing more. */
      const choose = async (text: string) => {
        await report.fillRole('textbox', 'With these words', wordsOf(text));
        await until('how many there are', async () => /^\d+ mentions? found\.$/.test((await status()) ?? ''));
        const focus = (wanted: string) => {
          const found = [...document.querySelectorAll('.quote-list > li')].find(
            (one) => one.querySelector('p')?.textContent?.trim() === wanted,
          );
          found?.querySelector('button')?.focus();
          return document.activeElement?.textContent;
        };
        await until('it is found', async () => (await report.evaluate(focus, text.trim())) === 'Quote');
        await report.press('Enter');
        await until('it is quoted', async () => (await shown()).some((one) => one?.trim() === text.trim()));
        const focused = () =>
          report.evaluate(() => document.activeElement?.closest('dialog .quote-list') && document.activeElement?.textContent);
        await until('the button says so', async () => (await focused()) === 'Quoted');
        const many = (await shown()).length;
        await report.press('Enter');
        await new Promise((done) => setTimeout(done, 300));
        expect(await shown()).toHaveLength(many);
        expect(await focused()).toBe('Quoted');
      };
      await choose(chosen?.text ?? '');
      await report.clickRole('button', 'Close');
      await until('the focus is back', () => report.evaluate(() => document.activeElement?.textContent === 'Choose a quote'));
      // Once there is a choice it is no different.
      const [again = ''] = before;
      await report.evaluate(() => document.querySelector<HTMLButtonElement>('.report .quote button')?.click());
      await until('it is left out', async () => !(await shown()).includes(again));
      await report.clickRole('button', 'Choose a quote');
      await choose(again ?? '');
      await report.clickRole('button', 'Close');
      await until('the focus is back', () => report.evaluate(() => document.activeElement?.textContent === 'Choose a quote'));
    });

    test('with names left out no one who wrote is named in it', async () => {
      expect(await report.evaluate(() => document.querySelectorAll('.quote .by a').length)).toBeGreaterThan(0);
      const mentions = await readTable<{ author: { handle?: string; name?: string } }>(stage.inside, 'mentions');
      await report.clickRole('switch', 'Leave names out');
      await until('it is kept', async () => (await readTable<{ redacted?: boolean }>(stage.inside, 'reports'))[0]?.redacted);
      await until('the page', () => report.evaluate(() => document.querySelectorAll('.quote .by a').length === 0));
      for (const press of ['HTML file', 'Markdown', 'CSV']) {
        const text = await readDownload(report, press);
        for (const { author } of mentions)
          for (const one of [author.handle, author.name]) if (one && one.length > 2) expect(text.includes(one) ? one : '').toBe('');
      }
    });
  },
  forOwnPages,
);
