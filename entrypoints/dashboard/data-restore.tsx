import { Problem } from '../../components/controls.tsx';
import { FilePick } from '../../components/file-pick.tsx';
import { RestorePlanTable } from '../../components/restore-plan.tsx';
import { word } from '../../components/words.ts';
import type { PageProps } from './page-props.ts';
import { useRestore } from './use-restore.ts';

/** A backup or a team pack back in. Nothing is changed before what it would change was shown. */
export function DataRestore(props: PageProps) {
  const { reading, problem, busy, open, choose, take, close } = useRestore(props);
  return (
    <section class="stack" aria-labelledby="restore-title">
      <h2 id="restore-title">{word('restore')}</h2>
      <p class="quiet prose">{word('restoreIntro')}</p>
      <div>
        <FilePick label={word('restoreInput')} accept=".json,application/json" disabled={busy} onFile={open}>
          {word(busy ? 'restoreBusy' : 'restoreFile')}
        </FilePick>
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
