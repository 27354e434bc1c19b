import { useEffect, useId, useState } from 'preact/hooks';
import type { Calendar } from '../core/calendar.ts';
import { readTarget, writeTarget } from '../core/goal-target.ts';
import { findGap } from '../core/known.ts';
import type { Reading } from '../core/measures.ts';
import { listMine } from '../core/mine.ts';
import type { Goal, IntentKind, Keyword, Measure, MeasureKind } from '../core/model.ts';
import { intentKinds } from '../core/tally.ts';
import { Choices } from './choices.tsx';
import { Field, Problem } from './controls.tsx';
import { formatWholeDay, readDate, toDate } from './date-words.ts';
import { Form, FormEnds } from './form.tsx';
import { sayMet } from './goal-met-words.ts';
import { sayTargetProblem, sayUntilProblem } from './goal-problems.ts';
import { intentNames } from './intent-names.ts';
import { formatMeasure, isToldOfBrands, measureKinds, nameMeasureKind, sayBasis, unitOf } from './measure-words.ts';
import { sayVoiceGap } from './unheard-words.ts';
import { type WordKey, word } from './words.ts';
import { readTags } from './writing.ts';

interface Props {
  goal?: Goal;
  keywords: readonly Keyword[];
  /** By which the dates go. */
  calendar: Calendar;
  /** As it was in the four weeks before. */
  onMeasure: (measure: Measure, before: number) => Promise<Reading>;
  onSave: (goal: Goal) => Promise<boolean>;
  onClose: () => void;
}

interface Draft {
  outcome: string;
  kind: MeasureKind;
  keywordIds: string[];
  tags: string;
  intents: IntentKind[];
  better: Goal['better'];
  target: string;
  from: string;
  until: string;
  owner: string;
}

const quarter = 91 * 86_400_000;

const usualWay = (kind: MeasureKind): Goal['better'] =>
  kind === 'response-time' || kind === 'negative' || kind === 'open' ? 'less' : 'more';

function toDraft(goal: Goal | undefined, now: number, { calendar, keywords }: Pick<Props, 'calendar' | 'keywords'>): Draft {
  const { measure = { kind: 'people' } as Measure, target } = goal ?? {};
  const size = unitOf(measure.kind).size;
  return {
    outcome: goal?.outcome ?? '',
    kind: measure.kind,
    keywordIds: (measure.keywordIds ?? []).filter((id) => keywords.some((keyword) => keyword.id === id)),
    tags: (measure.tags ?? []).join(', '),
    intents: measure.intents ?? [],
    better: goal?.better ?? usualWay(measure.kind),
    target: target === undefined ? '' : writeTarget(target / size),
    from: toDate(goal?.from ?? now, calendar),
    until: toDate(goal?.until ?? now + quarter, calendar),
    owner: goal?.owner ?? '',
  };
}

const takesTags = (kind: MeasureKind): boolean => kind === 'people' || kind === 'mentions' || kind === 'rate';
const takesKeywords = (kind: MeasureKind): boolean => kind !== 'read' && kind !== 'open';

function readMeasure({ kind, keywordIds, tags, intents }: Draft): Measure {
  const read = readTags(tags).slice(0, 20);
  return {
    kind,
    ...(takesKeywords(kind) && keywordIds.length > 0 ? { keywordIds } : {}),
    ...(takesTags(kind) && read.length > 0 ? { tags: read } : {}),
    ...((kind === 'mentions' || kind === 'rate') && intents.length > 0 ? { intents } : {}),
  };
}

const readTimes = (draft: Draft, before: Goal | undefined, calendar: Calendar): Pick<Goal, 'from' | 'until'> => ({
  from: before && toDate(before.from, calendar) === draft.from ? before.from : readDate(draft.from, calendar),
  until: before && toDate(before.until, calendar) === draft.until ? before.until : readDate(draft.until, calendar),
});

/** The words under each field that is not right. */
function findProblems({ draft, before, calendar, now }: Pick<Saved, 'draft' | 'before' | 'calendar' | 'now'>) {
  const times = readTimes(draft, before, calendar);
  return {
    outcome: draft.outcome.trim() ? undefined : word('goalOutcomeEmpty'),
    tags: draft.kind === 'people' && readTags(draft.tags).length === 0 ? word('goalTagsNeeded') : undefined,
    target: sayTargetProblem(readTarget(draft.target, draft)),
    from: Number.isNaN(times.from) ? word('goalDateMissing') : undefined,
    until: sayUntilProblem(times, before, now),
  };
}

interface Saved {
  /** Of one that is new. */
  id: string;
  draft: Draft;
  /** As `readTarget` read it. */
  target: number;
  before: Goal | undefined;
  baseline: Reading | undefined;
  now: number;
  calendar: Calendar;
}

function toGoal({ id, draft, target, before, baseline, now, calendar }: Saved): Goal {
  const { owner: _, baseline: kept, ...rest } = before ?? ({ id, createdAt: now } as Goal);
  const measure = readMeasure(draft);
  // A goal that is told by the same number keeps where it came from.
  const same = before && kept && JSON.stringify(before.measure) === JSON.stringify(measure) && toDate(before.from, calendar) === draft.from;
  const { low: _low, high: _high, byClock: _byClock, ...now_ } = baseline ?? { n: 0, posts: 0, from: now, to: now };
  return {
    ...rest,
    outcome: draft.outcome.trim(),
    measure,
    better: draft.better,
    target: target * unitOf(draft.kind).size,
    ...readTimes(draft, before, calendar),
    ...(same ? { baseline: kept } : baseline ? { baseline: now_ } : {}),
    ...(draft.owner.trim() ? { owner: draft.owner.trim() } : {}),
  };
}

export function GoalForm({ goal, keywords, calendar, onMeasure, onSave, onClose }: Props) {
  const id = useId();
  const [draft, setDraft] = useState(() => toDraft(goal, Date.now(), { calendar, keywords }));
  // A new one that is saved twice in haste is one.
  const [fresh] = useState(() => crypto.randomUUID());
  const [tried, setTried] = useState(false);
  const measure = readMeasure(draft);
  const reading = useMeasured(measure, readDate(draft.from, calendar), onMeasure);
  const problems = findProblems({ draft, before: goal, calendar, now: Date.now() });
  const put = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const problem = (name: keyof typeof problems) => (tried ? problems[name] : undefined);
  async function save(event: Event) {
    event.preventDefault();
    setTried(true);
    const target = readTarget(draft.target, draft);
    if ('problem' in target || Object.values(problems).some((one) => one !== undefined)) {
      const form = event.currentTarget as HTMLFormElement;
      // By then the problems stand by their fields.
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid]')?.focus());
      return;
    }
    // Whoever is quicker than the measuring waits for it: a goal without where it came from shows no way.
    const baseline = reading ?? (await onMeasure(measure, readDate(draft.from, calendar)).catch(() => undefined));
    if (await onSave(toGoal({ id: fresh, draft, target: target.value, before: goal, baseline, now: Date.now(), calendar }))) onClose();
  }
  return (
    <Form label={goal ? word('editNamed', goal.outcome) : word('goalNew')} onSubmit={save} onClose={onClose}>
      <Field
        label={word('goalOutcome')}
        hint={word('goalOutcomeHint')}
        value={draft.outcome}
        maxLength={300}
        autofocus
        problem={problem('outcome')}
        onInput={(outcome) => put({ outcome })}
      />
      <div class="field">
        <label for={`${id}-kind`}>{word('goalMeasure')}</label>
        <select
          id={`${id}-kind`}
          value={draft.kind}
          onChange={({ currentTarget: { value } }) => put({ kind: value as MeasureKind, better: usualWay(value as MeasureKind) })}
        >
          {measureKinds.map((kind) => (
            <option key={kind} value={kind}>
              {nameMeasureKind(kind)}
            </option>
          ))}
        </select>
      </div>
      <Narrowing draft={draft} keywords={keywords} tagsProblem={problem('tags')} put={put} />
      {goal && findGap(goal.measure, toRows(keywords)) === 'keyword' && <p class="small">{word('goalGoneForm')}</p>}
      <p class="small number" role="status">
        {sayVoiceGap(findGap(measure, toRows(keywords))) || sayBefore(draft.kind, reading, calendar)}
      </p>
      <div class="goal-target">
        <div class="field">
          <label for={`${id}-better`}>{word('goalBetter')}</label>
          <select
            id={`${id}-better`}
            value={draft.better}
            onChange={(event) => put({ better: event.currentTarget.value as Goal['better'] })}
          >
            <option value="more">{word('goalBetterMore')}</option>
            <option value="less">{word('goalBetterLess')}</option>
          </select>
        </div>
        <Field
          label={word('goalTarget', unitOf(draft.kind).name)}
          value={draft.target}
          problem={problem('target')}
          onInput={(target) => put({ target })}
        />
        <DateField label={word('goalFrom')} value={draft.from} problem={problem('from')} onInput={(from) => put({ from })} />
        <DateField label={word('goalUntil')} value={draft.until} problem={problem('until')} onInput={(until) => put({ until })} />
      </div>
      <p class="small" role="status">
        {sayMet(draft, measure, readTimes(draft, goal, calendar), reading)}
      </p>
      <Field label={word('goalOwner')} value={draft.owner} maxLength={300} onInput={(owner) => put({ owner })} />
      <FormEnds onClose={onClose} />
    </Form>
  );
}

const toRows = (keywords: readonly Keyword[]) => ({ kinds: new Map(keywords.map(({ id, kind }) => [id, kind])) });

interface NarrowingProps {
  draft: Draft;
  keywords: readonly Keyword[];
  tagsProblem: string | undefined;
  put: (part: Partial<Draft>) => void;
}

/** What is counted where no keyword is chosen. */
function hintOf(kind: MeasureKind, keywords: readonly Keyword[]): WordKey {
  if (kind === 'share-of-voice') return 'goalKeywordsMineHint';
  return isToldOfBrands(kind) && listMine(keywords) ? 'goalKeywordsBrandsHint' : 'goalKeywordsHint';
}

const intents = intentKinds.map((value) => ({ value, name: word(intentNames[value]) }));

function Narrowing({ draft, keywords, tagsProblem, put }: NarrowingProps) {
  const { kind } = draft;
  return (
    <>
      {takesKeywords(kind) && keywords.length > 0 && (
        <Choices
          legend={word('goalKeywords')}
          hint={word(hintOf(kind, keywords))}
          options={keywords.map(({ id, name }) => ({ value: id, name }))}
          chosen={draft.keywordIds}
          onChange={(keywordIds) => put({ keywordIds })}
        />
      )}
      {takesTags(kind) && (
        <Field
          label={word('goalTags')}
          hint={word('replyTagsHint')}
          value={draft.tags}
          problem={tagsProblem}
          onInput={(tags) => put({ tags })}
        />
      )}
      {(kind === 'mentions' || kind === 'rate') && (
        <Choices legend={word('goalIntents')} options={intents} chosen={draft.intents} onChange={(chosen) => put({ intents: chosen })} />
      )}
    </>
  );
}

interface DateProps {
  label: string;
  value: string;
  problem: string | undefined;
  onInput: (value: string) => void;
}

/** A date that is typed in part is none yet: it is not put back to what it was. */
function DateField({ label, value, problem, onInput }: DateProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {problem && <Problem id={`${id}-problem`}>{problem}</Problem>}
    </div>
  );
}

/** How it is now, or was in the four weeks before the day the goal is to begin on. */
function sayBefore(kind: MeasureKind, reading: Reading | undefined, calendar: Calendar): string {
  if (!reading) return '';
  const until = formatWholeDay(reading.to, calendar);
  if (reading.value === undefined) return word('goalBeforeUnknown', until);
  const value = formatMeasure(kind, reading.value);
  return [kind === 'open' ? word('goalNow', value) : word('goalBefore', until, value), sayBasis(kind, reading)].filter(Boolean).join(' · ');
}

/** Measured anew when what is measured changes; until then nothing is known of it, least of all what was before. */
function useMeasured(measure: Measure, from: number, onMeasure: Props['onMeasure']): Reading | undefined {
  const [found, setFound] = useState<{ of: string; reading: Reading }>();
  const key = JSON.stringify([measure, from]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that matters of the measure.
  useEffect(() => {
    let gone = false;
    if (Number.isNaN(from)) return;
    void onMeasure(measure, from).then((reading) => {
      if (!gone) setFound({ of: key, reading });
    }, console.error);
    return () => {
      gone = true;
    };
  }, [key]);
  return found?.of === key ? found.reading : undefined;
}
