import { useEffect } from 'preact/hooks';

const controls =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';
const lists = 'ul, ol, tbody';

/** A page that moves the focus by itself when something leaves has done so after this time, in milliseconds. */
const patience = 60;

interface Spot {
  readonly ancestor: Element;
  /** The control's place among those of the ancestor. */
  readonly at: number;
}

/** What had the focus, and where that was: known before it is gone. */
interface Held {
  readonly control: HTMLElement;
  readonly name: string;
  readonly spots: readonly Spot[];
}

const isShown = (element: Element): boolean => element.checkVisibility();
const listControls = (within: Element): Element[] => [...within.querySelectorAll(controls)];
const nameOf = (control: Element): string =>
  [control.tagName, control.id, control.getAttribute('aria-label') ?? control.textContent?.slice(0, 80)].join('\n');

function hold(control: HTMLElement): Held {
  const spots: Spot[] = [];
  // Further up there is nothing that has to do with it any more.
  for (let ancestor = control.parentElement; ancestor && !ancestor.matches('main, #root, body'); ancestor = ancestor.parentElement)
    spots.push({ ancestor, at: listControls(ancestor).indexOf(control) });
  return { control, name: nameOf(control), spots };
}

/** The same control where it was only drawn anew, what has moved up in a list, or the first one there is nearby. */
function findNear({ name, spots }: Held): Element | undefined {
  for (const { ancestor, at } of spots) {
    if (!ancestor.isConnected) continue;
    const near = listControls(ancestor).filter(isShown);
    const same = near.find((control) => nameOf(control) === name);
    const found = same ?? (ancestor.matches(lists) ? near[Math.min(at, near.length - 1)] : near[0]);
    if (found) return found;
  }
  return document.querySelector('main h1') ?? undefined;
}

/**
 * Whoever works by keyboard stays where they were when what they pressed is gone: a row that was removed, a form that was closed, one that was
 * drawn anew, a button that works for a moment. Lists that see to it themselves have `data-keeps-focus`.
 */
export function useFocusKept(): void {
  useEffect(() => {
    const stop = new AbortController();
    let held: Held | undefined;
    const onFocus = ({ target }: FocusEvent) => {
      held = target instanceof HTMLElement && target.matches(controls) && !target.closest('[data-keeps-focus]') ? hold(target) : undefined;
    };
    function restore(): void {
      if (!held || held.control.isConnected || document.activeElement !== document.body) return;
      const near = findNear(held);
      held = undefined;
      if (near instanceof HTMLElement) near.focus();
    }
    const observer = new MutationObserver((changes) => {
      if (!held) return;
      const { control } = held;
      if (!control.isConnected) setTimeout(restore, patience);
      // A button that could not be pressed while it worked has lost the focus by that.
      else if (document.activeElement === document.body && changes.some(({ target }) => target === control) && control.matches(controls))
        control.focus();
    });
    document.addEventListener('focusin', onFocus, { signal: stop.signal });
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => {
      stop.abort();
      observer.disconnect();
    };
  }, []);
}
