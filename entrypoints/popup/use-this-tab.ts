import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { askTab, findThisTab, findWhere, type TabReport, type ThisTab, type Where } from './this-tab.ts';

/** How often an open popup asks the page again: posts stream in while it is looked at. */
const askEvery = 1_500;

export interface TabState {
  tab?: ThisTab;
  report?: TabReport;
  where?: Where;
  granted: boolean;
  /** False until the page was asked once. */
  known: boolean;
}

export function useThisTab(): { state: TabState; refresh: () => void } {
  const [state, setState] = useState<TabState>({ granted: false, known: false });
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is how the page is asked anew.
  useEffect(() => {
    const stop = new AbortController();
    const look = async () => {
      const next = await readState();
      if (!stop.signal.aborted) setState(next);
    };
    void look();
    const timer = setInterval(() => void look(), askEvery);
    stop.signal.addEventListener('abort', () => clearInterval(timer));
    return () => stop.abort();
  }, [asked]);
  return { state, refresh: () => setAsked((n) => n + 1) };
}

async function readState(): Promise<TabState> {
  const tab = await findThisTab(location.search);
  if (!tab) return { granted: false, known: true };
  const report = await askTab(tab);
  const where = findWhere(tab, report);
  const granted =
    report !== undefined ||
    (where !== undefined && where.origins.length > 0 && (await browser.permissions.contains({ origins: where.origins })));
  return { tab, report, where, granted, known: true };
}
