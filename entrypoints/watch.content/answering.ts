/** The reply side of a page: which field is in use, what it answers, and the picker at it. */

import { excerptOf } from '../../core/mention.ts';
import type { ReplyContext } from '../../core/model.ts';
import { insertText, rememberCaret } from '../../editors/index.ts';
import type { InsertOutcome } from '../../messages/tab-contract.ts';
import { watchAnswered } from './answered.ts';
import { fieldInUse, findComposer, watchReplyFields } from './fields.ts';
import { createPickerHost } from './picker-host.ts';
import type { Session } from './session.ts';

export interface Answering {
  context: () => { context: ReplyContext; hasField: boolean };
  insert: (text: string, caret?: number) => Promise<InsertOutcome>;
  /** Opens the picker at this field, or at the one in use, or at the first on the page. */
  open: (field?: HTMLElement, height?: number) => boolean;
  close: () => void;
  isOpen: () => boolean;
  /** We press the Reply control of the post in this root; the field that comes next answers it. */
  expect: (root: Element) => void;
}

/** How long the button stays after the field has lost the focus. */
const lingering = 4_000;

export function watchAnswering(session: Session, signal: AbortSignal): Answering {
  const { site } = session.named;
  const picker = createPickerHost(signal);
  const answered = watchAnswered({ site, page: session.page, reader: session.reader, signal });
  let leaving: ReturnType<typeof setTimeout> | undefined;

  const currentField = () => fieldInUse(site) ?? findComposer(site);

  watchReplyFields(
    site,
    (field) => {
      clearTimeout(leaving);
      answered.bind(field);
      picker.offer(field);
    },
    signal,
  );
  document.addEventListener('focusout', onFocusOut, { signal, passive: true });
  window.addEventListener('keydown', onKey, { signal, capture: true });
  signal.addEventListener('abort', () => clearTimeout(leaving), { once: true });

  function onFocusOut() {
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      const field = fieldInUse(site);
      const focused =
        field !== undefined &&
        document.activeElement !== null &&
        (field === document.activeElement || field.contains(document.activeElement));
      if (!picker.isOpen() && !picker.hasFocus() && !focused && document.hasFocus()) picker.hide();
    }, lingering);
  }

  function onKey(event: KeyboardEvent) {
    if (!event.isTrusted) return;
    const isShortcut = event.code === 'KeyE' && event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey;
    if (isShortcut ? open() : event.key === 'Escape' && picker.isOpen() && closeNow()) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }

  function closeNow(): boolean {
    picker.close();
    return true;
  }

  function open(field = currentField(), height?: number): boolean {
    if (!field) return false;
    rememberCaret(field);
    return picker.open(field, height);
  }

  function context(): { context: ReplyContext; hasField: boolean } {
    const field = currentField();
    return {
      context: { ...contextOf(session, answered.find(field)), limit: field && site.limitOf?.(field) },
      hasField: field !== undefined,
    };
  }

  async function insert(text: string, caret?: number): Promise<InsertOutcome> {
    const field = currentField();
    if (!field) return { outcome: 'no-field' };
    const { outcome, editor } = await insertText(field, text, caret);
    if (outcome === 'inserted') return { outcome, editor };
    return { outcome: (await copy(text)) ? 'copied' : 'failed', editor };
  }

  return { context, insert, open, close: picker.close, isOpen: picker.isOpen, expect: answered.press };
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

const mostExcerpt = 280;

/** As people call it: a site we do not know is its host. */
export const siteNameOf = ({ named, place }: Session): string =>
  named.site.hosts.length > 0 || named.id !== 'generic' ? named.site.name : place.replace(/^www\./, '');

function contextOf(session: Session, root: Element | undefined): ReplyContext {
  const { named, reader, mentions, rules, match } = session;
  const site = siteNameOf(session);
  const reading = root && reader.read(root);
  if (!reading) return { site, siteId: named.id };
  const { post, text } = reading;
  const { hits, keywordIds } = match(reading);
  const keyword = keywordIds[0] ? rules().keywordOf(keywordIds[0]) : undefined;
  const mentionId = `${named.id}:${post.id}`;
  return {
    site,
    siteId: named.id,
    author: post.author,
    community: post.community,
    lang: post.lang,
    url: post.url,
    rating: post.rating,
    ...(keyword ? { keyword: keyword.name, keywordKind: keyword.kind } : {}),
    excerpt: excerptOf(text.text, hits, mostExcerpt).text,
    ...(mentions.has(mentionId) ? { mentionId } : {}),
  };
}
