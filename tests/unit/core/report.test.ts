import { expect, test } from 'vitest';
import { countAudit } from '../../../core/audit.ts';
import { calendarOf, startOfHour } from '../../../core/calendar.ts';
import { take } from '../../../core/measures.ts';
import type { KeptTurningPoint, Mention } from '../../../core/model.ts';
import { makeReport, type ReportInput } from '../../../core/report.ts';
import { chooseQuotes, cutQuotable, listQuotable } from '../../../core/report-quotes.ts';
import { drawBars, drawLine, drawStacks, listTicks } from '../../../core/report-svg.ts';
import { printSvg, type SvgNode } from '../../../core/svg.ts';
import { day, makeCounted, makeGoal, makeRows, many, start } from './measuring.ts';

const period = { id: 'week:2026-10-08', span: 'week' as const, from: start + 7 * day, to: start + 14 * day };
const before = { from: start, to: start + 7 * day };
const minute = 60_000;
const hours = [0, 7].map((at) => ({ site: 'x', hour: start + at * day, posts: 1_000 }));

const inWeek = (n: number, week: 0 | 1, change: (i: number) => object = () => ({}), first = 0) =>
  many(n, (i) => ({ seenAt: start + week * 7 * day + i, ...change(i) }), first);

const make = (change: Partial<ReportInput> & { mentions?: ReturnType<typeof many> }) =>
  makeReport({
    period,
    before,
    stretches: Array.from({ length: 8 }, (_, i) => period.from + i * day),
    rows: makeRows({ mentions: change.mentions ?? [], exposures: hours }),
    goals: [],
    now: period.to,
    ...change,
  });

test('a difference is named where it is not likely to be chance', () => {
  const moved = (a: number, b: number) => make({ mentions: [...inWeek(a, 0), ...inWeek(b, 1, undefined, a)] }).figures[0]?.moved;
  expect(moved(10, 60)).toBe('up');
  expect(moved(60, 10)).toBe('down');
  expect(moved(10, 12)).toBe('unsure');
  expect(moved(10, 10)).toBe('same');
});

const elsewhere = [
  { site: 'x', hour: start, posts: 27_000 },
  { site: 'reddit', hour: start, posts: 3_000 },
  { site: 'x', hour: period.from, posts: 3_000 },
  { site: 'reddit', hour: period.from, posts: 27_000 },
];
const at = (site: string) => () => ({ site });

test('who reads where more is said hears more, and nothing has moved', () => {
  const mentions = [
    ...inWeek(27, 0, at('x')),
    ...inWeek(30, 0, at('reddit'), 27),
    ...inWeek(3, 1, at('x'), 57),
    ...inWeek(270, 1, at('reddit'), 60),
  ];
  const { figures, drivers, rivals } = make({ rows: makeRows({ mentions, exposures: elsewhere }) });
  expect(figures[0]).toMatchObject({ moved: 'same', elsewhere: true, like: { now: 9.1, ratio: { differs: false } } });
  expect(figures[0]?.like?.before).toBeCloseTo(9.1);
  expect(drivers.filter(({ what }) => what === 'site').map(({ name, rates }) => [name, rates])).toEqual([
    ['x', { now: 1, before: 1 }],
    ['reddit', { now: 10, before: 10 }],
  ]);
  expect(drivers.every(({ change }) => Math.abs(change) < 1e-9)).toBe(true);
  expect(rivals).toEqual([]);
});

test('a competitor that is named as often on each site was not heard of more', () => {
  const them = (site: string) => () => ({ site, keywordIds: ['them'] });
  const mentions = [
    ...inWeek(27, 0, them('x')),
    ...inWeek(30, 0, them('reddit'), 27),
    ...inWeek(3, 1, them('x'), 57),
    ...inWeek(540, 1, them('reddit'), 60),
  ];
  const { rivals } = make({ rows: makeRows({ mentions, exposures: elsewhere }) });
  expect(rivals).toMatchObject([{ keywordId: 'them', moved: 'up', like: { now: 18.1 } }]);
  // Twice as much on Reddit, where nearly all is read now.
  expect(rivals[0]?.like?.ratio?.times).toBeGreaterThan(1.5);
  expect(rivals[0]?.like?.ratio?.times).toBeLessThan(2);
});

test('where no site was read in both times it is unknown what moved', () => {
  const exposures = [elsewhere[0]!, elsewhere[3]!];
  const { figures } = make({ rows: makeRows({ mentions: [...inWeek(27, 0), ...inWeek(270, 1, at('reddit'), 27)], exposures }) });
  expect(figures[0]).toMatchObject({ moved: 'unknown', elsewhere: true, like: undefined });
});

test('a keyword that is new or paused is no change: not of the rate, not of a site, and no competitor was heard of more for it', () => {
  const them = () => ({ keywordIds: ['them'] });
  const mentions = [...inWeek(30, 0), ...inWeek(30, 1, undefined, 30), ...inWeek(5, 0, them, 60), ...inWeek(90, 1, them, 65)];
  const of = (us: object, other: object) => {
    const always = { createdAt: 1, paused: false };
    const listened = new Map([
      ['us', { ...always, ...us }],
      ['them', { ...always, ...other }],
    ]);
    return make({ rows: makeRows({ mentions, exposures: hours, listened }) });
  };
  const all = of({}, {});
  expect(all.figures[0]).toMatchObject({ moved: 'up' });
  expect(all.rivals).toMatchObject([{ keywordId: 'them', moved: 'up' }]);
  for (const other of [{ paused: true }, { createdAt: period.from }]) {
    const { figures, rivals, drivers } = of({}, other);
    expect(figures[0]).toMatchObject({ moved: 'same', without: [{ keywordId: 'them' }] });
    expect(figures[0]).not.toHaveProperty('isUnheard');
    expect(rivals).toEqual([]);
    expect(drivers.find(({ what }) => what === 'site')).toMatchObject({ now: 30, before: 30 });
  }
  // Neither was listened for in both times: what differs is no change, and not one of the sites.
  const { figures, drivers } = of({ createdAt: period.from }, { paused: true });
  expect(figures[0]).toMatchObject({ moved: 'unknown', isUnheard: true });
  expect(figures[0]?.elsewhere ?? figures[0]?.like).toBeUndefined();
  expect(drivers).toEqual([]);
});

test('a site has of the change what it has like for like, and its own rate is per post read there', () => {
  const exposures = ['x', 'reddit', 'lobsters', 'youtube'].flatMap((site) =>
    [0, 7].map((days) => ({ site, hour: start + days * day, posts: 1_000 })),
  );
  const mentions = exposures.flatMap(({ site, hour }, i) => many(hour === start ? 10 : 40, (j) => ({ site, seenAt: hour + j }), i * 100));
  const sites = make({ rows: makeRows({ mentions, exposures }) }).drivers.filter(({ what }) => what === 'site');
  expect(sites.map(({ share, rates }) => [share, rates])).toEqual(Array.from({ length: 4 }, () => [0.25, { now: 40, before: 10 }]));
});

test('a community that was read more is held to the posts read there', () => {
  const community = () => ({ community: 'r/notes' });
  const mentions = [
    ...inWeek(10, 0, community),
    ...inWeek(10, 0, undefined, 10),
    ...inWeek(50, 1, community, 20),
    ...inWeek(10, 1, undefined, 70),
  ];
  const communities = [
    { site: 'x', community: 'r/Notes', hour: start, posts: 100 },
    { site: 'x', community: 'r/notes', hour: period.from, posts: 500 },
  ];
  const find = (more: object) =>
    make({ rows: makeRows({ mentions, exposures: hours, ...more }) }).drivers.find(({ what }) => what === 'community');
  expect(find({ communities })).toMatchObject({ rates: { now: 100, before: 100 }, share: 0 });
  expect(find({})).toMatchObject({ rates: { now: 50, before: 10 }, share: 1 });
  // Of one that was not read before, it is not known that more is said there.
  expect(find({ mentions: mentions.slice(10), communities: communities.slice(1) })).toMatchObject({ before: 0, share: 0 });
  // Where more was heard than read, what was read of it was not counted whole.
  expect(find({ communities: communities.slice(1) })).toMatchObject({ share: 1, own: false });
});

test('a median of two replies is not said to have moved', () => {
  const hour = 3_600_000;
  const answered = (after: number) => (i: number) => ({ answeredAt: start + i, answeredAfter: after });
  const mentions = [...inWeek(30, 0, answered(11 * hour)), ...inWeek(2, 1, answered(hour / 2), 30)];
  const find = (made: ReturnType<typeof make>) => made.figures.find(({ kind }) => kind === 'response-time');
  expect(find(make({ mentions }))).toMatchObject({ moved: 'unsure', now: { n: 2 } });
  const more = [...inWeek(30, 0, answered(11 * hour)), ...inWeek(20, 1, answered(hour / 2), 30)];
  expect(find(make({ mentions: more }))?.moved).toBe('down');
});

test('one mention of which all is unhappy is no trend', () => {
  const felt = (sentiment: 'negative' | 'positive') => () => ({ sentiment });
  const moved = (n: number) => {
    const { figures } = make({ mentions: [...inWeek(30, 0, felt('positive')), ...inWeek(n, 1, felt('negative'), 30)] });
    return figures.find(({ kind }) => kind === 'negative')?.moved;
  };
  expect(moved(1)).toBe('unsure');
  expect(moved(5)).toBe('unsure');
  expect(moved(6)).toBe('up');
});

test('what so few replies took that their interval is not known is no difference', () => {
  const replies = (n: number, week: 0 | 1, after: number, first: number) =>
    inWeek(n, week, () => ({ answeredAt: start + 8 * day, answeredAfter: after }), first);
  const moved = (n: number) => {
    const { figures } = make({ mentions: [...replies(n, 0, 8 * 3_600_000, 0), ...replies(n, 1, 3_600_000, n)] });
    return figures.find(({ kind }) => kind === 'response-time')?.moved;
  };
  expect(moved(2)).toBe('unsure');
  expect(moved(5)).toBe('unsure');
  expect(moved(6)).toBe('down');
});

test('a week in which nothing was read is unknown, not silent', () => {
  const facts = make({ rows: makeRows({ exposures: [{ site: 'x', hour: period.from, posts: 500 }] }) });
  expect(facts.figures[0]?.moved).toBe('unknown');
  expect(facts.rates.map(({ reading: { value } }) => value)).toEqual([0, ...Array.from({ length: 6 }, () => undefined)]);
});

test('of a week that has not ended, only what is over is drawn', () => {
  const facts = make({ now: period.from + 2.5 * day });
  expect(facts.over).toBe(false);
  expect(facts.rates).toHaveLength(3);
});

test('feelings are those of posts that name a brand, and the unknown among them are counted apart', () => {
  const mentions = [
    ...inWeek(4, 1, (i) => ({ sentiment: i === 0 ? 'positive' : 'unknown' })),
    ...inWeek(3, 1, () => ({ sentiment: 'negative', keywordIds: ['them'] }), 4),
  ];
  const { feelings, ofBrands } = make({ mentions });
  expect([feelings.now, ofBrands]).toEqual([{ positive: 1, neutral: 0, negative: 0, unknown: 3 }, true]);
});

test('a community that is written in two ways drives as one', () => {
  const mentions = [
    ...inWeek(3, 0, () => ({ community: 'r/DevOps' })),
    ...inWeek(4, 1, (i) => ({ community: i % 2 === 0 ? 'r/devops' : 'r/DevOps' }), 3),
  ];
  const communities = make({ mentions }).drivers.filter(({ what }) => what === 'community');
  expect(communities.map(({ name, now, before: earlier }) => [name, now, earlier])).toEqual([['r/DevOps', 4, 3]]);
});

test('of what rises a page has room for five, in the order they come', () => {
  const rising = Array.from({ length: 8 }, (_, i) => ({ term: `word ${i}`, others: [], now: 9 - i, before: 0, example: '' }));
  expect(make({ rising: { words: rising } }).rising.words.map(({ term }) => term)).toEqual([
    'word 0',
    'word 1',
    'word 2',
    'word 3',
    'word 4',
  ]);
  expect(make({}).rising.words).toEqual([]);
});

test('what moved the rate most stands first, put to the posts read', () => {
  const mentions = [
    ...inWeek(20, 0),
    ...inWeek(20, 1, () => ({}), 20),
    ...inWeek(30, 1, () => ({ community: 'r/notes', keywordIds: ['topic'] }), 40),
  ];
  const [first, ...others] = make({ mentions }).drivers;
  expect(first?.change).toBeCloseTo(30);
  expect(others.map(({ name }) => name)).toContain('r/notes');
  // Twice as much was read and twice as much seen: nothing moved.
  const twice = make({
    mentions: [...inWeek(20, 0), ...inWeek(40, 1, () => ({}), 20)],
    rows: makeRows({
      mentions: [...inWeek(20, 0), ...inWeek(40, 1, () => ({}), 20)],
      exposures: [hours[0]!, { ...hours[1]!, posts: 2_000 }],
    }),
  });
  expect(twice.drivers.map(({ change }) => change)).toEqual([0, 0]);
});

test('only goals of the time are told of, as they stood at its end', () => {
  const goals = [
    makeGoal({ id: 'over', from: start - 90 * day, until: start }),
    makeGoal({ id: 'now', measure: { kind: 'mentions' } }),
    makeGoal({ id: 'later', from: period.to, until: period.to + day }),
  ];
  const facts = make({ goals, mentions: inWeek(5, 1), now: period.to + 30 * day });
  expect(facts.outcomes.map(({ goal }) => goal.id)).toEqual(['now']);
  expect(facts.outcomes[0]?.progress.elapsed).toBeCloseTo(14 / 90);
});

test('voices are brands and competitors, the most named first', () => {
  const mentions = [
    ...inWeek(3, 1),
    ...inWeek(5, 1, () => ({ keywordIds: ['them'] }), 3),
    ...inWeek(9, 1, () => ({ keywordIds: ['topic'] }), 8),
  ];
  expect(make({ mentions }).voices).toEqual([
    { keywordId: 'them', mine: false, now: 5, before: 0 },
    { keywordId: 'us', mine: true, now: 3, before: 0 },
  ]);
});

const makeMention = (id: string, value: 'positive' | 'negative' | 'unknown', change: Partial<Mention> = {}): Mention => ({
  id,
  site: 'x',
  postId: id,
  kind: 'post',
  author: { handle: id },
  text: `This is what ${id} has to say about it, at some length.`,
  hits: [],
  keywordIds: ['us'],
  seenAt: 0,
  status: 'new',
  sentiment: { value, words: [] },
  ...change,
});

test('quotes are by different people, of both feelings, and none is said twice', () => {
  const quotable = [
    makeMention('a', 'negative'),
    makeMention('b', 'negative'),
    makeMention('c', 'negative'),
    makeMention('d', 'positive', { author: { handle: 'a' } }),
    makeMention('e', 'positive', { text: makeMention('a', 'negative').text }),
    makeMention('f', 'positive', { text: 'Too short' }),
    makeMention('g', 'positive'),
  ];
  expect(chooseQuotes(quotable).map(({ id }) => id)).toEqual(['a', 'b', 'g']);
});

test('what was ignored or lies outside of the time is not quoted, and the brand’s own stand first', () => {
  const mentions = [
    makeCounted(1, { seenAt: period.from, keywordIds: ['topic'] }),
    makeCounted(2, { seenAt: period.from }),
    makeCounted(3, { seenAt: period.from, status: 'ignored' }),
    makeCounted(4, { seenAt: period.to }),
  ];
  const kinds = new Map([['us', 'brand' as const]]);
  expect(listQuotable({ mentions, kinds }, period).map(({ post }) => post)).toEqual([2, 1]);
});

test('of as many as may be quoted, those of one moment are cut by their ids, whatever their order was', () => {
  const mentions = Array.from({ length: 70 }, (_, i) => makeCounted(i, { seenAt: period.from + (i < 20 ? 1 : 0) }));
  const quotable = listQuotable({ mentions, kinds: new Map() }, period);
  expect(quotable).toHaveLength(70);
  const ids = cutQuotable(quotable.map((one) => ({ ...one, id: `x:${one.post + 100}` })));
  expect(ids).toEqual([...Array.from({ length: 20 }, (_, i) => `x:${119 - i}`), ...Array.from({ length: 40 }, (_, i) => `x:${169 - i}`)]);
});

test.each([
  [0, [0, 1]],
  [7, [0, 2, 4, 6, 8]],
  [41, [0, 10, 20, 30, 40, 50]],
  [0.3, [0, 0.1, 0.2, 0.3]],
  [100, [0, 20, 40, 60, 80, 100]],
])('a scale up to %f has round numbers', (highest, ticks) => {
  expect(listTicks(highest)).toEqual(ticks);
});

const about = { id: 'c', title: 'Mentions', desc: 'From 1 to 9' };
const find = (node: SvgNode, is: (node: SvgNode) => boolean): SvgNode[] => [
  ...(is(node) ? [node] : []),
  ...node.children.flatMap((child) => (typeof child === 'string' ? [] : find(child, is))),
];

test('a line is broken where nothing is known, and the gap is hatched', () => {
  const chart = drawLine(
    about,
    [1, 2, undefined, 4].map((value, i) => ({ label: `d${i}`, value, low: value, high: value })),
    String,
  ).wide;
  expect(find(chart, ({ attributes }) => attributes.class === 'line-1')).toHaveLength(2);
  expect(find(chart, ({ attributes }) => attributes.class === 'gap')).toHaveLength(1);
});

test('a name is cut where it would not fit, wide letters and large print counted', () => {
  const names = ['W'.repeat(40), '<b>Low</b>|*moor* "x" & more', '競合他社の名前はとても長いのです', 'Tidewater Cloud'];
  const { wide } = drawBars(
    about,
    names.map((name) => ({ name, value: 0.5, text: '50 %' })),
  );
  const shown = find(wide, ({ tag, attributes: a }) => tag === 'text' && String(a.class).startsWith('name')).map(({ children }) =>
    String(children[0]),
  );
  expect(shown.map((text) => text.endsWith('…'))).toEqual([true, true, true, false]);
  expect([...shown[0]!].length).toBeLessThanOrEqual(15);
});

test('each picture has a name and a description for those who hear it', () => {
  const charts = [
    drawLine(about, [{ label: 'a', value: 1 }], String),
    drawBars(about, [{ name: 'Us', value: 0.5, text: '50 %', before: { value: 0.2, text: '20 %' } }]),
    drawStacks(
      about,
      [
        {
          name: 'Now',
          parts: [
            { name: 'Pleased', count: 3 },
            { name: 'Unhappy', count: 0 },
          ],
        },
      ],
      String,
    ),
  ];
  for (const { wide, narrow } of charts)
    for (const [chart, id] of [
      [wide, 'c'],
      [narrow, 'c-narrow'],
    ] as const) {
      expect(chart.attributes).toMatchObject({ role: 'img', 'aria-labelledby': `${id}-title ${id}-desc` });
      expect(printSvg(chart)).toContain(`<title id="${id}-title">Mentions</title><desc id="${id}-desc">From 1 to 9</desc>`);
      expect(printSvg(chart)).not.toMatch(/NaN|Infinity|undefined/);
    }
});

test('a picture for a telephone is drawn anew, and all of it lies within', () => {
  const bars = [0.62, 0.38].map((value, i) => ({ name: `A rather long name of a keyword, number ${i}`, value, text: `${value}` }));
  const { narrow } = drawBars(about, bars);
  const [, , width = 0] = String(narrow.attributes.viewBox).split(' ').map(Number);
  expect(width).toBeLessThan(340);
  for (const { attributes } of find(narrow, ({ tag, attributes: a }) => tag === 'rect' && a.class !== 'hatch-ground'))
    expect(Number(attributes.x) + Number(attributes.width)).toBeLessThanOrEqual(width);
  for (const { attributes, children } of find(narrow, ({ tag }) => tag === 'text'))
    expect(Number(attributes.x) + String(children[0]).length * 6.4).toBeLessThanOrEqual(width);
});

test('a whole of nothing draws no part', () => {
  const chart = drawStacks(about, [{ name: 'Now', parts: [{ name: 'Pleased', count: 0 }] }], String).wide;
  expect(printSvg(chart)).not.toMatch(/NaN|Infinity/);
});

const makeTurn = (id: string, z: number, change: Partial<KeptTurningPoint> = {}): KeptTurningPoint => ({
  id,
  keywordId: 'us',
  at: period.from + day,
  since: period.from,
  until: period.from + day,
  direction: 'up',
  kind: 'spike',
  z,
  p: 0.001,
  weeks: 9,
  bins: 4,
  from: period.from,
  to: period.from + day,
  count: 20,
  expected: 4,
  posts: 500,
  drivers: [],
  ...change,
});

test('the strongest turning points of the time are told, what was confirmed first, and what was muted not at all', () => {
  const turns = [
    makeTurn('weak', 4),
    makeTurn('strong', -9, { direction: 'down' }),
    makeTurn('confirmed', 5, { state: 'confirmed' }),
    makeTurn('muted', 30, { state: 'muted' }),
    makeTurn('before', 30, { since: period.from - 1 }),
    makeTurn('weaker', 3),
  ];
  expect(make({ turns }).turns.map(({ id }) => id)).toEqual(['confirmed', 'strong', 'weak']);
});

test('an hour belongs to the day it begins in, on every page: where zones are a part of an hour off, too', () => {
  const calendar = calendarOf('Asia/Kathmandu');
  const [october, november, december] = [9, 10, 11].map((month) => calendar.momentOf(Date.UTC(2026, month, 1))) as [number, number, number];
  const span = { id: 'month:2026-11-01', span: 'month' as const, from: november, to: december };
  // The last hour of the day began before midnight and ends after it, at both ends of the month.
  const seen = [november - minute, november + minute, november + 50 * minute, december - minute, december + minute, december + 50 * minute];
  const mentions = seen.map((seenAt, i) => makeCounted(i, { seenAt }));
  const exposures = [...new Set(seen.map(startOfHour))].map((hour) => ({ site: 'x', hour, posts: 10 }));
  const rows = makeRows({ mentions, exposures, dayOf: calendar.dayOf });
  const [first, last] = [Date.UTC(2026, 10, 1), Date.UTC(2026, 11, 1)];
  const countHours = (hours: readonly number[]) => hours.map(calendar.dayOf).filter((one) => one >= first && one < last).length;
  expect(countHours(seen.map(startOfHour))).toBe(3);
  const stretches = Array.from({ length: 31 }, (_, i) => calendar.momentOf(first + i * day));
  const facts = makeReport({ period: span, before: { from: october, to: november }, stretches, rows, goals: [], now: december + day });
  expect(facts.mentions).toBe(3);
  expect(facts.mentionsBefore).toBe(2);
  expect(facts.figures[0]?.now).toMatchObject({ n: 3, posts: 10 * countHours(exposures.map(({ hour }) => hour)) });
  expect(facts.rates.map(({ reading }) => reading.n)).toEqual([1, ...Array.from({ length: 28 }, () => 0), 2]);
  expect(take({ kind: 'mentions' }, rows, span).value).toBe(3);
  expect(countAudit(rows, span)).toMatchObject({ mentions: 3, counted: 3 });
  expect(listQuotable(rows, span)).toHaveLength(3);
});
