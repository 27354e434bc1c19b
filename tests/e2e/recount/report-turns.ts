/** What a report says of turning points. */
import { isIn } from './measures.ts';
import type { Reported } from './report.ts';
import type { Turn } from './rows.ts';
import * as say from './say.ts';

const mostTurns = 3;

/** Those the person said to be so first, then the strongest. */
function listTurns({ rows, shown }: Reported): Turn[] {
  const rank = ({ state, z }: Turn) => (state === 'confirmed' ? 1e6 : 0) + Math.abs(z);
  return rows.turningPoints
    .filter(({ since, state, keywordId }) => isIn(since, shown) && state !== 'muted' && rows.keywords.some(({ id }) => id === keywordId))
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, mostTurns);
}

/** One of each kind, of two and of a fifth of the mentions at least. */
function sayDrivers({ drivers, count }: Turn): string[] {
  const found = ['term', 'site', 'community'].flatMap((kind) => drivers.find((one) => one.kind === kind) ?? []);
  const told = found.filter((one) => one.count >= 2 && one.count >= 0.2 * count);
  const name = ({ kind, value }: Turn['drivers'][number]) =>
    kind === 'site' ? say.siteName(value) : kind === 'term' ? `“${value}”` : value;
  return told.length > 0 ? [`Behind it: ${told.map((one) => `${name(one)} (${say.number(one.count)})`).join(', ')}.`] : [];
}

function sayTurn(turn: Turn, { rows }: Reported): string {
  const { keywordId, direction, kind, since, until, count, expected, note } = turn;
  const { clock, keywords } = rows;
  const name = keywords.find(({ id }) => id === keywordId)?.name;
  const days = say.dateRange(clock.dayOf(since), clock.dayOf(until - 1));
  const when = kind === 'level' ? `from ${say.wholeDate(clock.dayOf(since))} on` : days;
  const usual = say.number(Math.round(expected * 10) / 10);
  const moved = direction === 'up' ? 'rose' : 'fell';
  const said = `Talk about “${name}” ${moved} sharply (${when}): ${say.counted(count, 'mention')} where ${usual} are usual for what was read.`;
  return [said, ...(direction === 'up' ? sayDrivers(turn) : []), ...(note ? [`Note: ${note}`] : [])].join(' ');
}

export const turnLines = (reported: Reported): string[] => listTurns(reported).map((turn) => sayTurn(turn, reported));
