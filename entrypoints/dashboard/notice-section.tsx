import { useId } from 'preact/hooks';
import { Switch } from '../../components/controls.tsx';
import { Stranger } from '../../components/plain-text.tsx';
import { notifyWords } from '../../components/rule-words.ts';
import { word } from '../../components/words.ts';
import type { Keyword, NoticeSettings, Settings } from '../../core/model.ts';
import { defaultNotices } from '../../core/notice-plan.ts';
import type { PageProps } from './page-props.ts';
import { useNotifying } from './use-notifying.ts';

type Props = PageProps & { settings: Settings };

/** What the browser tells of by itself, when, and how much of it. */
export function NoticeSection({ settings, data, editing, notify }: Props) {
  const { kept, on, turn, save } = useNotifying({ settings, editing, notify });
  return (
    <section class="card pad stack" aria-labelledby="notices-title">
      <h2 id="notices-title">{word('notices')}</h2>
      <p class="quiet">{word('noticesIntro')}</p>
      <Switch checked={on === true} onChange={(wish) => void turn(wish)}>
        <strong>{word('noticesOn')}</strong>
      </Switch>
      {on && <Times kept={kept} onSave={save} />}
      <KeywordNotices keywords={data.keywords} onSave={(keyword) => editing.saveKeyword(keyword)} />
    </section>
  );
}

const print = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function read(time: string): number | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? [];
  return hours && minutes ? Number(hours) * 60 + Number(minutes) : undefined;
}

function Times({ kept, onSave }: { kept: NoticeSettings; onSave: (notices: NoticeSettings) => Promise<boolean> }) {
  const { quiet, ...rest } = kept;
  const asked = quiet ?? defaultNotices.quiet ?? { from: 0, to: 0 };
  return (
    <>
      <div class="notice-times">
        <TimeField label={word('digestAt')} value={kept.digestAt} onChange={(digestAt) => void onSave({ ...kept, digestAt })} />
      </div>
      <Switch checked={quiet !== undefined} onChange={(wish) => void onSave(wish ? { ...rest, quiet: asked } : rest)}>
        {word('quietHours')}
      </Switch>
      {quiet && (
        <div class="notice-times">
          <TimeField
            label={word('quietFrom')}
            value={quiet.from}
            onChange={(from) => void onSave({ ...rest, quiet: { ...quiet, from } })}
          />
          <TimeField label={word('quietTo')} value={quiet.to} onChange={(to) => void onSave({ ...rest, quiet: { ...quiet, to } })} />
        </div>
      )}
      <div>
        <Switch checked={kept.showText === true} onChange={(showText) => void onSave({ ...kept, showText })}>
          {word('noticeText')}
        </Switch>
        <p class="quiet small">{word('noticeTextHint')}</p>
      </div>
    </>
  );
}

function TimeField({ label, value, onChange }: { label: string; value: number; onChange: (minute: number) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="time"
        value={print(value)}
        onChange={(event) => {
          const minute = read(event.currentTarget.value);
          if (minute !== undefined) onChange(minute);
        }}
      />
    </div>
  );
}

const choices = ['', 'now', 'digest'] as const;

function KeywordNotices({ keywords, onSave }: { keywords: readonly Keyword[]; onSave: (keyword: Keyword) => Promise<boolean> }) {
  if (keywords.length === 0) return null;
  return (
    <div class="stack tight">
      <h3>{word('noticeKeywords')}</h3>
      <ul class="list notice-keywords" aria-label={word('noticeKeywords')}>
        {keywords.map(({ notify, ...keyword }) => (
          <li key={keyword.id}>
            <span class="grow clip">
              <Stranger>{keyword.name}</Stranger>
            </span>
            <select
              aria-label={word('noticeFor', keyword.name)}
              value={notify ?? ''}
              onChange={(event) => {
                const how = (['now', 'digest'] as const).find((one) => one === event.currentTarget.value);
                void onSave(how ? { ...keyword, notify: how } : keyword);
              }}
            >
              {choices.map((how) => (
                <option key={how} value={how}>
                  {word(notifyWords[how])}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </div>
  );
}
