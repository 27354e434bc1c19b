import { Camera, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { AuditTable } from '../../components/audit-table.tsx';
import { Field, IconButton } from '../../components/controls.tsx';
import { Icon } from '../../components/icon.tsx';
import { Stranger } from '../../components/plain-text.tsx';
import { formatDay } from '../../components/time.tsx';
import { useOneAtATime } from '../../components/use-one-at-a-time.ts';
import { word } from '../../components/words.ts';
import { auditPeriod, compareAudits, countAudit } from '../../core/audit.ts';
import { countAuditSites } from '../../core/audit-sites.ts';
import type { Calendar } from '../../core/calendar.ts';
import { isolate } from '../../core/isolate.ts';
import { findGap, listKeywordsOf } from '../../core/known.ts';
import type { MeasureRows, Period } from '../../core/measures.ts';
import { excerptOf } from '../../core/mention.ts';
import type { Audit } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import { useCalendar } from './insights/use-insights.ts';
import type { PageProps } from './page-props.ts';
import type { GoalsData } from './use-goals.ts';

/** How things stand at this moment, kept nowhere. */
const current = 'now';

const countNow = (rows: MeasureRows, period: Period) => ({
  from: period.from,
  to: period.to,
  counts: countAudit(rows, period),
  sites: countAuditSites(rows, period),
});

const takeAudit = ({ rows }: GoalsData, note: string, now: number): Audit => {
  const period = auditPeriod(now);
  const kept = note.trim();
  return { id: crypto.randomUUID(), at: now, ...countNow(rows, period), ...(kept ? { note: kept } : {}) };
};

export function AuditSection({ data, editing, notify, measured }: PageProps & { measured: GoalsData }) {
  const calendar = useCalendar(data.settings);
  const [note, setNote] = useState('');
  const once = useOneAtATime();
  async function take(event: Event) {
    event.preventDefault();
    const audit = takeAudit(measured, note, measured.now);
    if (!(await once('take', () => editing.attempt(send('audit/save', { audit }))))) return;
    setNote((now) => (now === note ? '' : now));
    notify({ text: word('auditTaken', formatDay(audit.at)) });
  }
  async function remove(audit: Audit) {
    if (!(await editing.attempt(send('audit/remove', { id: audit.id })))) return;
    const undo = () => void editing.attempt(send('audit/save', { audit }));
    notify({ text: word('removed', word('auditOf', formatDay(audit.at))), undo });
  }
  return (
    <section class="stack" aria-labelledby="audits-title">
      <h2 id="audits-title">{word('audits')}</h2>
      <p class="quiet prose">{word(measured.audits.length > 0 ? 'auditsIntro' : 'auditsNone')}</p>
      <form class="inline-form audit-form" onSubmit={take}>
        <Field label={word('auditNote')} value={note} placeholder={word('auditNoteHint')} maxLength={2_000} onInput={setNote} />
        <button type="submit">
          <Icon of={Camera} size={15} />
          {word('auditTake')}
        </button>
      </form>
      <Comparison
        measured={measured}
        calendar={calendar}
        nameKeyword={(id) => data.keywords.find((keyword) => keyword.id === id)?.name ?? word('keywordGone')}
        onRemove={(audit) => void remove(audit)}
      />
    </section>
  );
}

/** A list of audits has room for the beginning of what was noted. */
const mostShown = 40;

const shorten = (note: string): string => excerptOf(note, [], mostShown).text;

const nameAudit = ({ at, note }: Audit): string => (note ? `${formatDay(at)} · ${isolate(shorten(note))}` : formatDay(at));

/** Only of what was cut: the rest stands in the list already. */
function WholeNotes({ audits }: { audits: readonly Audit[] }) {
  const cut = audits.filter(({ note = '' }) => note !== shorten(note));
  return (
    <>
      {cut.map(({ id, at, note = '' }) => (
        <details key={id} class="quiet small audit-note">
          <summary>{word('auditWholeNote', formatDay(at))}</summary>
          <p class="prose">
            <Stranger>{note}</Stranger>
          </p>
        </details>
      ))}
    </>
  );
}

interface ComparisonProps {
  measured: GoalsData;
  calendar: Calendar;
  nameKeyword: (id: string) => string;
  onRemove: (audit: Audit) => void;
}

function Comparison({ measured, calendar, nameKeyword, onRemove }: ComparisonProps) {
  const { audits, goals, progress, rows, now } = measured;
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState(current);
  const oldest = audits.at(-1);
  const before = audits.find(({ id }) => id === from) ?? oldest;
  if (!before) return null;
  const after = audits.find(({ id }) => id === to) ?? countNow(rows, auditPeriod(now));
  const afterName = 'at' in after ? formatDay(after.at) : word('auditNow');
  return (
    <>
      <div class="row wrap audit-choice">
        <AuditSelect name={word('auditBefore')} value={before.id} audits={audits} onChange={setFrom} />
        <AuditSelect name={word('auditAfter')} value={'id' in after ? after.id : current} audits={audits} onChange={setTo} withNow />
        <IconButton icon={Trash2} name={word('removeAudit', formatDay(before.at))} onClick={() => onRemove(before)} />
      </div>
      <WholeNotes audits={audits.filter((audit) => audit === before || audit === after)} />
      <AuditTable
        compared={compareAudits(before, after, listKeywordsOf(rows))}
        nameKeyword={nameKeyword}
        goals={goals}
        progress={progress}
        calendar={calendar}
        before={formatDay(before.at)}
        after={afterName}
        hasBrands={[...rows.kinds.values()].includes('brand')}
        voiceGap={findGap({ kind: 'share-of-voice' }, rows)}
      />
    </>
  );
}

interface SelectProps {
  name: string;
  value: string;
  audits: readonly Audit[];
  withNow?: boolean;
  onChange: (id: string) => void;
}

function AuditSelect({ name, value, audits, withNow, onChange }: SelectProps) {
  return (
    <label class="row audit-select">
      <span class="quiet small">{name}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {withNow && <option value={current}>{word('auditNow')}</option>}
        {audits.map((audit) => (
          <option key={audit.id} value={audit.id}>
            {nameAudit(audit)}
          </option>
        ))}
      </select>
    </label>
  );
}
