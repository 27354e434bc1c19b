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
});
