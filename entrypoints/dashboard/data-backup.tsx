import { Download, Users } from 'lucide';
import { useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { formatNumber, type WordKey, word, wordFor } from '../../components/words.ts';
import { type BackupPart, backupParts, printBackup } from '../../core/backup.ts';
import { send } from '../../messages/send.ts';
import { readTeamTables, writeBackup } from '../../storage/backup.ts';
import { newestVersion } from '../../storage/db.ts';
import { download, downloadPieces, nameFile } from './download.ts';
import type { PageProps } from './page-props.ts';

const partWords = {
  watching: 'partWatching',
  replies: 'partReplies',
  people: 'partPeople',
  mentions: 'partMentions',
  measures: 'partMeasures',
  settings: 'partSettings',
} as const satisfies Record<BackupPart, WordKey>;

/** Makes a backup and lets the person keep it. */
export async function downloadBackup(parts: readonly BackupPart[], notify: PageProps['notify']): Promise<void> {
  const now = Date.now();
  const { pieces, rows, leftOut, broken } = await writeBackup(parts, now);
  const count = Object.values(rows).reduce((sum, one) => sum + one, 0);
  const name = nameFile('backup', 'json', now);
  downloadPieces(name, pieces, 'application/json');
  // Part of it is no backup to be reminded by.
  if (parts.length === backupParts.length) await send('data/noteBackup', { name, rows: count });
  const said = [
    wordFor(count, 'backedUpOne', 'backedUpMany'),
    ...(leftOut > 0 ? [word('backupLeftOut', formatNumber(leftOut))] : []),
    ...(broken > 0 ? [word('backupBroken', formatNumber(broken))] : []),
  ];
  notify({ text: said.join(' '), ...(leftOut + broken > 0 ? { bad: true } : {}) });
}

export function DataBackup({ editing, notify }: PageProps) {
  const [chosen, setChosen] = useState<readonly BackupPart[]>(backupParts);
  const [busy, setBusy] = useState(false);
  const toggle = (part: BackupPart, on: boolean) => setChosen(backupParts.filter((one) => (one === part ? on : chosen.includes(one))));
  const make = async () => {
    setBusy(true);
    await editing.attempt(downloadBackup(chosen, notify), 'backupFailed');
    setBusy(false);
  };
  const makePack = async () => {
    const now = Date.now();
    const tables = await readTeamTables();
    download(nameFile('team-pack', 'json', now), printBackup('team-pack', tables, { now, schema: newestVersion }), 'application/json');
    await send('settings/save', { patch: { packedAt: now } });
    const count = Object.values(tables).reduce((sum, rows) => sum + rows.length, 0);
    notify({ text: wordFor(count, 'packedOne', 'packedMany') });
  };
  return (
    <section class="stack" aria-labelledby="backup-title">
      <h2 id="backup-title">{word('backup')}</h2>
      <p class="quiet">{word('backupIntro')}</p>
      <fieldset class="parts">
        <legend class="label">{word('backupParts')}</legend>
        {backupParts.map((part) => (
          <label key={part} class="row">
            <input type="checkbox" checked={chosen.includes(part)} onChange={(event) => toggle(part, event.currentTarget.checked)} />
            {word(partWords[part])}
          </label>
        ))}
      </fieldset>
      <div class="row wrap">
        <button type="button" class="primary" disabled={busy || chosen.length === 0} onClick={() => void make()}>
          <Icon of={Download} size={15} />
          {word(busy ? 'backupBusy' : 'downloadBackup')}
        </button>
        <button type="button" onClick={() => void editing.attempt(makePack(), 'backupFailed')}>
          <Icon of={Users} size={15} />
          {word('downloadTeamPack')}
        </button>
      </div>
      <p class="quiet small prose">{word('teamPackHint')}</p>
    </section>
  );
}
