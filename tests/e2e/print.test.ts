import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { until } from '../driver/index.ts';
import { makeKeyword, onStage, tell } from './stage.ts';
import { readTable } from './stored.ts';

const inflate = (part: Buffer): string => {
  try {
    return inflateSync(part).toString('latin1');
  } catch {
    return '';
  }
};

/** Firefox packs what says that something is a page; what does not unpack is a picture or a font. */
function countPages(pdf: Uint8Array): number {
  const plain = Buffer.from(pdf).toString('latin1');
  const packed = [...plain.matchAll(/stream\r?\n/g)].map(({ index, 0: begin }) =>
    inflate(Buffer.from(plain.slice(index + begin.length), 'latin1')),
  );
  return [plain, ...packed].reduce((sum, text) => sum + (text.match(/\/Type\s*\/Page\b/g)?.length ?? 0), 0);
}

onStage('on paper', (stage) => {
  test('a report of a month with little in it is one page, and no empty one follows it', async () => {
    await tell(stage, 'keyword/save', { keywords: [makeKeyword('Tidepool')] });
    await stage.driver.open(stage.practice.url);
    await until('mentions', async () => (await readTable(stage.inside, 'mentions')).length >= 4);
    const page = await stage.driver.open(stage.driver.extensionUrl('dashboard.html#report'));
    await until('the report', async () => (await page.countRole('button', 'Edit “Summary”')) > 0);
    await page.waitFor('document.querySelector(".report .charts svg, .report .charts canvas") !== null');
    expect(countPages(await page.print())).toBe(1);
  });

  test('a month with five goals and all there is to say of it is one page too', async () => {
    const now = Date.now();
    const goals = Array.from({ length: 5 }, (_, i) => ({
      id: `goal-${i}`,
      outcome: `Every question has an answer within a working day, in region ${i}`,
      measure: { kind: 'answered' },
      better: 'more',
      target: 0.8,
      from: now - 20 * 86_400_000,
      until: now + 60 * 86_400_000,
      createdAt: now,
      baseline: { value: 0.2, n: 300, posts: 12_000, from: now - 48 * 86_400_000, to: now - 20 * 86_400_000 },
    }));
    await tell(stage, 'goal/save', { goals });
    const lines = [
      'Talk about “Tidewater” rose sharply (Nov 11 – 12): 55 mentions where 2.6 are usual for what was read. Behind it: “become” (38), X (30).',
      'Share of unhappy mentions of your brands rose from 27 % to 58 %. That is worse. Behind it most of all: X, 0.3 → 1.9 per 1,000 posts read.',
      'Share of voice rose from 44 % to 60 %. That is no success: most of what is more of you is unhappy, 1.5 → 6.8 unhappy mentions per 1,000 posts read.',
      'Share of mentions answered rose from 21 % to 29 %. That is better.',
      'Mentions per 1,000 posts read rose from 15 to 22. Behind it most of all: Tidewater, 6.4 → 13 per 1,000 posts read.',
      '“Brackish” was heard of more: 4.1 → 7.2 per 1,000 posts read (mentions: 92 → 127).',
      '“Lowmoor” was heard of less: 3.9 → 1.3 per 1,000 posts read (mentions: 86 → 22).',
    ];
    const page = await stage.driver.open(stage.driver.extensionUrl('dashboard.html#report'));
    await until('the report', async () => (await page.countRole('button', 'Edit “What changed and why”')) > 0);
    if ((await page.countRole('button', 'Later')) > 0) await page.clickRole('button', 'Later');
    await until('the goals', () => page.evaluate(() => document.querySelectorAll('.report .outcomes > li').length === 5));
    await page.clickRole('button', 'Edit “What changed and why”');
    await page.fillRole('textbox', 'What changed and why', lines.join('\n'));
    await page.clickRole('button', 'Save');
    await until('the words', () => page.evaluate((said) => document.querySelector('.report')?.textContent?.includes(said), lines[0] ?? ''));
    expect(countPages(await page.print())).toBe(1);
  });
});
