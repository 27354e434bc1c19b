import { FolderSync } from 'lucide';
import { Problem } from '../../components/controls.tsx';
import { folderWords } from '../../components/data-problems.ts';
import { Icon } from '../../components/icon.tsx';
import { word } from '../../components/words.ts';
import type { Settings } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import type { PageProps } from './page-props.ts';
import { canPickFolder, useFolder } from './use-folder.ts';

const choices = [
  { value: 'never', name: 'backupNever' },
  { value: 'day', name: 'backupDaily' },
  { value: 'week', name: 'backupWeekly' },
] as const;

/** Backups without being asked: into a folder where the browser allows that, by a reminder where it does not. */
export function DataFolder(props: PageProps) {
  const { settings } = props.data;
  if (!settings) return null;
  return (
    <section class="stack" aria-labelledby="schedule-title">
      <h2 id="schedule-title">{word('schedule')}</h2>
      <p class="quiet prose">{word(canPickFolder() ? 'scheduleIntro' : 'scheduleReminder')}</p>
      <Schedule {...props} settings={settings} />
      {canPickFolder() && <Folder {...props} />}
    </section>
  );
}

function Schedule({ settings, editing }: PageProps & { settings: Settings }) {
  const save = (backupEvery: Settings['backupEvery']) => void editing.attempt(send('settings/save', { patch: { backupEvery } }));
  return (
    <fieldset class="segments">
      <legend class="label">{word('howOften')}</legend>
      {choices.map(({ value, name }) => (
        <label key={name}>
          <input type="radio" name="backup-every" checked={(settings.backupEvery ?? 'never') === value} onChange={() => save(value)} />
          <span>{word(name)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Folder({ data, editing, notify }: PageProps) {
  const { folder, state, choose, allow, write, forget } = useFolder(data.settings?.backupEvery);
  const say = async (work: Promise<string | undefined>) => {
    await editing.attempt(
      work.then((name) => {
        if (name) notify({ text: word('backedUpTo', name) });
      }),
      'backupFailed',
    );
  };
  return (
    <div class="stack">
      {folder && (
        <p>
          {word('folderIs')}{' '}
          <strong>
            <bdi>{folder.name}</bdi>
          </strong>
        </p>
      )}
      {folder && state?.problem && <Problem>{word(folderWords[state.problem])}</Problem>}
      <div class="row wrap">
        <button type="button" onClick={() => void say(choose())}>
          <Icon of={FolderSync} size={15} />
          {word(folder ? 'pickOtherFolder' : 'pickFolder')}
        </button>
        {folder && state?.problem === 'permission' && (
          <button type="button" class="primary" onClick={() => void say(allow())}>
            {word('allowFolder')}
          </button>
        )}
        {folder && (
          <button type="button" onClick={() => void say(write().then(({ name }) => name))}>
            {word('backUpNow')}
          </button>
        )}
        {folder && (
          <button type="button" class="plain" onClick={() => void editing.attempt(forget())}>
            {word('forgetFolder')}
          </button>
        )}
      </div>
    </div>
  );
}
