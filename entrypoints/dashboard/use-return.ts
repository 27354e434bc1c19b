import { useEffect, useRef } from 'preact/hooks';

/** Which of the page's figures had the focus. The browser keeps it with an entry of its history: nothing that was written stands in it. */
interface Held {
  /** The section, by its title, and the figure, by its place in that. */
  section: string;
  at: number;
}

const figures = 'a.lead, .chart-place';
const listFigures = (within: Element | undefined): HTMLElement[] => [...(within?.querySelectorAll<HTMLElement>(figures) ?? [])];

const nameOf = (section: Element): string => section.querySelector('h2')?.textContent ?? section.className;

function readHeld(): Held | undefined {
  const { held } = (history.state ?? {}) as { held?: Held };
  return held;
}

/**
 * Whoever follows a figure and comes back by the browser's Back is at that figure again, not at the top of the page.
 *
 * @param selector the page's own element
 * @param shown changes when more of the page is there
 */
export function useReturn(selector: string, shown: unknown): void {
  const held = useRef(readHeld());
  useEffect(() => {
    const stop = new AbortController();
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || !target.matches(figures)) return;
      const section = [...(target.closest(selector)?.children ?? [])].find((one) => one.contains(target));
      if (!section) return;
      const now: Held = { section: nameOf(section), at: listFigures(section).indexOf(target) };
      history.replaceState({ ...history.state, held: now }, '');
    };
    document.addEventListener('focusin', onFocus, { signal: stop.signal });
    return () => stop.abort();
  }, [selector]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is looked for may stand in what is there now.
  useEffect(() => {
    const page = document.querySelector(selector);
    const { section = '', at = -1 } = held.current ?? {};
    const figure = listFigures([...(page?.children ?? [])].find((one) => nameOf(one) === section))[at];
    // Who is elsewhere by now stays there.
    if (!document.activeElement?.matches('body, h1')) held.current = undefined;
    if (!held.current || !figure) return;
    held.current = undefined;
    figure.focus({ preventScroll: true });
    figure.scrollIntoView({ block: 'center' });
  }, [selector, shown]);
}
