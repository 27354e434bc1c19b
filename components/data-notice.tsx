import { ShieldAlert, X } from 'lucide';
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
} as const satisfies Record<string, WordKey>;

interface Props {
  /** Calls back with what the person must know about their data, now and at each change. */
  watch: (onNotice: (notice: { kind: keyof typeof words } | undefined) => void, options: { signal: AbortSignal }) => void;
  dismiss: () => Promise<void>;
}

/** Never a silent empty inbox: what happened to someone's data stands at the top until they have read it. */
export function DataNotice({ watch, dismiss }: Props) {
  const [notice, setNotice] = useState<{ kind: keyof typeof words }>();
  useEffect(() => {
    const stop = new AbortController();
    watch(setNotice, { signal: stop.signal });
    return () => stop.abort();
  }, [watch]);
  if (!notice) return null;
  return (
    <div class="data-notice" role="alert">
      <Icon of={ShieldAlert} size={18} />
      <p class="grow">{word(words[notice.kind])}</p>
      <IconButton icon={X} name={word('dismiss')} onClick={() => void dismiss()} />
    </div>
  );
}
