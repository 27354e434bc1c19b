/** The reply side of a page: which field is in use, what it answers, and the picker at it. */

import { excerptOf } from '../../core/mention.ts';
import type { ReplyContext } from '../../core/model.ts';
import { insertText, readField, rememberCaret } from '../../editors/index.ts';
import type { InsertOutcome, Told } from '../../messages/tab-contract.ts';
import { watchAnswered } from './answered.ts';
import { fieldInUse, findComposer, isFocused, watchReplyFields } from './fields.ts';
import { createPickerHost } from './picker-host.ts';
import type { Session } from './session.ts';
import { createTyped } from './typed.ts';

export interface Answering {
  /** A mention is about to be answered: the picker is loaded before it is wanted. */
  prepare: () => void;
  context: () => { context: ReplyContext; hasField: boolean; told?: Told; offered?: string };
  /** Into this field, or into the one in use; the caret is to stand at `caret` in the text, or behind it. */
  insert: (text: string, caret?: number, field?: HTMLElement) => Promise<InsertOutcome>;
  /** Puts the text in the place of the `;word ` typed last. */
  expand: (word: string, text: string, caret?: number) => Promise<InsertOutcome>;
  /** Opens the picker with this reply chosen. */
  offer: (replyId: string, field?: HTMLElement) => boolean;
  /** Opens the picker at this field, or at the one in use, or at the first on the page. */
  open: (field?: HTMLElement, height?: number) => boolean;
  close: () => void;
  isOpen: () => boolean;
  /** We press the Reply control of the post in this root; the field that comes next answers it. */
  expect: (root: Element) => void;
  /** The id of the post that a field says it answers. */
  answeredBy: (field: HTMLElement) => string | undefined;
  /** Says to the person, where they are, that a mention could not be answered as they asked. */
  tell: (told: Told) => void;
}

/** A box may hold a whole article; more than this is over any limit we know. */
const mostWritten = 20_000;
/** How long the button stays after the field has lost the focus. */
const lingering = 4_000;

interface Hooks {
  /** The keys for the picker were pressed and no box is in use: true where there is a mention to open one for. */
  onOpen: () => boolean;
  /** A box for this mention is in use, or a reply was put into it. */
  onBox: (mentionId: string, inserted: boolean) => void;
  onInserted: (text: string) => void;
}

export function watchAnswering(session: Session, { onOpen, onBox, onInserted }: Hooks, signal: AbortSignal): Answering {
  const { site } = session.named;
  const picker = createPickerHost(signal);
  const answered = watchAnswered({ site, page: session.page, reader: session.reader, signal });
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let told: Told | undefined;
  let offered: string | undefined;
  const typed = createTyped(() => session.rules().shortcuts, picker.isOpen);
  let lastBox: string | undefined;

  const currentField = () => typed.field() ?? fieldInUse(site) ?? findComposer(site);

  watchReplyFields(site, { onFocus, onKey: typed.onKey }, signal);
  document.addEventListener('focusout', onFocusOut, { signal, passive: true });
  window.addEventListener('keydown', onKey, { signal, capture: true });
  signal.addEventListener('abort', () => clearTimeout(leaving), { once: true });

  function onFocus(field: HTMLElement) {
    clearTimeout(leaving);
    answered.bind(field);
    told = undefined;
    if (!picker.isOpen()) typed.forget();
    picker.offer(field);
    setTimeout(noteBox, 0, field);
  }

  function onFocusOut() {
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      const field = fieldInUse(site);
      const focused = field !== undefined && isFocused(field);
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
    told = undefined;
    offered = undefined;
    typed.forget();
    return true;
  }

  function open(asked?: HTMLElement, height?: number): boolean {
    const inUse = fieldInUse(site);
    // A height comes from the picker's own button at a box: that box is meant, whatever card is still shown.
    const isIdle = !asked && height === undefined && !picker.isOpen() && !(inUse && isFocused(inUse));
    if (isIdle && onOpen()) return true;
    const field = asked ?? currentField();
    if (isLoose(asked)) return picker.open(undefined, height);
    if (!field) return false;
    rememberCaret(field);
    return picker.open(field, height);
  }

  /** What could not be answered has no box, whatever other boxes there are. */
  const isLoose = (asked?: HTMLElement) => !asked && told !== undefined && told.why !== 'not-landed';

  const contextAt = (field: HTMLElement | undefined) => contextOf(session, answered.find(field));

  function context() {
    const field = isLoose() ? undefined : currentField();
    return {
      context: { ...contextAt(field), ...(field && { limit: site.limitOf?.(field), written: readField(field).slice(0, mostWritten) }) },
      hasField: field !== undefined,
      ...(told ? { told } : {}),
      ...(offered ? { offered } : {}),
    };
  }

  function noteBox(field: HTMLElement, inserted = false) {
    const { mentionId } = contextAt(field);
    if (mentionId && (inserted || mentionId !== lastBox)) onBox(mentionId, inserted);
    lastBox = mentionId;
  }

  async function insert(text: string, caret?: number, asked?: HTMLElement): Promise<InsertOutcome> {
    const field = asked ?? currentField();
    if (!field || isLoose(asked)) return { outcome: 'no-field' };
    const { outcome, editor } = await insertText(field, text, caret, typed.trigger(field));
    if (outcome === 'inserted') {
      offered = undefined;
      noteInserted(text, field);
      return { outcome, editor };
    }
    return { outcome: (await copy(text)) ? 'copied' : 'failed', editor };
  }

  function noteInserted(text: string, field: HTMLElement) {
    typed.forget();
    onInserted(text);
    noteBox(field, true);
  }

  async function expand(word: string, text: string, caret?: number): Promise<InsertOutcome> {
    const field = typed.field();
    const done = await typed.expand(word, text, caret);
    if (field && done.outcome === 'inserted') noteInserted(text, field);
    return done;
  }

  function offer(replyId: string, field = currentField()): boolean {
    offered = replyId;
    // A panel that is open has read what it is about.
    picker.renew();
    return open(field);
  }

  function tell(what: Told) {
    told = what;
    picker.open(what.why === 'not-landed' ? currentField() : undefined);
  }

  return {
    prepare: picker.prepare,
    context,
    insert,
    expand,
    offer,
    open,
    close: () => void closeNow(),
    isOpen: picker.isOpen,
    expect: answered.press,
    answeredBy: answered.idOf,
    tell,
  };
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
