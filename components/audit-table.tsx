import type { AuditLine, ComparedLine, Difference, Stood } from '../core/audit.ts';
import type { Calendar } from '../core/calendar.ts';
import type { Progress } from '../core/goals.ts';
import type { Gap } from '../core/known.ts';
import { isCount } from '../core/measures.ts';
import type { Goal, MeasureKind, PlanName } from '../core/model.ts';
import { findWanted } from '../core/wanted.ts';
import { formatDays } from './date-words.ts';
import { sayWanted } from './goal-words.ts';
import { isUneven } from './like-words.ts';
import { formatMeasure } from './measure-words.ts';
import { namePlan } from './plan-words.ts';
import { Sentence } from './sentence.tsx';
import { listUnheard, sayVoiceGap } from './unheard-words.ts';
import { formatNumber, type WordKey, word } from './words.ts';

/** What a line is measured by, where a goal can be set for it; and the plan that moves it. */
const lines = {
  posts: { name: 'auditPosts', kind: 'read', plan: 'listen' },
  sites: { name: 'auditSites', kind: 'read', plan: 'listen' },
  communities: { name: 'auditCommunities', kind: 'read', plan: 'listen' },
  rate: { name: 'auditRate', kind: 'rate', plan: 'listen' },
  voice: { name: 'auditVoice', kind: 'share-of-voice', plan: 'win-comparison' },
  negative: { name: 'auditNegative', kind: 'negative', plan: 'answer-faster' },
  answered: { name: 'auditAnswered', kind: 'answered', plan: 'answer-faster' },
  response: { name: 'auditResponse', kind: 'response-time', plan: 'answer-faster' },
  open: { name: 'auditOpen', kind: 'open', plan: 'audit' },
  champions: { name: 'auditChampions', kind: 'people', plan: 'find-champions' },
} as const satisfies Record<AuditLine, { name: WordKey; kind: MeasureKind; plan: PlanName }>;

const namesOfBrands: Partial<Record<AuditLine, WordKey>> = {
  negative: 'auditNegativeMine',
  answered: 'auditAnsweredMine',
  response: 'auditResponseMine',
};

const differences = {
  better: 'differsBetter',
  worse: 'differsWorse',
  more: 'differsMore',
  less: 'differsLess',
  same: 'differsSame',
  unsure: 'differsUnsure',
  unknown: 'differsUnknown',
} as const satisfies Record<Difference, WordKey>;

interface Props {
  compared: readonly ComparedLine[];
  goals: readonly Goal[];
  progress: ReadonlyMap<string, Progress>;
  calendar: Calendar;
  nameKeyword: (id: string) => string;
  before: string;
  after: string;
  /** The person listens for brands of theirs, and is told of them. */
  hasBrands: boolean;
  /** Why there is no share of voice now. */
  voiceGap?: Gap | undefined;
}

/** Where things stood, where they stand, where they are to stand, and the plan for the way. */
export function AuditTable({ compared, goals, progress, before, after, hasBrands, ...rest }: Props) {
  return (
    <div class="card scroll audits">
      <table>
        <caption class="unseen">{word('auditTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('auditLine')}</th>
            <th scope="col" class="figure">
              {before}
            </th>
            <th scope="col" class="figure">
              {after}
            </th>
            <th scope="col">{word('auditChange')}</th>
            <th scope="col">{word('auditWanted')}</th>
            <th scope="col">{word('auditPlan')}</th>
          </tr>
        </thead>
        <tbody>
          {compared.map((line) => (
            <Line key={line.name} line={line} hasBrands={hasBrands} wanted={findWanted(line.name, goals, progress)} {...rest} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps extends Pick<Props, 'calendar' | 'nameKeyword' | 'voiceGap'> {
  line: ComparedLine;
  hasBrands: boolean;
  wanted: Goal | undefined;
}

/** A line is of four weeks; what a goal counts from its first day on is to be there by its last. */
function sayAim(goal: Goal, calendar: Calendar): string {
  const { measure, from, until } = goal;
  const said = sayWanted(goal);
  return isCount(measure.kind) ? word('auditWantedIn', said, formatDays({ from, to: until }, calendar)) : said;
}

/** What the rates as they stand there do not tell: they are of other sites, or of some of them more. */
function sayLike({ name, before, after, like, noSites, without }: ComparedLine): string {
  if (name !== 'rate' || without || before.value === undefined || after.value === undefined) return '';
  if (noSites) return word('auditLikeNotKept');
  if (!like) return word('auditLikeNone');
  const format = (rate: number): string => formatMeasure('rate', rate);
  if (!isUneven(like, { now: after.value, before: before.value }, format)) return '';
  return word('auditLike', format(like.before), format(like.now));
}

/** Why it is not known how far two differ, where that is by what is listened for. */
function sayWhyUnknown(
  { name, without }: ComparedLine,
  { voiceGap, ...names }: Pick<Props, 'calendar' | 'nameKeyword' | 'voiceGap'>,
): string {
  if (name === 'voice' && voiceGap) return sayVoiceGap(voiceGap);
  return without ? word('notComparable', listUnheard(without, names)) : '';
}

function Line({ line, hasBrands, wanted, ...rest }: LineProps) {
  const { name, before, after, difference } = line;
  const { kind, plan } = lines[name];
  const like = sayLike(line);
  const apart = difference !== 'unsure' && difference !== 'same';
  // What a goal counts from its first day on is another number than that of the four weeks.
  const aimed = wanted && !isCount(kind) ? wanted.target : undefined;
  const why = sayWhyUnknown(line, rest);
  return (
    <tr>
      <th scope="row">{word((hasBrands && namesOfBrands[name]) || lines[name].name)}</th>
      <td class="figure number">
        <Standing kind={kind} stood={before} beside={[apart ? after.value : undefined]} />
      </td>
      <td class="figure number">
        <Standing kind={kind} stood={after} beside={[apart ? before.value : undefined, aimed]} />
      </td>
      <td>
        <span class={`differs-${difference}`}>{word(differences[difference])}</span>
        {like && <div class="quiet small number">{like}</div>}
        {why && (
          <span class="quiet small note">
            {' '}
            <Sentence>{why}</Sentence>
          </span>
        )}
      </td>
      <td class="number">
        {wanted ? (
          <span title={wanted.outcome}>{sayAim(wanted, rest.calendar)}</span>
        ) : (
          <span class="quiet small">{word('noneWanted')}</span>
        )}
      </td>
      <td class="quiet small">{namePlan(plan)}</td>
    </tr>
  );
}

interface StandingProps {
  kind: MeasureKind;
  stood: Stood;
  beside: readonly (number | undefined)[];
}

/** A share and a median show what they are of, most of all where that is little. */
function Standing({ kind, stood: { value, n, byClock }, beside }: StandingProps) {
  return (
    <>
      {formatMeasure(kind, value, ...beside)}
      {n !== undefined && value !== undefined && <span class="quiet small"> {word('n', formatNumber(n))}</span>}
      {byClock !== undefined && <div class="quiet small">{word('byClockShort', formatMeasure(kind, byClock))}</div>}
    </>
  );
}
