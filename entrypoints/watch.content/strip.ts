/**
 * A quiet strip at the right edge that shows where in the page its mentions are. It holds no word of anybody's, only what the highlights show
 * already, and nothing in it changes data: so it is drawn here and not in a frame (docs/decisions/0011). It takes part of no layout, stands
 * beside the scroll bar, lets every press through that is not on one of its marks, and is there only where there is something to scroll to.
 */
import { whenLaidOut } from './laid-out.ts';
import type { Positions } from './positions.ts';
import type { Session } from './session.ts';
import { createShell } from './shell.ts';

const width = 12;
const least = 5;
const pause = { first: 300, between: 1_000 };
const css = `
:host { pointer-events: none !important; }
div { all: initial; position: absolute; inset: 0; pointer-events: none; }
button { all: initial; position: absolute; right: 1px; width: 10px; height: 9px; margin-top: -4.5px; cursor: pointer; pointer-events: auto; opacity: .8; }
button::before { content: ''; position: absolute; right: 1px; top: 2.5px; width: 8px; height: 4px; box-sizing: border-box; border-radius: 2px;
  background: var(--tone); box-shadow: 0 0 0 1px light-dark(#fffc, #000a); }
button:hover { opacity: 1; }
button:hover::before { top: 1.5px; height: 6px; }
button[data-away]::before { opacity: .5; }
button[data-under] { pointer-events: none; opacity: .25; }
[data-kind=competitor]::before { background: linear-gradient(90deg, var(--tone) 40%, transparent 40% 60%, var(--tone) 60%); }
[data-kind=topic]::before { left: auto; width: 5px; height: 5px; top: 2px; border-radius: 50%; }
[data-kind=person]::before { background: light-dark(#fff, #111); border: 1.5px solid var(--tone); height: 5px; }
[data-color=teal] { --tone: light-dark(#0f766e, #2dd4bf); } [data-color=rose] { --tone: light-dark(#be123c, #fb7185); }
[data-color=amber] { --tone: light-dark(#a16207, #fbbf24); } [data-color=violet] { --tone: light-dark(#6d28d9, #a78bfa); }
[data-color=sky] { --tone: light-dark(#0369a1, #38bdf8); } [data-color=lime] { --tone: light-dark(#4d7c0f, #a3e635); }
[data-color=orange] { --tone: light-dark(#c2410c, #fb923c); } [data-color=slate] { --tone: light-dark(#475569, #94a3b8); }
`;

interface Options {
  session: Session;
  positions: () => Positions;
  onJump: (id: string) => void;
  signal: AbortSignal;
}

export interface Strip {
  /** Mentions have come or gone, or the rules have changed. */
  refresh: (count: number) => void;
}

export function createStrip({ session, positions, onJump, signal }: Options): Strip {
  const shell = createShell({ content: buildBoard, css, onTaken: () => draw(), signal });
  const sizes = new ResizeObserver(() => later());
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drawnAt = Number.NEGATIVE_INFINITY;
  let following: AbortController | undefined;
  let count = 0;
  signal.addEventListener('abort', stop, { once: true });

  function buildBoard(): HTMLElement {
    const board = document.createElement('div');
    board.ariaHidden = 'true';
    board.addEventListener('click', (event) => {
      if (event.isTrusted && event.target instanceof HTMLElement && event.target.dataset.id) onJump(event.target.dataset.id);
    });
    board.addEventListener('pointerover', (event) => makeWay(event), { passive: true });
    return board;
  }

  function later() {
    timer ??= setTimeout(() => whenLaidOut(draw), Math.max(pause.first, drawnAt + pause.between - performance.now()));
  }

  function draw() {
    timer = undefined;
    drawnAt = performance.now();
    if (signal.aborted) return;
    const isWanted = count > 0 && session.rules().highlight && session.rules().strip;
    const at = isWanted ? positions() : undefined;
    if (!at || at.list.length === 0 || at.extent < at.box.height * 1.5 || !shell.show(document.documentElement)) return stop();
    const { box, extent } = at;
    shell.place({ left: edgeOf(box.right) - width, top: box.top, width, height: box.height });
    shell.content()?.replaceChildren(...listMarks(at, extent).map(buildMark));
    follow();
  }

  /** One mark where several would cover each other. */
  function listMarks({ list, box }: Positions, extent: number) {
    const marks: { id: string; y: number; here: boolean }[] = [];
    for (const { id, top, here } of list) {
      const y = Math.round(Math.min(0.995, Math.max(0.005, top / extent)) * box.height);
      if (y - (marks.at(-1)?.y ?? Number.NEGATIVE_INFINITY) >= least) marks.push({ id, y, here });
    }
    return marks;
  }

  function buildMark({ id, y, here }: { id: string; y: number; here: boolean }): HTMLElement {
    const mark = document.createElement('button');
    const [, kind = '', color = ''] =
      session
        .rules()
        .paintOf(session.mentions.firstKeyword(id) ?? '')
        ?.split('-') ?? [];
    Object.assign(mark.dataset, { id, kind, color, ...(here ? {} : { away: '' }) });
    mark.tabIndex = -1;
    mark.style.top = `${y}px`;
    return mark;
  }

  function follow() {
    if (following) return;
    following = new AbortController();
    const options = { signal: following.signal, passive: true, capture: true };
    // What a virtualised list holds, and how tall the page is, change as it is scrolled.
    window.addEventListener('scroll', later, options);
    window.addEventListener('resize', later, options);
    if (document.body) sizes.observe(document.body);
  }

  function stop() {
    clearTimeout(timer);
    timer = undefined;
    following?.abort();
    following = undefined;
    sizes.disconnect();
    shell.remove();
  }

  return {
    refresh(next) {
      const wasShown = count > 0;
      count = next;
      if (count > 0 || wasShown) later();
    },
  };
}

/** A scroll bar that lies over the page has no width of its own, so room is left for it. */
const edgeOf = (right: number) => (right >= innerWidth ? right - 14 : right);

const controls = 'a[href],button,input,select,textarea,summary,video,audio,[role=button],[role=link],[role=slider],[onclick]';

/** Where a mark lies over a control of the page, the press is the control's. */
function makeWay(event: Event): void {
  const mark = event.target;
  if (!(mark instanceof HTMLElement) || !mark.dataset.id) return;
  const { clientX, clientY } = event as PointerEvent;
  const under = document.elementsFromPoint(clientX, clientY).find((element) => !element.hasAttribute('popover'));
  if (under?.closest(controls)) mark.dataset.under = '';
}
