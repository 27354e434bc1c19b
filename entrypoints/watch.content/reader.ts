/**
 * Reads each post of a page once, and again when its words or its id change: posts that stream in, that are edited, or whose elements a
 * virtualised list fills with another post. It looks at nothing while the page does not change, and it changes nothing in the page.
 */

import { hash32 } from '../../core/hash.ts';
import type { Page, Post, Site } from '../../sites/_site.ts';
import { type PostText, readText } from '../../sites/_text.ts';
import { createAllowance } from './budget.ts';
import { createRootSearch } from './root-search.ts';
import { createShadowSearch } from './shadow-roots.ts';
import { createSlices } from './slices.ts';

export interface Reading {
  root: Element;
  post: Post;
  text: PostText;
}

interface Options {
  site: Site;
  page: () => Page;
  /** A post was read for the first time, or with other words than before. */
  onRead: (reading: Reading) => void;
  /** A post was read again and says the same, though perhaps in new text nodes. */
  onTouched: (root: Element) => void;
  /** A root holds no post any more, or another one; `id` is that of the post it held. */
  onLost: (root: Element, id: string) => void;
  /** After the page changed and what was read of it is up to date for now. */
  onSettled: () => void;
  isOrphan: () => boolean;
  signal: AbortSignal;
}

export interface Reader {
  /** Begins with what is there; a small page is read before this returns. */
  start: () => void;
  /** Reads everything once more, with the same words counted as new. */
  restart: () => void;
  /** Reads every root again; only what changed is reported. */
  refresh: () => void;
  read: (root: Element) => Reading | undefined;
  closestRoot: (node: Node) => Element | undefined;
  /** The id of the post that was last read from a root. */
  idOf: (root: Element) => string | undefined;
  /** The page and the shadow roots in it. */
  trees: () => (Document | ShadowRoot)[];
}

/** Attributes sites keep a post's id, address or time in: elements that are used again for another post change these. */
const attributeFilter = [
  'href',
  'id',
  'datetime',
  'alt',
  'data-id',
  'data-fullname',
  'data-testid',
  'thingid',
  'permalink',
  'role',
  'itemtype',
];
const watched: MutationObserverInit = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter };
const mostWaiting = 20_000;
/** A page that changes more than this before we come to it is read as it is then, and not change by change. */
const mostRecords = 10_000;
/** Posts within posts within posts: nobody writes deeper threads, and a page could make each change cost us a walk through all of them. */
const deepest = 25;

export function createReader(options: Options): Reader {
  const { site, page, signal } = options;
  const selector = validSelector(site.posts);
  const known = new WeakMap<Element, { id: string; print: string; round: number }>();
  const trees = new Set<WeakRef<Document | ShadowRoot>>();
  const queue = new Set<Element>();
  let turns = queue.values();
  let records: MutationRecord[] = [];
  let nextRecord = 0;
  let nextAdded = 0;
  let round = 0;
  const now = () => performance.now();
  // A long thread opened at once is an honest burst, read in slices; after it, 500 new posts a minute and a twentieth of the main thread.
  const posts = createAllowance(5_000, 500 / 60, now);
  const time = createAllowance(2_000, 50, now);

  const observer = new MutationObserver(onMutations);
  const shadows = createShadowSearch(onTree, () => slices.run(), signal);
  const search = createRootSearch({ selector, onRoot: enqueue, onElement: shadows.look, flat: site.flat === true });
  const slices = createSlices(step, time, signal);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  function onTree(tree: Document | ShadowRoot) {
    trees.add(new WeakRef(tree));
    observer.observe(tree, watched);
    collect(tree);
  }

  /** Posts and shadow roots. */
  function collect(tree: ParentNode & Node) {
    if (search.add(tree) && !site.flat) shadows.add(tree);
  }

  function enqueue(root: Element) {
    if (queue.size < mostWaiting) queue.add(root);
  }

  function onMutations(fresh: MutationRecord[]) {
    if (options.isOrphan()) return;
    // Where the browser tells of no navigation within a document, the page's change that goes with one does, also where no post is read any more.
    page();
    if (records.length - nextRecord + fresh.length > mostRecords) {
      dropRecords();
      collectAll();
    } else records = records.length > 0 ? records.concat(fresh) : fresh;
    slices.run();
  }

  /** Takes up one change of the page, or one node that came with it; true while more are left. */
  function stepRecord(): boolean {
    const record = records[nextRecord];
    if (!record) return false;
    const node = record.addedNodes[nextAdded];
    nextAdded += 1;
    if (node) {
      if (node instanceof Element && node.isConnected) collect(node);
      return true;
    }
    touch(record.target);
    nextAdded = 0;
    nextRecord += 1;
    // Records hold on to what has left the page.
    if (nextRecord >= records.length) dropRecords();
    return true;
  }

  function dropRecords() {
    records = [];
    nextRecord = 0;
    nextAdded = 0;
  }

  /** The nearest post is read again; where it proved to be no post, the one around it too. */
  function touch(target: Node) {
    let root = closestRoot(target);
    for (let depth = 0; root && depth < deepest; depth += 1, root = closestRoot(root.parentNode)) {
      enqueue(root);
      if (known.has(root)) return;
    }
  }

  function closestRoot(node: Node | null): Element | undefined {
    for (let at = node; at && selector; ) {
      const found = (at instanceof Element ? at : at.parentElement)?.closest(selector);
      if (found) return found;
      const tree: Node = at.getRootNode();
      at = tree instanceof ShadowRoot ? tree.host : null;
    }
    return undefined;
  }

  function step(): boolean {
    if (stepRecord()) return true;
    const turn = turns.next();
    if (!turn.done) {
      queue.delete(turn.value);
      visit(turn.value);
      return true;
    }
    turns = queue.values();
    if (search.step() || shadows.step()) return true;
    options.onSettled();
    return queue.size > 0 || records.length > 0;
  }

  function visit(root: Element) {
    const before = known.get(root);
    // Where there is no allowance left for another post, it is not read for nothing.
    if (!before && posts.wait() > 0) return;
    const reading = root.isConnected ? read(root) : undefined;
    if (before && before.id !== reading?.post.id) options.onLost(root, before.id);
    if (!reading) {
      known.delete(root);
      return;
    }
    const { id } = reading.post;
    const print = printOf(reading);
    if (before?.id === id && before.print === print && before.round === round) return options.onTouched(root);
    if (before?.id !== id && !posts.take(1)) return;
    known.set(root, { id, print, round });
    options.onRead(reading);
  }

  function read(root: Element): Reading | undefined {
    try {
      const post = site.read(root, page());
      return post && { root, post, text: readText(post) };
    } catch {
      // A page may hold anything; one post that cannot be read is no reason to stop reading.
      return undefined;
    }
  }

  function collectAll() {
    for (const reference of trees) {
      const tree = reference.deref();
      if (tree) search.add(tree);
      else trees.delete(reference);
    }
  }

  function refresh() {
    collectAll();
    slices.run();
  }

  return {
    start() {
      onTree(document);
      slices.run();
    },
    read,
    refresh,
    restart() {
      round += 1;
      refresh();
    },
    closestRoot,
    idOf: (root) => known.get(root)?.id,
    trees: () => [...trees].flatMap((reference) => reference.deref() ?? []),
  };
}

/** A card comes after the words it belongs to. */
const printOf = ({ post, text }: Reading): string => `${text.text.length}.${hash32([text.text, ...(post.shared ?? [])].join('\n'))}`;

/** Selectors this browser does not understand are left out, so that one of them cannot silence the others. */
function validSelector(selectors: readonly string[]): string {
  const scratch = document.createDocumentFragment();
  const isValid = (selector: string) => {
    try {
      scratch.querySelector(selector);
      return true;
    } catch {
      return false;
    }
  };
  return selectors.filter(isValid).join(',');
}
