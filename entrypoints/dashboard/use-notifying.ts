import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { word } from '../../components/words.ts';
import type { NoticeSettings, Settings } from '../../core/model.ts';
import { defaultNotices } from '../../core/notice-plan.ts';
import { send } from '../../messages/send.ts';
import type { PageProps } from './page-props.ts';

const permission = { permissions: ['notifications' as const] };

/** Whether the browser lets us, asked again when the window comes back to the front: it can be taken back in its own settings. */
function useAllowed(): [boolean | undefined, () => void] {
  const [allowed, setAllowed] = useState<boolean>();
  const ask = () => void browser.permissions.contains(permission).then(setAllowed, () => setAllowed(false));
  useEffect(() => {
    const stop = new AbortController();
    const again = () => void browser.permissions.contains(permission).then(setAllowed, () => setAllowed(false));
    again();
    addEventListener('focus', again, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return [allowed, ask];
}

export interface Notifying {
  readonly kept: NoticeSettings;
  /** Undefined until the browser has said whether it lets us. */
  readonly on: boolean | undefined;
  readonly turn: (wish: boolean) => Promise<void>;
  readonly save: (notices: NoticeSettings) => Promise<boolean>;
}

/** The browser's own notifications, as the person has them. */
export function useNotifying({ settings, editing, notify }: Pick<PageProps, 'editing' | 'notify'> & { settings: Settings }): Notifying {
  const [allowed, askAgain] = useAllowed();
  const kept = settings.notices ?? defaultNotices;
  const save = (notices: NoticeSettings) => editing.attempt(send('settings/save', { patch: { notices } }));
  async function turn(wish: boolean) {
    const { since: _, ...rest } = kept;
    if (!wish) return void (await save(rest));
    // Asked before anything is awaited: browsers show this prompt only as the direct answer to a click.
    const granted = allowed || (await browser.permissions.request(permission).catch(() => false));
    askAgain();
    if (!granted) return notify({ text: word('noticesRefused'), bad: true });
    await save({ ...rest, since: Date.now() });
  }
  return { kept, on: allowed === undefined ? undefined : allowed && kept.since !== undefined, turn, save };
}
