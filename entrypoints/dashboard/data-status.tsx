import { CircleAlert, CircleCheck } from 'lucide';
import type { ComponentChildren } from 'preact';
import { listProblems } from '../../components/data-problems.ts';
import { eventWords, isTrouble, sayBytes, sayCounts } from '../../components/data-words.ts';
import { Icon } from '../../components/icon.tsx';
import { Time } from '../../components/time.tsx';
import { useNow } from '../../components/use-now.ts';
import { formatNumber, type WordKey, word } from '../../components/words.ts';
import type { DataEvent } from '../../messages/data-log.ts';
import { type DataStatusNow, useDataStatus } from './use-data-status.ts';

const problemsOf = ({ database, problem, log, sentinel }: DataStatusNow): string[] =>
  listProblems(
    { problem, database, copiedAt: sentinel?.copiedAt, folderProblem: log.backupFolder?.problem, events: log.dataLog },
    Date.now(),
  ).map(([key, ...values]) => word(key, ...values));

export function DataStatus() {
  const now = useDataStatus();
  const problems = problemsOf(now);
  const { database, counts, log, sentinel, room } = now;
  const isCopied = sentinel?.copiedAt?.heard !== undefined || !counts?.mentions;
  // A database that is waited for gives no word of itself: what is known of it stands in the log.
  if (!database && !now.problem && !log.dataLog) return null;
  return (
    <section class="card pad stack" aria-labelledby="status-title">
      <h2 id="status-title">{word('dataStatus')}</h2>
      {problems.length === 0 ? (
        <p class="row status-good">
          <Icon of={CircleCheck} size={17} />
          <strong>{word(isCopied ? 'statusGood' : 'statusGoodHalf')}</strong>
        </p>
      ) : (
        <ul class="status-problems" aria-label={word('statusProblems')}>
          {problems.map((one) => (
            <li key={one} class="row">
              <Icon of={CircleAlert} size={17} />
              {one}
            </li>
          ))}
        </ul>
      )}
      <dl class="facts-list">
        {counts && <Fact name={word('statusKept')}>{sayCounts(pickCounts(counts)) || word('statusNothingKept')}</Fact>}
        <Fact name={word('statusSaved')}>{word(saved(database))}</Fact>
        <Fact name={word('statusCopyAuthored')}>
          <When at={sentinel?.copiedAt?.authored} never={word('statusNever')} />
        </Fact>
        <Fact name={word('statusCopyHeard')}>
          <When at={sentinel?.copiedAt?.heard} never={word('statusNever')} />
        </Fact>
        <Fact name={word('statusBackup')}>
          {log.lastBackup ? (
            <>
              <Since at={log.lastBackup.at} /> · <bdi>{log.lastBackup.name}</bdi>
            </>
          ) : (
            word('statusNoBackup')
          )}
        </Fact>
        {room?.used !== undefined && (
          <Fact name={word('statusRoom')}>
            {room.most ? word('statusRoomOf', sayBytes(room.used), sayBytes(room.most)) : sayBytes(room.used)}
            {` · ${word(room.persisted ? 'statusPersisted' : 'statusNotPersisted')}`}
          </Fact>
        )}
        {database && (
          <Fact name={word('statusSchema')}>
            {database.version === database.newest
              ? formatNumber(database.version)
              : word('statusSchemaOther', formatNumber(database.version), formatNumber(database.newest))}
          </Fact>
        )}
      </dl>
      <Events events={log.dataLog ?? []} />
    </section>
  );
}

function saved(database: DataStatusNow['database']): WordKey {
  if (!database || database.readOnly) return 'statusNotSaved';
  return database.durability === 'strict' ? 'statusStrict' : 'statusUnknownDurability';
}

const shown = ['mentions', 'people', 'keywords', 'replies', 'answers', 'rules', 'views', 'goals'];

const pickCounts = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(shown.flatMap((table) => (counts[table] === undefined ? [] : [[table, counts[table]]])));

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt class="quiet">{name}</dt>
    <dd class="number">{children}</dd>
  </div>
);

/** Times pass while the page stands open. */
const Since = ({ at }: { at: number }) => <Time at={at} now={useNow()} />;

const When = ({ at, never }: { at: number | undefined; never: string }) => (at === undefined ? never : <Since at={at} />);

function Events({ events }: { events: readonly DataEvent[] }) {
  if (events.length === 0) return <p class="quiet small">{word('noEvents')}</p>;
  return (
    <details class="small">
      <summary>{word('dataEvents', formatNumber(events.length))}</summary>
      <ul class="events">
        {events.map((event) => (
          <li key={`${event.at}${event.kind}`} class={isTrouble(event.kind) ? 'trouble' : undefined}>
            <Since at={event.at} />
            <span>
              {word(eventWords[event.kind])}
              {event.detail && <span class="quiet"> · {event.detail}</span>}
              {event.counts && <span class="quiet number"> · {sayEventCounts(event.counts)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

const sayEventCounts = (counts: Readonly<Record<string, number>>): string =>
  counts.rows === undefined ? sayCounts(counts) || word('nothingChanged') : word('rowCount', formatNumber(counts.rows));
