import { useId } from 'preact/hooks';
import { periodOf } from '../../components/report-times.ts';
import { word } from '../../components/words.ts';
import type { Settings } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import { useCalendar } from './insights/use-insights.ts';
import type { PageProps } from './page-props.ts';
import { useNotifying } from './use-notifying.ts';
import { useSeen } from './use-seen.ts';

const choices = { week: 'reportEveryWeek', month: 'reportEveryMonth', quarter: 'reportEveryQuarter' } as const;

export function ReportReminder({ data: { settings }, ...page }: PageProps) {
  useSeen('report');
  return settings ? <Choice settings={settings} {...page} /> : null;
}

function Choice({ settings, editing, notify }: Omit<PageProps, 'data'> & { settings: Settings }) {
  const id = useId();
  const calendar = useCalendar(settings);
  const { on, turn } = useNotifying({ settings, editing, notify });
  async function save(reportEvery: Settings['reportEvery']) {
    // What is over already is no news: the first to be told of is the one that runs now.
    if (
      await editing.attempt(
        send('settings/save', { patch: { reportEvery, reportTold: reportEvery && periodOf(reportEvery, Date.now(), calendar, -1).id } }),
      )
    )
      notify({ text: word('saved') });
  }
  return (
    <div class="report-tool row wrap report-reminder">
      <label for={id}>{word('reportEvery')}</label>
      <select
        id={id}
        value={settings.reportEvery ?? ''}
        aria-describedby={`${id}-hint`}
        onChange={(event) => void save((event.currentTarget.value || undefined) as Settings['reportEvery'])}
      >
        <option value="">{word('reportNever')}</option>
        {Object.entries(choices).map(([span, key]) => (
          <option key={span} value={span}>
            {word(key)}
          </option>
        ))}
      </select>
      {settings.reportEvery && on === false && (
        <button type="button" onClick={() => void turn(true)}>
          {word('noticesToo')}
        </button>
      )}
      <p class="quiet small grow" id={`${id}-hint`}>
        {word('reportEveryHint')}
      </p>
    </div>
  );
}
