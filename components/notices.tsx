import { X } from 'lucide';
import { useCallback, useRef, useState } from 'preact/hooks';
import { IconButton } from './controls.tsx';
import { Sentence } from './sentence.tsx';
import { word } from './words.ts';

export interface Notice {
  text: string;
  bad?: boolean;
  undo?: () => void;
}

export type Notify = (notice: Notice) => void;

const shownFor = { plain: 5_000, undo: 12_000 };

/** One message at a time: what just happened, and the way back. */
export function useNotices(): { notice: Notice | undefined; notify: Notify; dismiss: () => void } {
  const [notice, setNotice] = useState<Notice>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const dismiss = useCallback(() => setNotice(undefined), []);
  const notify = useCallback((next: Notice) => {
    clearTimeout(timer.current);
    setNotice(next);
    // What went wrong stays until it was read.
    if (!next.bad) timer.current = setTimeout(() => setNotice(undefined), next.undo ? shownFor.undo : shownFor.plain);
  }, []);
  return { notice, notify, dismiss };
}

export function Notices({ notice, dismiss }: { notice: Notice | undefined; dismiss: () => void }) {
  return (
    <div class="notices" role="status" aria-live="polite">
      {notice && (
        <div class={notice.bad ? 'notice bad' : 'notice'}>
          <span class="grow">
            <Sentence>{notice.text}</Sentence>
          </span>
          {notice.undo && (
            <button
              type="button"
              onClick={() => {
                dismiss();
                notice.undo?.();
              }}
            >
              {word('undo')}
            </button>
          )}
          <IconButton icon={X} name={word('dismiss')} onClick={dismiss} />
        </div>
      )}
    </div>
  );
}
