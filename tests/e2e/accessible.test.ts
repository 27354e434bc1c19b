import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { until } from '../driver/index.ts';
import { makeKeyword, makeReply, onStage, tell } from './stage.ts';
import { readTable } from './stored.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  impact: string;
  nodes: { target: string[]; failureSummary: string }[];
}

onStage('accessible', (stage) => {
  test('there is something to look at', async () => {
    await tell(stage, 'keyword/save', {
      keywords: [
        makeKeyword('Tidepool'),
        makeKeyword('Foxglove Desk', 'competitor', 'rose'),
        makeKeyword('shared inbox', 'topic', 'amber'),
      ],
    });
    await tell(stage, 'reply/save', { replies: [makeReply('Glad', 'Hi {{author.firstName|there}}!')] });
    await stage.driver.open(stage.practice.url);
    await until('mentions', async () => (await readTable(stage.inside, 'mentions')).length >= 6);
  });

  const pages = [
    'popup.html',
    'dashboard.html',
    'dashboard.html#keywords',
    'dashboard.html#replies',
    'dashboard.html#coverage',
    'dashboard.html#settings',
    'welcome.html',
  ];
  test.each(pages.flatMap((page) => (['light', 'dark'] as const).map((scheme) => [page, scheme] as const)))(
    '%s in %s',
    async (address, scheme) => {
      const page = await stage.driver.open(stage.driver.extensionUrl(address));
      await page.setColorScheme(scheme);
      await page.waitFor('document.querySelector("h1")?.getClientRects().length > 0');
      // Fades are over before colours are measured.
      await page.waitFor('document.getAnimations().every((one) => one.playState !== "running")');
      await page.evaluate(`${axe}; undefined`);
      const findings = await page.evaluate<Finding[]>(async () => {
        const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Finding[] }> } };
        return (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations;
      });
      expect(
        findings.map(
          ({ id, impact, nodes }) =>
            `${impact} ${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`).join(' | ')}`,
        ),
      ).toEqual([]);
      await page.close();
    },
  );
});
