import { expect, test } from 'vitest';
import { forOwnPages } from '../driver/each-browser.ts';
import { type Tab, until } from '../driver/index.ts';
import { listFindings } from './findings.ts';
import { makeKeyword, onStage, tell } from './stage.ts';
import { readTable, type StoredMention } from './stored.ts';

interface Tweet {
  id: string;
  by: string;
  name: string;
  text: string;
}

/** As X builds its posts, as far as they are read. */
const tweet = ({ id, by, name, text }: Tweet): string =>
  `<article role="article" tabindex="0" data-testid="tweet"><div data-testid="User-Name"><a href="/${by}" role="link"><span>${name}</span></a>
    <a href="/${by}" role="link"><span>@${by}</span></a>
    <a href="/${by}/status/${id}" dir="ltr" role="link"><time datetime="2026-06-26T14:12:37.000Z">3h</time></a></div>
    <div dir="auto" lang="en" data-testid="tweetText"><span>${text}</span></div></article>`;

const feedOf = (tweets: readonly Tweet[]): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>X</title></head><body><main id="feed">${tweets.map(tweet).join('')}</main></body></html>`;

interface StoredNotice {
  mentionId: string;
  how: string;
  seenAt?: number;
}
type Ruled = StoredMention & { tags?: string[]; starred?: number; rules?: { name: string; did: string[] }[] };

onStage(
  'rules, notices and people',
  (stage) => {
    const open = async (hash: string): Promise<Tab> => {
      const page = await stage.driver.open(stage.driver.extensionUrl(`dashboard.html${hash}`));
      await page.waitFor('document.querySelector("main h1") !== null');
      return page;
    };
    const mentions = () => readTable<Ruled>(stage.inside, 'mentions');
    const notices = () => readTable<StoredNotice>(stage.inside, 'notices');

    test('a rule made in the settings tags, stars and tells of what arrives, and the mention says so', async () => {
      await tell(stage, 'keyword/save', { keywords: [makeKeyword('Tidepool')] });
      const page = await open('#settings');
      await page.clickRole('button', 'New rule');
      await page.fillRole('textbox', 'Name of the rule', 'Outages');
      await page.fillRole('textbox', 'It says', 'down OR outage');
      await page.fillRole('textbox', 'Tags', 'urgent');
      await page.clickRole('switch', 'Star it');
      await page.selectRole('combobox', 'Tell me', 'At once');
      await page.clickRole('button', 'Save rule');
      await until('the rule', async () => (await readTable(stage.inside, 'rules')).length === 1);
      await page.close();

      stage.server.route(
        'x.com/home',
        feedOf([
          { id: '901', by: 'adabyrne', name: 'Ada Byrne', text: 'Tidepool is down for me since this morning' },
          { id: '902', by: 'bo_larsen', name: 'Bo Larsen', text: 'Tidepool is what we use' },
          { id: '903', by: 'ada_byrne_dev', name: 'Ada Byrne', text: 'Tidepool again' },
        ]),
      );
      const feed = await stage.driver.open('https://x.com/home');
      await until('all three', async () => (await mentions()).length === 3);
      const [ruled, ...others] = (await mentions()).sort((a, b) => (a.postId < b.postId ? -1 : 1));
      expect(ruled).toMatchObject({
        tags: ['urgent'],
        starred: 1,
        rules: [{ name: 'Outages', did: ['tag:urgent', 'star', 'notify:now'] }],
      });
      expect(others.every(({ rules }) => rules === undefined)).toBe(true);
      await until('a notice of it', async () => (await notices()).length === 1);
      expect(await notices()).toMatchObject([{ mentionId: 'x:901', how: 'now' }]);
      await feed.close();
      const inbox = await open('#inbox');
      await until('what the rule did', async () =>
        (await inbox.texts('list', 'Mentions', 'listitem')).some((text) =>
          text.includes('Rule “Outages”: tagged “urgent”, starred, told you at once'),
        ),
      );
      await inbox.close();
    });

    test('a person is tagged, noted and merged under two names, and comes apart again', async () => {
      const page = await open('#people');
      await page.clickRole('link', 'Ada Byrne');
      await page.fillRole('textbox', 'Note', 'Met at');
      await page.clickRole('link', 'All people');
      await page.clickRole('link', 'Ada Byrne');
      await page.waitFor(() => document.querySelector<HTMLTextAreaElement>('.person-form textarea')?.value === 'Met at');
      expect(await listFindings(page)).toEqual([]);
      await page.clickRole('button', 'Lead');
      await page.fillRole('textbox', 'Note', 'Met at the fair');
      await page.clickRole('button', 'Add a field');
      await page.fillRole('textbox', 'Value of company', 'Acme');
      await page.clickRole('button', 'Save');
      const people = () =>
        readTable<{ id: string; tags: string[]; note: string; sameAs?: string[]; fields?: object }>(stage.inside, 'people');
      await until('she is kept', async () => (await people()).length === 1);
      // The form is drawn anew with what is kept now.
      await page.waitFor('document.activeElement?.textContent === "Save"');
      const kept = (await people())[0];
      expect(kept).toMatchObject({ tags: ['lead'], note: 'Met at the fair', fields: { company: 'Acme' } });
      const other = kept?.id === 'x:adabyrne' ? 'x:ada_byrne_dev' : 'x:adabyrne';
      await page.fillRole('searchbox', 'Merge with someone else: name or handle', other.slice(2));
      await page.clickRole('button', `Merge with ${other}`);
      await until('one person', async () => (await people()).some(({ id, sameAs }) => id === kept?.id && sameAs?.includes(other)));
      await until('both said', async () => (await page.texts('list', 'What was said and answered', 'listitem')).length === 2);
      await page.clickRole('button', `${other} is not theirs`);
      await until('two again', async () => (await people()).every(({ sameAs }) => sameAs === undefined));
      // Until then the way back is that from what was done before.
      const told = () => page.evaluate(() => document.querySelector('.notices')?.textContent ?? '');
      await until('it is told', async () => (await told()).startsWith('That name is a person of its own again.'));
      await page.clickRole('button', 'Undo');
      await until('one again', async () => (await people()).some(({ sameAs }) => sameAs?.includes(other)));
      await page.close();
    });

    test('the people shown are the rows of the file a CRM takes', async () => {
      const page = await open('#people');
      await until('two people', async () => (await page.countRole('link', 'Ada Byrne')) === 1);
      await page.evaluate(() => {
        const make = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (blob: Blob) => {
          void blob.text().then((text) => Object.assign(window, { kept: text }));
          return make(blob);
        };
      });
      await page.clickRole('button', 'CSV for Salesforce');
      const csv = await until('the file', () => page.evaluate<string>('window.kept ?? ""'));
      const [header, ...rows] = csv.trim().split('\r\n');
      expect(header).toBe('"First Name","Last Name","Company","Title","Email","Phone","Website","Lead Source","Description"');
      expect(rows).toHaveLength(2);
      expect(rows[0]).toMatch(/^"Ada","Byrne","Acme",/);
      await page.close();
    });
    test('of many people the rows near the window are there, each says which it is, and the keyboard’s stays', async () => {
      const many = 150;
      const tweets = Array.from({ length: many }, (_, i) => ({
        id: String(2_000 + i),
        by: `writer_${i}`,
        name: `Writer ${i}`,
        text: `Tidepool, said the ${i}th`,
      }));
      const before = (await mentions()).length;
      stage.server.route('x.com/explore', feedOf(tweets));
      const feed = await stage.driver.open('https://x.com/explore');
      await until('all of them', async () => (await mentions()).length === before + many);
      await feed.close();
      const page = await open('#people');
      const rows = () =>
        page.evaluate(() => [...document.querySelectorAll('.people tbody > tr[aria-rowindex]')].map((row) => Number(row.ariaRowIndex)));
      // With the head, and the two there were.
      const count = many + 3;
      await until('everyone', () =>
        page.evaluate((rows) => document.querySelector('.people')?.getAttribute('aria-rowcount') === String(rows), count),
      );
      expect((await rows()).length).toBeLessThan(60);
      await page.evaluate(() => document.querySelector<HTMLElement>('.people tbody a')?.focus());
      const held = await page.evaluate(() => document.activeElement?.textContent);
      await until('the last row', async () => {
        await page.evaluate('scrollTo(0, document.body.scrollHeight)');
        return (await rows()).includes(count);
      });
      expect(await rows()).toContain(2);
      expect((await rows()).length).toBeLessThan(60);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(held);
      for (const scheme of ['light', 'dark'] as const) {
        await page.setColorScheme(scheme);
        expect(await listFindings(page, scheme)).toEqual([]);
      }
      await page.press('Tab');
      await page.waitFor((before) => document.activeElement?.textContent !== before && document.activeElement !== document.body, held);
      await page.close();
    });
  },
  forOwnPages,
);
