import type { Chosen } from './choose.ts';
import type { Turn } from './rows.ts';
import * as say from './say.ts';

function titleOf({ direction, kind, count, expected }: Turn, name: string): string {
  const times = count / expected;
  const told = times >= 100 ? '>100' : times < 10 ? times.toFixed(1) : times.toFixed(0);
  if (kind === 'level') return `${name}: a new level, ${direction === 'down' ? 'only ' : ''}${told} times the usual mentions`;
  return direction === 'down'
    ? `${name}: only ${told} times as many mentions as usual`
    : `${name}: ${told} times as many mentions as usual`;
}

function howSure({ kind, weeks, p }: Turn): string {
  if (weeks < 1) {
    const once = Math.min(1_000_000, Math.round(1 / p));
    return `The chance to see as much when nothing has changed is at most 1 in ${say.number(once)}.`;
  }
  const often =
    weeks >= 520 ? 'more than ten years' : weeks >= 104 ? `${Math.round(weeks / 52)} years` : say.counted(Math.round(weeks), 'week');
  return kind === 'level'
    ? `By how much its days varied before, as much comes once in ${often} when nothing has changed.`
    : `By how often and how high this keyword has burst before, as much comes once in ${often}.`;
}

function moment(time: number, zone: string): string {
  const parts = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  return new Intl.DateTimeFormat('en', { ...parts, timeZone: zone }).format(time);
}

const driverName = ({ kind, value }: Turn['drivers'][number]): string =>
  kind === 'site' ? say.siteName(value) : kind === 'person' ? value.slice(value.indexOf(':') + 1) : value;

/** What stands on the card with a number in it. What was counted is counted again; what is usual is as it was kept. */
function cardRest(turn: Turn, { clock, keywords, rows }: Chosen): string[] {
  const { keywordId, from, to, since, until, expected, drivers } = turn;
  const title = titleOf(turn, keywords.find(({ id }) => id === keywordId)?.name ?? '');
  const isIn = (time: number) => time >= from && time < to;
  const count = rows.counted.filter(({ seenAt, keywordIds }) => isIn(seenAt) && keywordIds.includes(keywordId)).length;
  const posts = rows.exposures.filter((one) => isIn(one.hour)).reduce((sum, one) => sum + one.posts, 0);
  const usual = expected < 10 ? expected.toFixed(1) : expected.toFixed(0);
  // A level by whole days, of which the last is not over.
  const long = turn.kind === 'level' ? say.counted(Math.ceil((to - from) / 86_400_000), 'day') : say.length(to - from);
  const lists = ['site', 'community', 'term', 'person', 'post'].map((kind) => drivers.filter((one) => one.kind === kind));
  return [
    title,
    `Since ${moment(since, clock.zone)}, last seen ${moment(until, clock.zone)}`,
    `${say.counted(count, 'mention')} among ${say.counted(posts, 'post')} read in ${long}; ${usual} are usual for so many.`,
    ...[howSure(turn)].filter((said) => /\d/.test(said)),
    ...lists
      .filter(({ length }) => length > 0)
      .map((list) => list.map((driver) => `${driverName(driver)} | ${say.number(driver.count)}`).join(' | ')),
    ...['Confirm', turn.state === 'muted' ? 'Unmute' : 'Mute', 'Note'].map((press) => `[${press}: ${title}]`),
  ];
}

const firstShown = 4;

/** @returns what stands on the cards, and on the buttons before they were pressed */
export function turningRest(chosen: Chosen): { cards: string[]; buttons: string[] } {
  const { rows, clock, from, to, choice } = chosen;
  const turns = rows.turningPoints.filter(
    ({ at, since, keywordId }) =>
      at >= clock.momentOf(from) &&
      clock.dayOf(since) <= to &&
      (choice.keyword ? keywordId === choice.keyword : chosen.keywords.some(({ id }) => id === keywordId)),
  );
  const muted = turns.filter(({ state }) => state === 'muted').length;
  const heard = turns.length - muted;
  return {
    cards: turns.flatMap((turn) => cardRest(turn, chosen)),
    buttons: [...(heard > firstShown ? [`Show all ${heard}`] : []), ...(muted > 0 ? [`Show ${muted} muted`] : [])],
  };
}
