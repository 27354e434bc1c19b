import './data.css';
import { Archive } from 'lucide';
import { Icon } from '../../components/icon.tsx';
import { formatDay } from '../../components/time.tsx';
import { useNow } from '../../components/use-now.ts';
import { word } from '../../components/words.ts';
import { backupParts } from '../../core/backup.ts';
import type { Settings } from '../../core/model.ts';
import { downloadBackup } from './data-backup.tsx';
import type { PageProps } from './page-props.ts';
import { canPickFolder, useDataLog } from './use-folder.ts';

const every = { day: 86_400_000, week: 7 * 86_400_000 } as const;

/** Where a backup was wanted by now and there is none: said on every page, for it cannot be made without the person. */
export function BackupReminder({ settings, editing, notify }: Pick<PageProps, 'editing' | 'notify'> & { settings: Settings | undefined }) {
  const { lastBackup, backupFolder } = useDataLog();
  const now = useNow();
  const wanted = settings?.backupEvery;
  if (!wanted || wanted === 'never') return null;
  // Half a day of grace: who backs up once a day does not do so to the minute.
  const isDue = !lastBackup || now - lastBackup.at > every[wanted] + 43_200_000;
  const isBroken = canPickFolder() && backupFolder?.problem !== undefined;
  if (!isDue && !isBroken) return null;
  return (
    <div class="backup-reminder" role="status">
      <Icon of={Archive} size={17} />
      <p class="grow">
        {isBroken ? word('reminderFolder') : lastBackup ? word('reminderOld', formatDay(lastBackup.at)) : word('reminderNever')}
      </p>
      {isBroken && (
        <a class="button" href="#data">
          {word('reminderLook')}
        </a>
      )}
      <button type="button" onClick={() => void editing.attempt(downloadBackup(backupParts, notify), 'backupFailed')}>
        {word('reminderNow')}
      </button>
    </div>
  );
}
