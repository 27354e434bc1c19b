/** What a test can do in a browser, the same in both. */
import type { OwnTask, OwnTime } from './own-tasks.ts';

/** A function that runs in the page, or an expression. */
export type Script<T, A> = ((arg: A) => T | Promise<T>) | string;

/** A document: a tab's own, or one of its frames'. */
export interface Scope {
  url(): Promise<string>;
  evaluate<T, A = undefined>(script: Script<T, A>, arg?: A): Promise<T>;
  /** Waits until the script gives something true, and gives it. */
  waitFor<T, A = undefined>(script: Script<T, A>, arg?: A, timeout?: number): Promise<T>;
  /** Real clicks on the first visible element. They wait for it to be there. */
  click(selector: string): Promise<void>;
  clickRole(role: string, name: string): Promise<void>;
  /** Focuses the field, empties it and puts the text in. */
  fillRole(role: string, name: string, text: string): Promise<void>;
  /** Chooses the option with this label, whatever its case. */
  selectRole(role: string, name: string, label: string): Promise<void>;
  /** How many such elements a screen reader would find now; without a name, all of the role. */
  countRole(role: string, name?: string): Promise<number>;
  /** The words of the outermost items within such an element: `texts('list', 'Mentions', 'listitem')`. Empty where there is none. */
  texts(role: string, name: string, item: string): Promise<string[]>;
}

export interface Tab extends Scope {
  type(text: string): Promise<void>;
  /** One key or a chord: `Enter`, `Control+z`, `Alt+Shift+E`. */
  press(chord: string): Promise<void>;
  /** Moves the pointer there, in CSS pixels of the window. */
  pointTo(x: number, y: number): Promise<void>;
  pressAt(x: number, y: number): Promise<void>;
  screenshot(path: string, options?: { fullPage?: boolean }): Promise<void>;
  /** What the browser prints on A4, as a PDF. */
  print(): Promise<Uint8Array>;
  setColorScheme(scheme: 'light' | 'dark'): Promise<void>;
  setViewport(width: number, height: number): Promise<void>;
  /** Code for the page's own world, before its own scripts, at each load from now on. */
  addScript(code: string): Promise<void>;
  frames(): Scope[];
  goto(url: string): Promise<void>;
  /** Until the document is another one, and whole. */
  reload(): Promise<void>;
  /** Chromium only: begins to record how long scripts of this origin held the page's thread; what it returns ends it and lists the tasks. */
  recordOwnTasks?(origin: string): Promise<() => Promise<OwnTask[]>>;
  /** Chromium only: the same by marks, for the tab, our frames in it and the background together. */
  recordOwnTime?(origin: string): Promise<() => Promise<(from: string, to: string) => OwnTime>>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

export interface Driver {
  readonly name: 'chromium' | 'firefox';
  /** The profile's folder. */
  readonly profile: string;
  /** Opens a page in a new tab. Every https address leads to the local server. */
  open(url: string): Promise<Tab>;
  extensionUrl(path: string): string;
  /** Chromium only: what nobody caught in any page or in the background, since the start. */
  readonly uncaught?: readonly string[];
  /** Chromium only: runs in the background. */
  evaluateInWorker?<T>(script: string): Promise<T>;
  /** All open tabs, also those the extension opened. */
  tabs(): Promise<Tab[]>;
  /** Stops the background as the browser does when it is idle; the next event starts it again. */
  stopWorker(): Promise<void>;
  /** Tells the background that the keys of this command were pressed, as the browser does. */
  command(name: string): Promise<void>;
  /** Tells the background that this item of the browser's own menu was chosen in the tab in front. No protocol opens that menu. */
  menu(item: string): Promise<void>;
  close(): Promise<void>;
  /** Settled when the browser has gone, whoever closed it. */
  readonly closed: Promise<void>;
}

export interface LaunchOptions {
  /** The folder of the built extension. */
  extension?: string;
  /** The local server that every https address leads to. */
  port?: number;
  /** A profile to keep; without it, a new one that is removed at the end. */
  profile?: string;
  headless?: boolean;
  colorScheme?: 'light' | 'dark';
  /** All sites in one process: much cheaper where nothing but the pages' own contents matters. */
  oneProcess?: boolean;
  /** Where its clock is ("America/St_Johns"); without it, where the machine's is. */
  zone?: string | undefined;
  args?: string[];
}

/** The value of the option a person would choose by its label. Runs in the page. */
export function readOptionValue(element: Element, label: string): string {
  const options = [...(element as HTMLSelectElement).options];
  const option = options.find((one) => one.label.trim().toLowerCase() === label.toLowerCase());
  if (!option) throw new Error(`no option ${label} among ${options.map((one) => one.label).join(', ')}`);
  return option.value;
}

/** Of elements that may stand in one another, the words of the outermost. Runs in the page. */
export function readOutermost(elements: Element[]): string[] {
  const outermost = elements.filter((one) => !elements.some((other) => other !== one && other.contains(one)));
  // The words as they are shown, with their line breaks.
  return outermost.map((one) => (one as HTMLElement).innerText.trim());
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Until what is read stays the same for so long: a frame that is about to be moved misses the press meant for what stands in it. */
export async function whenStill(readPlace: () => Promise<unknown>, still = 100): Promise<void> {
  let before: string | undefined;
  await until('the frame to stand still', async () => {
    const now = JSON.stringify(await readPlace());
    const isStill = now === before;
    before = now;
    if (!isStill) await pause(still);
    return isStill;
  });
}

/** What was moved under a pointer takes no press for half a second (shell.ts); from within a frame that is not seen. */
export const shielded = 600;

/** Runs in the page. Whether it is painted: what a page says of its being seen is made up while Playwright holds it. */
function isPainted(): Promise<boolean> {
  return new Promise((done) => {
    requestAnimationFrame(() => done(true));
    setTimeout(() => done(false), 1_000);
  });
}

/** Until the page is painted: a tab that is just being opened takes the front from the one that was brought there before. */
export async function bringToFront(page: {
  bringToFront(): Promise<void>;
  evaluate(ask: () => Promise<boolean>): Promise<boolean>;
}): Promise<void> {
  await until('the tab in front', async () => {
    await page.bringToFront();
    return page.evaluate(isPainted);
  });
}

/** What is asked right after `location.reload()` may still be answered by the document before. */
export async function reload(page: { evaluate(ask: () => boolean): Promise<boolean> }): Promise<void> {
  const begin = () => {
    Object.assign(window, { isBefore: true });
    setTimeout(() => location.reload());
    return true;
  };
  await page.evaluate(begin);
  await until('the page anew', () => page.evaluate(() => !('isBefore' in window) && document.readyState === 'complete'));
}

/** Asks again and again until there is an answer. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | null | false | 0 | ''>, timeout = 30_000): Promise<T> {
  const end = performance.now() + timeout;
  let problem: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      problem = undefined;
    } catch (error) {
      problem = error;
    }
    if (performance.now() > end) throw new Error(`Waited ${timeout} ms for ${what}${problem ? `; last problem: ${problem}` : ''}`);
    await pause(50);
  }
}
