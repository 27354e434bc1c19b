/** A mention is to be answered in this tab: finds its post, opens the site's own box for it, and puts the chosen reply in or offers some. */
import { send } from '../../messages/send.ts';
import type { Told } from '../../messages/tab-contract.ts';
import type { Place, Task } from '../watch.content/errand.ts';
import { pressReply } from './press-reply.ts';
import { isSignIn } from './sign-in.ts';

const patience = { post: 30_000, box: 9_000, led: 2_500, settle: 400, load: 6_000 };
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type Found = { field: HTMLElement } | Pick<Told, 'why'> | undefined;

export async function runErrand(place: Place, task: Task, signal: AbortSignal): Promise<void> {
  const errand = new ErrandHere(place, task, signal);
  const found = await errand.findBox();
  if (signal.aborted || !found) return;
  const told = 'field' in found ? await errand.use(found.field) : { why: found.why };
  if (signal.aborted) return;
  const inserted = !told && task.text !== undefined;
  // The answer is kept before anything else is: the person may send it the next moment.
  await send('page/answering', { state: 'done', inserted });
  if (told) place.answering.tell({ ...told, ...(task.text === undefined ? {} : { text: task.text }) });
}

class ErrandHere {
  /** The person was asked to sign in: what is open afterwards need not be for this post. */
  private signedIn = false;

  constructor(
    private readonly place: Place,
    private readonly task: Task,
    private readonly signal: AbortSignal,
  ) {}

  /** Undefined where it goes on in another page. */
  async findBox(): Promise<Found> {
    const { place, task, signal } = this;
    const { session } = place;
    if (task.pressed) {
      const field = await this.waitForBox(new Set(), [], patience.led);
      if (field) return { field };
    }
    const root = await this.waitForPost();
    if (signal.aborted) return undefined;
    if (!root) return { why: 'no-post' };
    const open = this.findOpen();
    if (open) return { field: open };
    place.bring(root, task.isHere);
    if (!task.isHere) await settled();
    const found = await this.open(session.mentions.rootOf(task.mentionId) ?? root);
    // Signed in meanwhile, in this very page: the control is pressed once more.
    const isBack = found && 'why' in found && this.signedIn && !isSignIn() && root.isConnected && !signal.aborted;
    return isBack ? this.open(root) : found;
  }

  private async open(root: Element): Promise<Found> {
    const { place, task } = this;
    const { session } = place;
    const before = new Set<Element>(this.list());
    const focused = place.focused();
    // Told before it is pressed: on some sites the control leads to another page, and this one ends here.
    const told = send('page/answering', { state: 'pressed' });
    if (!task.isHere) await told;
    this.place.answering.expect(root);
    if (pressReply(session.named.site, root, session.page())) {
      const field = await this.waitForBox(before, focused, patience.box);
      return field ? { field } : { why: 'no-box' };
    }
    await told;
    if (task.isHere && (await this.goElsewhere())) return undefined;
    // A page with a box that belongs to no post in particular, where the post is all there is.
    const field = task.isHere ? undefined : await this.waitForBox(new Set(), [], patience.box);
    return field ? { field } : { why: 'no-box' };
  }

  private async goElsewhere(): Promise<boolean> {
    const { opened } = await send('page/answering', { state: 'elsewhere', mentionId: this.task.mentionId });
    return opened === true;
  }

  /** A page for signing in is waited out: it may lead to the post without loading another. */
  private async waitForPost(): Promise<Element | undefined> {
    const { place, task, signal } = this;
    const { session } = place;
    const here = session.mentions.rootOf(task.mentionId);
    if (here) return here;
    for (;;) {
      if (isSignIn()) this.noteSignIn();
      const root = await session.waitFor(task.postId, patience.post);
      if (root || signal.aborted || !isSignIn()) return root;
    }
  }

  private noteSignIn(): void {
    if (!this.signedIn) send('page/answering', { state: 'again' }).catch(() => {});
    this.signedIn = true;
  }

  /** A reply field that was not there before, or one that has turned to this post; never one that belongs to another. */
  private async waitForBox(before: ReadonlySet<Element>, focused: readonly Element[], time: number): Promise<HTMLElement | undefined> {
    const begun = performance.now();
    const passed = () => performance.now() - begun;
    while (!this.signal.aborted) {
      const isSoon = passed() < time;
      // What is open after signing in need not be for this post, unless it says so.
      const field = this.findOpen() ?? (isSoon ? this.findTurned(before, focused) : undefined);
      if (field) return field;
      if (isSignIn()) this.noteSignIn();
      else if (!isSoon) return undefined;
      await sleep(passed() < 1_500 ? 25 : 100);
    }
    return undefined;
  }

  private findTurned(before: ReadonlySet<Element>, focused: readonly Element[]): HTMLElement | undefined {
    const isFree = (field: HTMLElement) => this.place.answering.answeredBy(field) === undefined;
    const [inUse] = this.place.focused();
    if (inUse && !focused.includes(inUse) && isFree(inUse)) return inUse;
    return this.list().find((field) => !before.has(field) && isFree(field));
  }

  /** A box that is open for this very post. */
  private findOpen(): HTMLElement | undefined {
    const [inUse] = this.place.focused();
    const open = this.list().filter((field) => this.place.answering.answeredBy(field) === this.task.postId);
    return open.find((field) => field === inUse) ?? open.at(-1);
  }

  private list(): HTMLElement[] {
    return this.place.list();
  }

  /** Undefined where all is well. */
  async use(field: HTMLElement): Promise<Told | undefined> {
    const { task } = this;
    const { answering } = this.place;
    const box = await this.focus(field);
    if (!box) return { why: 'no-box' };
    if (task.text === undefined) {
      if (task.offer === undefined) answering.open(box);
      else answering.offer(task.offer, box);
      return undefined;
    }
    const { outcome } = await answering.insert(task.text, task.caret, box);
    return outcome === 'inserted' ? undefined : { why: outcome === 'no-field' ? 'no-box' : 'not-landed' };
  }

  /** Some boxes are drawn anew when they get the focus. */
  private async focus(field: HTMLElement): Promise<HTMLElement | undefined> {
    field.focus();
    await sleep(0);
    if (field.isConnected) return field;
    await sleep(100);
    const fresh = this.findOpen() ?? this.findTurned(new Set(), []);
    fresh?.focus();
    return fresh;
  }
}

/** A control that is shown before the page's own scripts have taken it up does nothing when it is pressed. */
async function settled(): Promise<void> {
  const begun = performance.now();
  while (document.readyState !== 'complete' && performance.now() - begun < patience.load) await sleep(50);
  await sleep(patience.settle);
}
