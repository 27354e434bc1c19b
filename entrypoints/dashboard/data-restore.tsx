import { Upload } from 'lucide';
import { useRef } from 'preact/hooks';
import { Problem } from '../../components/controls.tsx';
import { Icon } from '../../components/icon.tsx';
import { RestorePlanTable } from '../../components/restore-plan.tsx';
import { word } from '../../components/words.ts';
import type { PageProps } from './page-props.ts';
import { useRestore } from './use-restore.ts';

/** A backup or a team pack back in. Nothing is changed before what it would change was shown. */
export function DataRestore(props: PageProps) {
  const { reading, problem, busy, open, choose, take, close } = useRestore(props);
  const input = useRef<HTMLInputElement>(null);
  return (
    <section class="stack" aria-labelledby="restore-title">
      <h2 id="restore-title">{word('restore')}</h2>
      <p class="quiet prose">{word('restoreIntro')}</p>
      <div>
        <button type="button" disabled={busy} onClick={() => input.current?.click()}>
          <Icon of={Upload} size={15} />
          {word(busy ? 'restoreBusy' : 'restoreFile')}
        </button>
        <input
          ref={input}
          type="file"
          class="unseen"
          tabIndex={-1}
          aria-label={word('restoreInput')}
          accept=".json,application/json"
          onChange={(event) => {
            const field = event.currentTarget;
            const [file] = field.files ?? [];
            if (!file) return;
            // The same file may be chosen again, once it was put right.
            void open(file).then(() => {
              field.value = '';
            });
          }}
        />
      </div>
      {problem && <Problem>{problem}</Problem>}
      {reading && (
        <RestorePlanTable
          key={reading.fileName}
          fileName={reading.fileName}
          backup={reading.backup}
          plan={reading.plan}
          prefer={reading.prefer}
          busy={busy}
          onPrefer={(prefer) => void choose(prefer)}
          onTake={() => void take()}
          onClose={close}
        />
      )}
    </section>
  );
}
