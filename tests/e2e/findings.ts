/** What a machine can find wrong with a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Scope } from '../driver/index.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  impact: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** What a machine can find wrong with the page as it is now, in words. */
export async function listFindings(page: Scope, scheme = 'light'): Promise<string[]> {
  // Fades are over before colours are measured, also those that begin meanwhile; in a tab that is not in front they would wait for ever.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '*, ::before, ::after, ::backdrop { transition-duration: 0s !important; transition-delay: 0s !important; animation-duration: 0s !important; animation-delay: 0s !important }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    for (const one of document.getAnimations()) if (Number.isFinite(one.effect?.getComputedTiming().endTime)) one.finish();
  });
  await page.evaluate(`${axe}; undefined`);
  // The other scheme is other colours and nothing else.
  const runOnly = scheme === 'dark' ? ['color-contrast', 'link-in-text-block'] : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const findings = await page.evaluate<Finding[], string[]>(async (runOnly) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Finding[] }> } };
    return (await axe.run({ runOnly })).violations;
  }, runOnly);
  return findings.map(
    ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`).join(' | ')}`,
  );
}
