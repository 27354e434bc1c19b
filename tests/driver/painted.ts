import type { Tab } from './tab.ts';

/** The words that are painted, by registry name. Our highlights are the page's to see, so the page can be asked. */
export const listPainted = (tab: Tab): Promise<Record<string, string[]>> =>
  tab.evaluate(() => {
    const names = [...(CSS.highlights as unknown as Map<string, Set<StaticRange>>)];
    const wordsOf = (range: StaticRange) => (range.startContainer as Text).data.slice(range.startOffset, range.endOffset);
    return Object.fromEntries(names.map(([name, ranges]) => [name, [...ranges].map(wordsOf)]));
  });
