import { useState } from 'preact/hooks';
import { Problem, Switch } from '../../../components/controls.tsx';
import { nameWeekday } from '../../../components/insight-words.ts';
import { word } from '../../../components/words.ts';
import type { Settings } from '../../../core/model.ts';
import { send } from '../../../messages/send.ts';
import type { PageProps } from '../page-props.ts';

type Measured = NonNullable<Settings['measuring']>;
type Hours = NonNullable<Measured['hours']>;

const office: Hours = { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 17 * 60 };
const monthOfMinutes = 44_640;

const toClock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function toMinutes(text: string): number | undefined {
  const [hours, minutes] = text.split(':').map(Number);
  return hours === undefined || Number.isNaN(hours) ? undefined : hours * 60 + (minutes ?? 0);
}

/** Every zone this browser knows. */
const listZones = (): string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** By which clock is counted, and how soon is soon enough. */
export function Measuring({ settings, zone, page }: { settings: Settings; zone: string; page: PageProps }) {
  const [target, setTarget] = useState(String((settings.measuring?.target ?? 1_440) / 60));
  const [hours, setHours] = useState(settings.measuring?.hours);
  const [chosen, setChosen] = useState(settings.measuring?.zone ?? zone);
  const minutes = Math.round(Number(target) * 60);
  const isTarget = minutes >= 1 && minutes <= monthOfMinutes;
  const isHours = !hours || (hours.from < hours.to && hours.days.length > 0);
  async function save(event: Event) {
    event.preventDefault();
    if (!isTarget || !isHours) return;
    const measuring: Measured = { target: minutes, zone: chosen, ...(hours ? { hours } : {}) };
    if (await page.editing.attempt(send('settings/save', { patch: { measuring } }))) page.notify({ text: word('saved') });
  }
  return (
    <details class="measuring card pad">
      <summary>{word('measuring')}</summary>
      <form onSubmit={save}>
        <div class="row wrap">
          <label class="field">
            <span class="label">{word('targetHours')}</span>
            <input type="number" min="0.1" max="744" step="0.1" value={target} onInput={(event) => setTarget(event.currentTarget.value)} />
          </label>
          <label class="field">
            <span class="label">{word('timeZone')}</span>
            <select value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
              {[...new Set([zone, ...listZones()])].map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </div>
        {!isTarget && <Problem>{word('targetProblem')}</Problem>}
        <Switch checked={hours !== undefined} onChange={(on) => setHours(on ? office : undefined)}>
          {word('onlyWorkingHours')}
        </Switch>
        {hours && <HoursFields hours={hours} onChange={setHours} />}
        {!isHours && <Problem>{word('hoursProblem')}</Problem>}
        <p class="quiet small">{word('workingRule')}</p>
        <div>
          <button type="submit">{word('save')}</button>
        </div>
      </form>
    </details>
  );
}

function HoursFields({ hours, onChange }: { hours: Hours; onChange: (hours: Hours) => void }) {
  const toggle = (day: number, on: boolean) =>
    onChange({ ...hours, days: on ? [...hours.days, day] : hours.days.filter((other) => other !== day) });
  const time = (part: 'from' | 'to', name: string) => (
    <label class="field">
      <span class="label">{name}</span>
      <input
        type="time"
        value={toClock(hours[part])}
        onChange={(event) => onChange({ ...hours, [part]: toMinutes(event.currentTarget.value) ?? hours[part] })}
      />
    </label>
  );
  return (
    <>
      <fieldset class="days-of-week">
        <legend class="label">{word('workingDays')}</legend>
        {[1, 2, 3, 4, 5, 6, 0].map((day) => (
          <label key={day} class="row">
            <input type="checkbox" checked={hours.days.includes(day)} onChange={(event) => toggle(day, event.currentTarget.checked)} />
            {nameWeekday(day)}
          </label>
        ))}
      </fieldset>
      <div class="row wrap">
        {time('from', word('workingFrom'))}
        {time('to', word('workingTo'))}
      </div>
    </>
  );
}
