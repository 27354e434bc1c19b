/** Listening at one place, from the first post to the last: what is read is matched, kept, counted and painted. */

import type { Match } from '../../core/matcher.ts';
import { buildCapture } from '../../core/mention.ts';
import type { Watch } from '../../core/model.ts';
import type { Page } from '../../sites/_site.ts';
import type { NamedSite } from '../../sites/_table.ts';
import { rangesOf } from '../../sites/_text.ts';
import { watchAddress } from './address.ts';
import { hash32 } from './hash.ts';
import { createMentions, type Mentions } from './mentions.ts';
import type { Outbox } from './outbox.ts';
import { PageHeard } from './page-heard.ts';
import { createPainter, type Mark, type Painter } from './painter.ts';
import { createReader, type Reader, type Reading } from './reader.ts';
import { type Rules, readRules } from './rules.ts';

export interface Session {
  named: NamedSite;
  place: string;
  page: () => Page;
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
}

interface Options {
  named: NamedSite;
  place: string;
  watch: Watch | undefined;
  /** Absent where nothing may be kept (private windows). */
  outbox: Outbox | undefined;
  onCount: (count: number) => void;
  isOrphan: () => boolean;
  signal: AbortSignal;
}

const mostRemembered = 20_000;

export function startSession({ named, place, watch, outbox, onCount, isOrphan, signal }: Options): Session {
  const { id: siteId, site } = named;
  let rules = readRules(watch, place);
  const sent = new Map<string, number>();
  const counted = new Set<number>();
  const waiting = new Map<string, (root: Element) => void>();

  const page = watchAddress(() => {
    reader.refresh();
    setTimeout(() => !signal.aborted && mentions.keepShown(), 1_500);
  }, signal);
  const mentions = createMentions(onCount);
  const painter = createPainter(marksOf, signal);
  const reader = createReader({ site, page, onRead, onTouched, onLost, onSettled: painter.prune, isOrphan, signal });
  const keyOf = (postId: string) => `${siteId}:${postId}`;
  reader.start();

  const match = (reading: Reading) => rules.matcher.match(new PageHeard(siteId, page().url.hostname, reading));

  function onRead(reading: Reading) {
    const { root, post, text } = reading;
    const key = keyOf(post.id);
    count(post.id);
    const capture = buildCapture(siteId, post, text.text, match(reading), Date.now());
    if (capture) {
      mentions.set(key, root, capture);
      // What is too much to list is too much to paint, and is kept all the same.
      if (rules.highlight && mentions.has(key)) painter.watch(root, post.text[0] ?? root);
      const print = hash32(JSON.stringify([capture.text, capture.hits, capture.keywordIds]));
      if (sent.get(key) !== print) outbox?.add(capture);
      if (sent.size > mostRemembered) sent.clear();
      sent.set(key, print);
    } else {
      mentions.remove(key);
      painter.drop(root);
    }
    waiting.get(post.id)?.(root);
  }

  function count(postId: string) {
    const hash = hash32(postId);
    if (counted.has(hash)) return;
    if (counted.size > mostRemembered) counted.clear();
    counted.add(hash);
    outbox?.count(siteId, hash);
  }

  function onTouched(root: Element) {
    const id = reader.idOf(root) ?? '';
    waiting.get(id)?.(root);
    if (!mentions.has(keyOf(id))) return;
    mentions.move(keyOf(id), root);
    if (rules.highlight) painter.watch(root, reader.read(root)?.post.text[0] ?? root);
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

  return {
    named,
    place,
    page,
    rules: () => rules,
    match,
    reader,
    painter,
    mentions,
    scanned: () => counted.size,
    apply(next) {
      const fresh = readRules(next, place);
      if (fresh.mark === rules.mark) return;
      rules = fresh;
      painter.clear();
      mentions.clear();
      reader.restart();
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
}
