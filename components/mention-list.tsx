import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Mention } from '../core/model.ts';
import { isTyping } from './keys.ts';
import type { KeywordLooks } from './marked-text.tsx';
import { type MentionActions, MentionItem } from './mention-item.tsx';
import { safeLink } from './plain-text.tsx';
import { word } from './words.ts';

interface Props extends MentionActions {
  mentions: readonly Mention[];
  keywords: KeywordLooks;
  nameSite: (mention: Mention) => string;
  namePlace: (place: string) => string;
  now: number;
  more: boolean;
  onMore: () => void;
}

/** The inbox's list. One item holds the keyboard's place; j and k move it, and it stays where it is when an item leaves the list. */
export function MentionList({ mentions, keywords, nameSite, namePlace, now, more, onMore, ...actions }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [place, setPlace] = useState(0);
  const at = Math.min(place, mentions.length - 1);
  useMentionKeys(list, mentions, at, setPlace, actions);
  return (
    <>
      <ul ref={list} class="list mentions" aria-label={word('mentions')}>
        {mentions.map((mention, i) => (
          <li key={mention.id} tabIndex={i === at ? 0 : -1} onFocusIn={() => setPlace(i)}>
            <MentionItem mention={mention} siteName={nameSite(mention)} keywords={keywords} namePlace={namePlace} now={now} {...actions} />
          </li>
        ))}
      </ul>
      {more && <More onMore={onMore} />}
    </>
  );
}

function useMentionKeys(
  list: { current: HTMLElement | null },
  mentions: readonly Mention[],
  at: number,
  setPlace: (i: number) => void,
  actions: MentionActions,
) {
  const move = useCallback(
    (to: number) => {
      const item = list.current?.children[to];
      if (!(item instanceof HTMLElement)) return;
      setPlace(to);
      item.focus();
      item.scrollIntoView({ block: 'nearest' });
    },
    [list, setPlace],
  );

  // Before the list is painted, so that a key pressed the moment it can be seen is heard.
  useLayoutEffect(() => {
    const stop = new AbortController();
    function onKey(event: KeyboardEvent) {
      if (isTyping(event)) return;
      const mention = mentions[at];
      const inList = list.current?.contains(document.activeElement) ?? false;
      const keys: Record<string, () => void> = {
        j: () => move(inList ? Math.min(at + 1, mentions.length - 1) : at),
        k: () => move(inList ? Math.max(at - 1, 0) : at),
        o: () => mention && openPost(mention),
        r: () => mention && actions.onReply(mention),
        e: () => mention && actions.onStatus(mention, 'done'),
        i: () => mention && actions.onStatus(mention, 'ignored'),
        u: () => mention && actions.onStatus(mention, 'new'),
        w: () => list.current?.children[at]?.querySelector<HTMLElement>('[data-key="w"]')?.click(),
        n: () => list.current?.children[at]?.querySelector<HTMLElement>('[data-key="n"]')?.click(),
      };
      const opener = /^[msh]$/.test(event.key) && list.current?.children[at]?.querySelector<HTMLElement>(`[data-key="${event.key}"]`);
      const act = opener ? () => opener.click() : Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    }
    document.addEventListener('keydown', onKey, { signal: stop.signal });
    return () => stop.abort();
  });

  // An item that left took the focus with it: give it to the one that moved up.
  const held = useRef<string>(undefined);
  useEffect(() => {
    const gone = held.current !== undefined && !mentions.some((mention) => mention.id === held.current);
    if (gone && document.activeElement === document.body) move(at);
    held.current = list.current?.contains(document.activeElement) ? mentions[at]?.id : undefined;
  });
}

function openPost(mention: Mention): void {
  const link = safeLink(mention.url);
  if (link) window.open(link, '_blank', 'noopener,noreferrer');
}

function More({ onMore }: { onMore: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!button.current) return;
    const watcher = new IntersectionObserver((seen) => seen.some((s) => s.isIntersecting) && onMore(), { rootMargin: '600px' });
    watcher.observe(button.current);
    return () => watcher.disconnect();
  }, [onMore]);
  return (
    <button ref={button} type="button" class="more" onClick={onMore}>
      {word('showMore')}
    </button>
  );
}
