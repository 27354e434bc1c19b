import { Download } from 'lucide';
import { useId, useState } from 'preact/hooks';
import { Switch } from '../../components/controls.tsx';
import { Icon } from '../../components/icon.tsx';
import { nameStatus } from '../../components/mention-words.ts';
import { useObservable } from '../../components/use-observable.ts';
import { word, wordFor } from '../../components/words.ts';
import type { MentionStatus } from '../../core/model.ts';
import { listKeptSites, type MentionChoice } from '../../storage/chosen-mentions.ts';
import { watchQuery } from '../../storage/db.ts';
import { type ExportForm, exportForms, exportMentions } from './export-mentions.ts';
import type { PageProps } from './page-props.ts';
import { nameSite } from './site-names.ts';

const statuses: readonly MentionStatus[] = ['new', 'waiting', 'done', 'snoozed', 'ignored'];
const formWords = { csv: 'exportAsCsv', json: 'exportAsJson', markdown: 'exportAsMarkdown', html: 'exportAsHtml' } as const;

/** Mentions out to files that others read: spreadsheets, notes, browsers. */
export function DataMentions(props: PageProps) {
  const { data, editing, notify } = props;
  const [choice, setChoice] = useState<MentionChoice>({});
  const [busy, setBusy] = useState(false);
  const make = async (form: ExportForm) => {
    setBusy(true);
    const work = exportMentions(form, choice, data.keywords).then((count) =>
      notify({ text: count > 0 ? wordFor(count, 'exportedOne', 'exportedMany') : word('exportedNone') }),
    );
    await editing.attempt(work, 'backupFailed');
    setBusy(false);
  };
  return (
    <section class="stack" aria-labelledby="export-title">
      <h2 id="export-title">{word('exportMentions')}</h2>
      <p class="quiet prose">{word('exportMentionsIntro')}</p>
      <Choice {...props} choice={choice} onChoice={setChoice} />
      <div class="row wrap">
        {exportForms.map((form) => (
          <button key={form} type="button" disabled={busy} onClick={() => void make(form)}>
            <Icon of={Download} size={15} />
            {word(formWords[form])}
          </button>
        ))}
      </div>
    </section>
  );
}

function Choice({ data, choice, onChoice }: PageProps & { choice: MentionChoice; onChoice: (choice: MentionChoice) => void }) {
  const sites = useObservable(() => watchQuery(listKeptSites), []).value ?? [];
  const keywords = data.keywords.map(({ id, name }) => ({ value: id, name }));
  const set = (name: 'keywordId' | 'site' | 'status') => (value: string) => {
    const { [name]: _, ...others } = choice;
    onChoice(value ? { ...others, [name]: value } : others);
  };
  return (
    <div class="row wrap export-choice">
      <Select name={word('keywordChoice')} all={word('allKeywords')} options={keywords} onChange={set('keywordId')} />
      <Select
        name={word('site')}
        all={word('allSites')}
        options={sites.map((site) => ({ value: site, name: nameSite(site) }))}
        onChange={set('site')}
      />
      <Select
        name={word('status')}
        all={word('anyStatus')}
        options={statuses.map((status) => ({ value: status, name: nameStatus(status) }))}
        onChange={set('status')}
      />
      <Switch
        checked={choice.starred === true}
        onChange={(starred) => {
          const { starred: _, ...others } = choice;
          onChoice(starred ? { ...others, starred } : others);
        }}
      >
        {word('onlyStarred')}
      </Switch>
    </div>
  );
}

interface SelectProps {
  name: string;
  all: string;
  options: readonly { value: string; name: string }[];
  onChange: (value: string) => void;
}

function Select({ name, all, options, onChange }: SelectProps) {
  const id = useId();
  return (
    <span>
      <label class="unseen" for={id}>
        {name}
      </label>
      <select id={id} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </span>
  );
}
