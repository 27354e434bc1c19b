import { RotateCw, ShieldAlert, X } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { IconButton } from './controls.tsx';
import { Icon } from './icon.tsx';
import { type WordKey, word } from './words.ts';

const words = {
  restored: 'noticeRestored',
  lost: 'noticeLost',
  refused: 'noticeRefused',
  newer: 'noticeNewer',
  full: 'noticeFull',
  blocked: 'noticeBlocked',
} as const satisfies Record<string, WordKey>;

interface Notice {
  kind: keyof typeof words;
  pages?: readonly string[];
}

const pageWords: Readonly<Record<string, WordKey>> = {
  popup: 'pagePopup',
  welcome: 'pageWelcome',
  inbox: 'inbox',
  people: 'people',
  keywords: 'keywords',
  replies: 'replies',
  insights: 'insights',
  goals: 'goals',
  report: 'report',
  coverage: 'coverage',
  data: 'data',
  settings: 'settings',
};

/** A page of ours by what stands on it: `dashboard.html#people/x:ada` is “People”. */
function namePage(address: string): string {
  const [, file = '', section = 'inbox'] = /^([\w-]+)\.html(?:[^#]*#(\w+))?/.exec(address) ?? [];
  const key = pageWords[file === 'dashboard' ? section : file];
  return key ? word('pageNamed', word(key)) : word('pageOther');
}

const sayPages = (pages: readonly string[] = []): string =>
  pages.length > 0 ? [...new Set(pages.map(namePage))].join(', ') : word('pageOther');

interface Props {
  /** Calls back with what the person must know about their data, now and at each change. */
  watch: (onNotice: (notice: Notice | undefined) => void, options: { signal: AbortSignal }) => void;
  dismiss: () => Promise<void>;
}

/** Never a silent empty inbox: what happened to someone's data stands at the top until they have read it. */
export function DataNotice({ watch, dismiss }: Props) {
  const [notice, setNotice] = useState<Notice>();
  useEffect(() => {
    const stop = new AbortController();
    watch(setNotice, { signal: stop.signal });
    return () => stop.abort();
  }, [watch]);
  if (!notice) return null;
  return (
    <div class="data-notice" role="alert">
      <Icon of={ShieldAlert} size={18} />
      <p class="grow">{word(words[notice.kind], sayPages(notice.pages))}</p>
      <IconButton icon={X} name={word('dismiss')} onClick={() => void dismiss()} />
    </div>
  );
}

interface OutdatedProps {
  watch: (onOutdated: () => void, options: { signal: AbortSignal }) => void;
  onReload: () => void;
}

/** A page that was open while Earshot was updated shows what was, and can change nothing: it says so. */
export function OutdatedNotice({ watch, onReload }: OutdatedProps) {
  const [outdated, setOutdated] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    watch(() => setOutdated(true), { signal: stop.signal });
    return () => stop.abort();
  }, [watch]);
  if (!outdated) return null;
  return (
    <div class="data-notice" role="alert">
      <Icon of={ShieldAlert} size={18} />
      <p class="grow">{word('noticeOutdated')}</p>
      <button type="button" onClick={onReload}>
        <Icon of={RotateCw} size={15} />
        {word('loadAgain')}
      </button>
    </div>
  );
}
