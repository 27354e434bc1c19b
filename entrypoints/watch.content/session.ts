/** Listening at one place, from the first post to the last: what is read is matched, kept, counted and painted. */
import { looksEdited } from '../../core/edits.ts';
import { hash32 } from '../../core/hash.ts';
import { compileMatcher, type Match } from '../../core/matcher.ts';
import { buildCapture } from '../../core/mention.ts';
import type { Capture, Gone, SeenPost, Watch } from '../../core/model.ts';
import { buildRecent } from '../../core/recent-post.ts';
import type { Page } from '../../sites/_site.ts';
import type { NamedSite } from '../../sites/_table.ts';
import { rangesOf } from '../../sites/_text.ts';
import { watchAddress } from './address.ts';
import { createCompiler } from './compiler.ts';
import { createGone } from './gone.ts';
import { createMentions, type Mentions } from './mentions.ts';
import type { Outbox } from './outbox.ts';
import { PageHeard } from './page-heard.ts';
import { createPainter, type Mark, type Painter } from './painter.ts';
import { createReader, type Reader, type Reading } from './reader.ts';
import { type Rules, readRules } from './rules.ts';
import { setEnd } from './set-end.ts';
import { createWitness } from './witness.ts';

export interface Session {
  named: NamedSite;
  place: string;
  page: () => Page;
  /** Called when the person goes elsewhere within the site without the document being loaded again. */
  onMove: (callback: () => void) => void;
  rules: () => Rules;
  /** What a post that was read is a mention of. */
  match: (reading: Reading) => Match;
  reader: Reader;
  painter: Painter;
  mentions: Mentions;
  scanned: () => number;
  apply: (watch: Watch | undefined) => void;
  /** Resolves with the root of the post with this id as soon as it is read. */
  waitFor: (postId: string, timeout: number) => Promise<Element | undefined>;
  /** A reply was put in: the post it may become is looked out for. */
  expect: (text: string) => void;
  /** The same of replies put in on the page before, which may stand here already. */
  await: (texts: readonly string[]) => void;
}

interface Options {
  named: NamedSite;
  place: string;
  watch: Watch | undefined;
  /** Absent where nothing may be kept (private windows). */
  outbox: Outbox | undefined;
  onCount: (count: number) => void;
  /** The page itself marks posts of this author as the person's own. */
  onOwn?: (handle: string) => void;
  /** A mute keeps this post away. */
  onMuted?: (muteId: string, hash: number) => void;
  /** Posts that may have to do with answers. */
  onSeen?: ((posts: SeenPost[]) => Promise<unknown>) | undefined;
  /** Posts that the page says are gone. */
  onGone?: ((posts: Gone[]) => Promise<unknown>) | undefined;
  isOrphan: () => boolean;
  signal: AbortSignal;
}

const mostRemembered = 20_000;

export function startSession({ named, place, watch, outbox, onCount, onOwn, onMuted, onSeen, onGone, isOrphan, signal }: Options): Session {
  const { id: siteId, site } = named;
  // Until its keywords are ready, nothing is read.
  let rules = readRules(watch, place, compileMatcher([]));
  let isReading = false;
  const compiler = createCompiler(signal);
  // A mute ends at its time, in a page that stays open too.
  const ending = setEnd(() => session.apply(watch), signal);
  const sent = new Map<string, number>();
  const handed = new Map<string, number>();
  const counted = new Set<number>();
  const waiting = new Map<string, (root: Element) => void>();
  /** Where each post of the page was read last. */
  const roots = new Map<string, WeakRef<Element>>();

  const onMoves: (() => void)[] = [];
  const page = watchAddress(() => {
    for (const onMove of onMoves) onMove();
    reader.refresh();
    setTimeout(() => !signal.aborted && mentions.keepShown(), 1_500);
  }, signal);
  const mentions = createMentions(onCount);
  const painter = createPainter(marksOf, signal);
  const lookForGone = onGone && site.gone && createGone(() => site.gone?.(page()) ?? [], onGone, signal);
  const reader = createReader({ site, page, onRead, onTouched, onLost, onSettled, isOrphan, signal });
  const idOfRoot = (root: Element | undefined) => root && reader.idOf(root);
  const rootAbove = ({ root }: Reading) => (root.parentNode ? reader.closestRoot(root.parentNode) : undefined);
  const thread = () => idOfRoot(site.mainPost?.(page()));
  const witness =
    onSeen &&
    createWitness({
      site: siteId,
      parentOf: (reading) => idOfRoot(rootAbove(reading)),
      thread,
      send: onSeen,
      signal,
    });
  const keyOf = (postId: string) => `${siteId}:${postId}`;

  function prepare(next: Watch | undefined) {
    watch = next;
    compiler.compile(next?.keywords ?? [], (matcher) => take(readRules(next, place, matcher)));
  }

  function take(fresh: Rules) {
    ending.set(fresh.until);
    if (!fresh.keepRecent) {
      handed.clear();
      outbox?.forget();
    }
    const isSame = fresh.mark === rules.mark;
    rules = fresh;
    if (!isReading) return begin();
    if (!isSame) {
      painter.clear();
      mentions.clear();
      reader.restart();
    }
    onCount(mentions.count());
  }

  function begin() {
    isReading = true;
    reader.start();
  }

  function onRead(reading: Reading) {
    const { root, post, text } = reading;
    const key = keyOf(post.id);
    if (roots.size > mostRemembered) roots.clear();
    roots.set(post.id, new WeakRef(root));
    if (!post.promoted) count(post.id, post.community);
    if (post.own && post.author.handle && !rules.isOwn(post.author.handle)) onOwn?.(post.author.handle);
    const own = post.own || rules.isOwn(post.author.handle);
    if (rules.keepRecent && !own) hand(reading);
    const found = match(reading, onMuted);
    const facts = found.keywordIds.length > 0 ? { ...post, ...surroundings(reading), own } : post;
    const capture = buildCapture(siteId, facts, text.text, found, Date.now());
    if (capture) keep(key, capture);
    witness?.see(reading, own === true, capture !== undefined);
    if (capture && !own) {
      mentions.set(key, root, capture);
      // What is too much to list is too much to paint, and is kept all the same.
      if (mentions.has(key)) show(key, root, post.text[0] ?? root);
    } else {
      forget(key, reading, capture === undefined);
      painter.drop(root);
    }
    waiting.get(post.id)?.(root);
  }

  /** What is painted is kept: a person who saw it and closed the tab finds it in the inbox. */
  function show(key: string, root: Element, target: Element) {
    const paint = () => rules.highlight && mentions.has(key) && root.isConnected && painter.watch(root, target);
    if (outbox) outbox.whenKept(key, paint);
    else paint();
  }

  /** Asked of mentions alone: most posts are none. */
  function surroundings(reading: Reading) {
    const { post } = reading;
    // In a flat thread a post stands beside the one it answers, not in it.
    const named = post.parent === undefined ? undefined : roots.get(post.parent)?.deref();
    const root = named?.isConnected ? named : rootAbove(reading);
    const above = root && reader.read(root);
    const isIt = above && above.post.id !== post.id && (post.parent ?? above.post.id) === above.post.id;
    const main = thread();
    return {
      parent: post.parent ?? (isIt ? above.post.id : undefined),
      above: isIt ? { handle: above.post.author.handle, text: above.text.text } : undefined,
      thread: main === post.id ? undefined : main,
      counts: site.counts?.(reading.root, page()),
    };
  }

  function hear(reading: Reading): PageHeard {
    return new PageHeard(siteId, page().url, reading);
  }

  /** The keywords a post is a mention of, but for those that are muted on it. */
  function match(reading: Reading, onMuted?: (muteId: string, hash: number) => void): Match {
    const heard = hear(reading);
    const found = rules.matcher.match(heard);
    const muted = found.keywordIds.length > 0 ? rules.findMuted(heard, found.keywordIds) : undefined;
    if (!muted?.size) return found;
    for (const { id } of new Set(muted.values())) onMuted?.(id, hash32(reading.post.id));
    const isHeard = (keywordId: string) => !muted.has(keywordId);
    return { ...found, hits: found.hits.filter((hit) => isHeard(hit.keywordId)), keywordIds: found.keywordIds.filter(isHeard) };
  }

  function keep(key: string, capture: Capture) {
    const print = hash32(JSON.stringify([capture.text, capture.hits, capture.keywordIds, capture.links, capture.own, capture.edited]));
    if (sent.get(key) !== print) outbox?.add(capture);
    if (sent.size > mostRemembered) sent.clear();
    sent.set(key, print);
  }

  /** It is no mention any more. One whose author took the keyword out stays in the inbox as it was heard, with the mark of an edit. */
  function forget(key: string, reading: Reading, silent: boolean) {
    const { root, post, text } = reading;
    const heard = mentions.get(key);
    // The same post may stand elsewhere in the page, whole where it is cut here.
    if (!heard || (mentions.rootOf(key) ?? root) !== root) return;
    mentions.remove(key);
    if (!silent || rules.matcher.match(hear(reading)).keywordIds.length > 0 || !looksEdited(heard.text, text.text)) return;
    const capture = buildCapture(siteId, { ...post, edited: true }, heard.text, heard, Date.now());
    if (capture) keep(key, capture);
  }

  function count(postId: string, community: string | undefined) {
    const hash = hash32(postId);
    if (counted.has(hash)) return;
    if (counted.size > mostRemembered) counted.clear();
    counted.add(hash);
    outbox?.count(siteId, hash, community?.trim());
  }

  /** Other keywords bring a post here again; it is handed over anew only with other words. */
  function hand(reading: Reading) {
    const { post, text } = reading;
    if (!outbox?.hasRoom(keyOf(post.id))) return;
    const print = hash32([text.text, ...(post.shared ?? [])].join('\n'));
    if (handed.get(post.id) === print) return;
    const { lang, links } = hear(reading);
    const recent = buildRecent(siteId, { ...post, lang, links }, text.text, Date.now());
    if (!recent || !outbox.remember(recent)) return;
    if (handed.size > mostRemembered) handed.clear();
    handed.set(post.id, print);
  }

  function onSettled() {
    painter.prune();
    lookForGone?.();
  }

  function onTouched(root: Element) {
    const id = reader.idOf(root) ?? '';
    waiting.get(id)?.(root);
    if (!mentions.has(keyOf(id))) return;
    mentions.move(keyOf(id), root);
    show(keyOf(id), root, reader.read(root)?.post.text[0] ?? root);
  }

  function onLost(root: Element, id: string) {
    painter.drop(root);
    // Out of the page is still heard on this page; only a root that shows something else now has lost it.
    if (root.isConnected && mentions.rootOf(keyOf(id)) === root) mentions.remove(keyOf(id));
  }

  function marksOf(root: Element): Mark[] {
    const reading = rules.highlight ? reader.read(root) : undefined;
    if (!reading) return [];
    return match(reading).hits.flatMap(({ keywordId, start, end }) => {
      const name = rules.paintOf(keywordId);
      return name ? rangesOf(reading.text, start, end).map((range) => ({ name, range })) : [];
    });
  }

  const session: Session = {
    named,
    place,
    page,
    onMove: (callback) => void onMoves.push(callback),
    rules: () => rules,
    match,
    reader,
    painter,
    mentions,
    scanned: () => counted.size,
    apply: prepare,
    expect: (text) => witness?.expect(text),
    await(texts) {
      for (const text of texts) witness?.expect(text);
      if (isReading) reader.restart();
    },
    waitFor(postId, timeout) {
      return new Promise((resolve) => {
        const end = (root?: Element) => {
          clearTimeout(timer);
          waiting.delete(postId);
          resolve(root);
        };
        const timer = setTimeout(end, timeout);
        waiting.set(postId, end);
        reader.refresh();
      });
    },
  };
  prepare(watch);
  return session;
}
