import { expect, test, vi } from 'vitest';
import { listCharts } from '../../../components/report-charts.ts';
import { makePage, type ReportContents } from '../../../components/report-words.ts';
import { calendarOf } from '../../../core/calendar.ts';
import type { KeptTurningPoint } from '../../../core/model.ts';
import { makeReport, type ReportInput } from '../../../core/report.ts';
import type { PageChart, PagePart, ReportPage } from '../../../core/report-page.ts';
import { listReportRows, printReportHtml, printReportMarkdown, printReportPlain, printReportRich } from '../../../core/report-print.ts';
import { printSvg } from '../../../core/svg.ts';
import { day, makeGoal, makeRows, many, start } from '../core/measuring.ts';

vi.mock('wxt/browser', async () => ({ browser: { i18n: { getMessage: (await import('./english.ts')).getMessage } } }));

const period = { id: 'week:2026-10-08', span: 'week' as const, from: start + 7 * day, to: start + 14 * day };
const before = { from: start, to: start + 7 * day };
const names: Record<string, string> = { us: 'Tidewater', cloud: 'Tidewater Cloud', them: 'Brackish' };

const inWeek = (n: number, week: 0 | 1, change: (i: number) => object = () => ({}), first = 0) =>
  many(n, (i) => ({ seenAt: start + week * 7 * day + i, ...change(i) }), first);

interface Made {
  mentions?: ReturnType<typeof many>;
  rows?: Partial<ReportInput['rows']>;
}

const make = ({ mentions = [], rows, ...change }: Partial<Omit<ReportInput, 'rows'>> & Made = {}) =>
  makeReport({
    period,
    before,
    stretches: Array.from({ length: 8 }, (_, i) => period.from + i * day),
    goals: [],
    now: period.to,
    ...change,
    rows: makeRows({
      mentions,
      exposures: [0, 7].map((at) => ({ site: 'x', hour: start + at * day, posts: 1_000 })),
      ...rows,
    }),
  });

const page = (facts: ReturnType<typeof make>, change: Partial<ReportContents> = {}): ReportPage =>
  makePage({
    facts,
    names: {
      brand: 'Tidewater',
      keywords: Object.entries(names).map(([id, name]) => ({ id, name })),
      nameSite: (site) => site,
      calendar: calendarOf('UTC'),
    },
    texts: {},
    quotes: [],
    ...change,
  });

const partOf = <K extends PagePart['kind']>(whole: ReportPage, kind: K, title?: string) =>
  whole.parts.find(
    (part): part is Extract<PagePart, { kind: K }> => part.kind === kind && (!title || ('title' in part && part.title === title)),
  )!;
const textOf = (whole: ReportPage, name: string): string =>
  whole.parts.flatMap((part) => (part.kind === 'text' && part.name === name ? part.text : [])).join('');

const chart = (facts: ReturnType<typeof make>, title: string): PageChart =>
  listCharts(facts, (id) => names[id] ?? id, calendarOf('UTC')).find((one) => one.title === title)!;

test('whose voice it is adds up: own brands are one bar, of as many mentions as the share of voice above it', () => {
  const kinds = new Map([
    ['us', 'brand' as const],
    ['cloud', 'brand' as const],
    ['them', 'competitor' as const],
  ]);
  const mentions = [
    ...inWeek(40, 1),
    ...inWeek(18, 1, () => ({ keywordIds: ['us', 'cloud'] }), 40),
    ...inWeek(42, 1, () => ({ keywordIds: ['them'] }), 58),
  ];
  const facts = make({ mentions, rows: { kinds } });
  const { note, pictures, table } = chart(facts, 'Whose voice');
  expect(note).toContain('100 mentions of you and competitors');
  expect(facts.figures.find(({ kind }) => kind === 'share-of-voice')?.now).toMatchObject({ value: 0.58, n: 100 });
  expect(table.rows.map(([name, now]) => [name, now])).toEqual([
    ['Your brands', '58 %'],
    ['Brackish', '42 %'],
    ['Tidewater', '58 %'],
    ['Tidewater Cloud', '18 %'],
  ]);
  const drawn = printSvg(pictures!.wide);
  expect(drawn).toContain('>Your brands<');
  expect(drawn).not.toContain('>Tidewater Cloud<');
});

test('a report says by date and number what it is of and what it is compared with', () => {
  const mentions = [...inWeek(30, 0), ...inWeek(40, 1, undefined, 30)];
  const { lead } = page(make({ mentions }));
  expect(lead).toBe(
    'Oct 8, 2026 – Oct 14, 2026: 40 mentions in 1,000 posts read on 1 site. Compared with Oct 1, 2026 – Oct 7, 2026: 30 mentions in 1,000 posts.',
  );
  const early = make({ mentions, now: period.from + 2.5 * day, before: { from: start, to: start + 3 * day } });
  expect(page(early).lead).toContain('Oct 8, 2026 – Oct 10, 2026, not over yet: 40 mentions in 1,000 posts read on 1 site.');
  expect(page(early).lead).toContain('Compared with as many days of the time before, Oct 1, 2026 – Oct 3, 2026: 30 mentions');
});

test('each number has its interval, and both times what they were counted from', () => {
  const { table } = partOf(page(make({ mentions: [...inWeek(30, 0), ...inWeek(40, 1, undefined, 30)] })), 'figures');
  expect(table.head.slice(1, 3).map((head) => head.replace(/\s/g, ' '))).toEqual(['Oct 8 – 14', 'Oct 1 – 7']);
  expect(table.rows[0]).toEqual([
    'Mentions per 1,000 posts read',
    '40\n(29.5–54)',
    '30\n(21.1–42.5)',
    'May be chance',
    '40 mentions in 1,000 posts read (before: 30 in 1,000)',
  ]);
  expect(table.rows[1]?.[1]).toBe('100 %\n(91–100\u00a0%)');
});

test('a report of a time long past tells nothing of what is open today', () => {
  const rows = { open: 2_916 };
  const next = (now: number) => textOf(page(make({ rows, now })), 'next');
  expect(next(period.to - day)).toContain('2,916 mentions are open');
  expect(next(period.to + day)).toContain('Today 2,916 mentions are open');
  expect(next(period.to + 30 * day)).toBe('What came next stands in the report of the time after it.');
});

test('an outcome says where it was, where it is to be and by when', () => {
  const goal = makeGoal({
    measure: { kind: 'share-of-voice' },
    target: 0.6,
    baseline: { value: 0.46, n: 50, posts: 900, from: 0, to: start },
    until: Date.UTC(2026, 11, 31),
  });
  const mentions = [...inWeek(50, 1), ...inWeek(50, 1, () => ({ keywordIds: ['them'] }), 50)];
  const [outcome] = partOf(page(make({ mentions, goals: [goal] })), 'outcomes').outcomes;
  expect(outcome?.standing).toBe('Share of voice: 50 % · before: 46 % · wanted: at least 60 % by Dec 31, 2026');
});

const turn: KeptTurningPoint = {
  id: 't',
  keywordId: 'us',
  at: period.from + day,
  since: period.from,
  until: period.from + 5 * 3_600_000,
  direction: 'up',
  kind: 'spike',
  z: 9,
  p: 1e-9,
  weeks: 9,
  bins: 4,
  from: period.from,
  to: period.from + day,
  count: 65,
  expected: 3.1,
  posts: 500,
  drivers: [
    { kind: 'site', value: 'youtube', count: 19 },
    { kind: 'community', value: 'r/devops', count: 3 },
    { kind: 'term', value: 'export broke', count: 27 },
  ],
};

test('a turning point of one day is told with its day and with what was behind it', () => {
  const said = (change: Partial<KeptTurningPoint>) => textOf(page(make({ turns: [{ ...turn, ...change }] })), 'changed').split('\n')[0];
  expect(said({})).toBe(
    'Talk about “Tidewater” rose sharply (Oct 8): 65 mentions where 3.1 are usual for what was read. Behind it: “export broke” (27), youtube (19).',
  );
  expect(said({ note: 'Our launch' })).toMatch(/Note: Our launch$/);
  expect(said({ kind: 'level' })).toContain('(from Oct 8, 2026 on)');
  expect(said({ direction: 'down' })).not.toContain('Behind it');
});

const unhappy = () => ({ sentiment: 'negative' as const, intents: ['complaint' as const], site: 'x' });
const twoWeeks = (more: (i: number) => object, n: number) => [
  ...inWeek(40, 0, () => ({ sentiment: 'neutral' })),
  ...inWeek(40, 0, () => ({ keywordIds: ['them'] }), 40),
  ...inWeek(40, 1, () => ({ sentiment: 'neutral' }), 80),
  ...inWeek(40, 1, () => ({ keywordIds: ['them'] }), 120),
  ...inWeek(n, 1, more, 160),
];

test('more voice by complaints is no success, and what is worse stands first', () => {
  const facts = make({ mentions: twoWeeks(unhappy, 80) });
  const lines = textOf(page(facts), 'changed').split('\n');
  expect(facts.figures.map(({ kind, judged }) => [kind, judged])).toEqual([
    ['rate', undefined],
    ['share-of-voice', 'mixed'],
    ['negative', 'worse'],
    ['answered', undefined],
    ['response-time', undefined],
  ]);
  expect(lines[0]).toMatch(/^Share of unhappy mentions of your brands rose from 0 % to 67 %\. That is worse\./);
  expect(lines[1]).toContain('That is no success: most of what is more of you is unhappy, 0 → 80 unhappy mentions per 1,000 posts read.');
  expect(partOf(page(facts), 'figures').table.rows.map((row) => row[3])).toEqual([
    'Up',
    'Up · unhappy talk',
    'Up · bad',
    'The same',
    'Unknown',
  ]);
  expect(textOf(page(facts), 'next')).toContain(
    'Begin with the unhappy mentions of your brands on x: most of what is more unhappy is there.',
  );
  expect(textOf(page(facts), 'summary')).toContain('Worse: Share of unhappy mentions of your brands, 0 % → 67 %.');
});

test('more voice by praise is better', () => {
  const { figures } = make({ mentions: twoWeeks(() => ({ sentiment: 'positive' }), 80) });
  expect(figures[1]).toMatchObject({ kind: 'share-of-voice', judged: 'better' });
});

test('what drove the rate is told as the rate is, and a competitor that was heard of less is named', () => {
  const mentions = [
    ...inWeek(5, 0, () => ({ community: 'r/notes' })),
    ...inWeek(60, 0, () => ({ keywordIds: ['them'] }), 5),
    ...inWeek(180, 1, () => ({ community: 'r/notes' }), 65),
    ...inWeek(10, 1, () => ({ keywordIds: ['them'] }), 245),
  ];
  const changed = textOf(page(make({ mentions })), 'changed');
  expect(changed).toContain('Behind it most of all: r/notes, 5 → 180 per 1,000 posts read.');
  expect(changed).toContain('“Brackish” was heard of less: 60 → 10 per 1,000 posts read (mentions: 60 → 10).');
});

const exposuresOf = (sites: Record<string, readonly [before: number, now: number]>) =>
  Object.entries(sites).flatMap(([site, reads]) => reads.map((posts, week) => ({ site, hour: start + week * 7 * day, posts })));
const onSite = (site: string) => () => ({ site });
const readElsewhere = exposuresOf({ x: [27_000, 3_000], reddit: [3_000, 27_000] });

test('reading elsewhere is not told as growth, and both ways to see it are', () => {
  const mentions = [
    ...inWeek(30, 0, onSite('x')),
    ...inWeek(27, 0, onSite('reddit'), 30),
    ...inWeek(3, 1, onSite('x'), 57),
    ...inWeek(270, 1, onSite('reddit'), 60),
  ];
  const whole = page(make({ mentions, rows: { exposures: readElsewhere } }));
  const { table } = partOf(whole, 'figures');
  expect(textOf(whole, 'changed')).toBe(
    'Mentions per 1,000 posts read went from 1.9 to 9.1, but more was read on other sites: like for like (on the sites read in both times, each as much as now) it is 8.4 → 9.1, no clear change.',
  );
  expect(textOf(whole, 'summary')).toContain('9.1 mentions per 1,000 posts read (before: 1.9; like for like 8.4 → 9.1, no clear change).');
  expect(table.rows[0]?.slice(3)).toEqual([
    'May be chance, like for like',
    '273 mentions in 30,000 posts read (before: 57 in 30,000; like for like 8.4 → 9.1, in 30,000 → 30,000 posts)',
  ]);
  expect(table.caption).toBe('Like for like: on the sites read in both times, each as much as now.');
});

test('what rose is told as it rose on the sites read in both times', () => {
  const mentions = [
    ...inWeek(27, 0, onSite('x')),
    ...inWeek(30, 0, onSite('reddit'), 27),
    ...inWeek(3, 1, onSite('x'), 57),
    ...inWeek(540, 1, () => ({ site: 'reddit', keywordIds: ['us', 'them'] }), 60),
  ];
  const changed = textOf(page(make({ mentions, rows: { exposures: readElsewhere } })), 'changed');
  expect(changed).toContain('rose from 9.5 to 18.1, like for like: on the sites read in both times, each as much as now.');
  expect(changed).toContain('Behind it most of all: Brackish');
  expect(changed).toContain('“Brackish” was heard of more:');
});

test('on sites of which none was read in both times nothing can be compared', () => {
  const mentions = [...inWeek(30, 0, onSite('x')), ...inWeek(300, 1, onSite('reddit'), 30)];
  const whole = page(make({ mentions, rows: { exposures: exposuresOf({ x: [10_000, 0], reddit: [0, 10_000] }) } }));
  expect(textOf(whole, 'changed')).toContain(
    'went from 3 to 30, but on other sites: none was read in both times, so they cannot be compared.',
  );
  expect(textOf(whole, 'summary')).toContain('30 mentions per 1,000 posts read (before, on other sites: 3).');
  expect(partOf(whole, 'figures').table.rows[0]?.[3]).toBe('Unknown: other sites read');
});

test('of four that rose alike none is behind most of it, and where to begin is said with how much is there', () => {
  const sites = ['x', 'reddit', 'linkedin', 'youtube'];
  const exposures = exposuresOf(Object.fromEntries(sites.map((site) => [site, [1_000, 1_000] as const])));
  const felt = (site: string, i: number) => ({ site, sentiment: i % 4 === 0 ? ('negative' as const) : ('positive' as const) });
  const mentions = sites.flatMap((site, at) => [
    ...inWeek(40, 0, (i) => felt(site, i), at * 400),
    ...inWeek(80, 1, () => ({ site, sentiment: 'negative' }), at * 400 + 40),
  ]);
  const whole = page(make({ mentions, rows: { exposures } }));
  expect(textOf(whole, 'changed')).toContain(
    'rose from 40 to 80. Behind it, among others: x (25 % of it), reddit (25 % of it), linkedin (25 % of it).',
  );
  expect(textOf(whole, 'changed')).not.toContain('most of all');
  expect(textOf(whole, 'next')).toContain('Begin with the unhappy mentions of your brands on x: 25 % of what is more unhappy is there.');
});

test('from two replies nothing is said to have moved', () => {
  const answered = (after: number) => (i: number) => ({ answeredAt: start + 30 * day + i, answeredAfter: after });
  const mentions = [...inWeek(2, 0, answered(11 * 3_600_000)), ...inWeek(2, 1, answered(1_980_000), 2)];
  expect(make({ mentions }).figures.find(({ kind }) => kind === 'response-time')?.moved).toBe('unsure');
});

test('the summary says nothing of what is from too few, and names what a share is of', () => {
  const few = make({ mentions: inWeek(7, 1), rows: { exposures: [{ site: 'x', hour: period.from, posts: 16 }] } });
  expect(textOf(page(few), 'summary')).toBe('No goal is set for this time. Too little was read to say how much is said: posts read 16.');
  const mentions = inWeek(40, 1, (i) => ({ answeredAt: i < 10 ? start + 20 * day : undefined }));
  expect(textOf(page(make({ mentions })), 'summary')).toContain('Answered: 25 % of the 40 of your brands that want an answer');
});

test('the table is for reckoning: bare numbers in one unit, whole dates, nothing where nothing is known', () => {
  const goal = makeGoal({
    measure: { kind: 'share-of-voice' },
    target: 0.6,
    baseline: { value: 0.46, n: 50, posts: 900, from: 0, to: start },
    until: Date.UTC(2026, 11, 31),
  });
  const mentions = [...inWeek(1_200, 1), ...inWeek(300, 1, () => ({ keywordIds: ['them'] }), 1_200)];
  const exposures = [{ site: 'x', hour: period.from, posts: 20_000 }];
  const rows = listReportRows(page(make({ mentions, goals: [goal], rows: { exposures } })));
  expect(rows).toContainEqual([
    'The numbers',
    'Share of voice',
    'in %',
    '2026-10-08',
    '2026-10-14',
    '80',
    '77.9003',
    '81.9465',
    '1500',
    '20000',
  ]);
  expect(rows).toContainEqual(['The numbers', 'Share of voice', 'in %', '2026-10-01', '2026-10-07', '', '', '', '0', '0']);
  expect(rows.find(([title, when]) => title === 'Mentions per 1,000 posts read' && when === '2026-10-08')?.slice(2)).toEqual([
    '75',
    '71.4307',
    '78.7325',
    '1500',
    '20000',
  ]);
  expect(rows).toContainEqual(['Whose voice', 'Tidewater', '1200', '0']);
  expect(rows.find(([title, outcome]) => title === 'Outcomes' && outcome === goal.outcome)).toEqual(
    expect.arrayContaining(['46', '60', '2026-10-01', '2026-12-31']),
  );
  const numbers = rows.filter(([title]) => /numbers|voice|speak|1,000/.test(title ?? '')).flatMap((row) => row.slice(4));
  expect(numbers.filter((cell) => /\d[ ,]\d|%$|\d h$/.test(cell))).toEqual([]);
});

test('where no picture is drawn no one is told what is hatched in it', () => {
  expect(printReportMarkdown(page(make({ mentions: inWeek(5, 1) })))).not.toContain('Hatched');
});

test('one mention that could not be told is one', () => {
  const mentions = [...inWeek(3, 1, () => ({ sentiment: 'positive' })), ...inWeek(1, 1, () => ({ sentiment: 'unknown' }), 3)];
  expect(chart(make({ mentions }), 'How they speak of your brands').note).toBe('1 mention could not be told and is not in it.');
});

test('where nothing was read before, nothing is compared', () => {
  const whole = page(
    make({ mentions: inWeek(40, 1), goals: [makeGoal({})], rows: { exposures: [{ site: 'x', hour: period.from, posts: 400 }] } }),
  );
  expect(whole.lead).toMatch(/Nothing was read from Oct 1, 2026 to Oct 7, 2026: there is nothing to compare it with\.$/);
  expect(textOf(whole, 'summary')).toMatch(
    /^One goal: .* 100 mentions per 1,000 posts read\. Answered: 0 % of the 40 of your brands that want an answer\.$/,
  );
});

test('goals that one plan helps stand in one line of what is next', () => {
  const goals = ['Answer in a day', 'Answer all'].map((outcome, i) =>
    makeGoal({ id: `g${i}`, outcome, measure: { kind: 'answered' }, target: 0.8, until: start + 20 * day }),
  );
  const next = textOf(
    page(make({ mentions: inWeek(40, 1), goals, rows: { exposures: [{ site: 'x', hour: period.from, posts: 5_000 }] } })),
    'next',
  );
  expect(next).toBe('“Answer in a day”, “Answer all” are behind. See the plan “Answer faster”.');
});

const oneEach = [
  { site: 'x', hour: start, posts: 1_000 },
  { site: 'x', hour: period.from, posts: 1 },
];

test('of one it is told as of one', () => {
  const whole = page(make({ mentions: inWeek(1, 1), rows: { exposures: oneEach } }));
  expect(whole.lead).toMatch(/: 1 mention in 1 post read on 1 site\. Compared with .*: 0 mentions in 1,000 posts\.$/);
  expect(partOf(whole, 'figures').table.rows[0]?.[4]).toBe('1 mention in 1 post read (before: 0 in 1,000)');
  expect(textOf(whole, 'next')).toContain('Read more: 1 post is little to speak from.');
  expect(partOf(whole, 'charts').charts[1]?.note).toBe('Shares of 1 mention of you and competitors, 0 in the time before.');
  const turned = page(make({ turns: [{ ...turn, direction: 'down', count: 1, expected: 9 }] }));
  expect(textOf(turned, 'changed')).toContain('1 mention where 9 are usual');
});

test('a rate is as fine as on every page, and what may be chance is not told as a change', () => {
  const exposures = [0, 7].map((at) => ({ site: 'x', hour: start + at * day, posts: 90_000 }));
  const whole = page(make({ mentions: [...inWeek(1_100, 0), ...inWeek(1_152, 1, undefined, 1_100)], rows: { exposures } }));
  expect(partOf(whole, 'figures').table.rows[0]?.slice(1, 4)).toEqual(['12.8\n(12.1–13.6)', '12.2\n(11.5–13)', 'May be chance']);
  expect(textOf(whole, 'summary')).toContain('12.8 mentions per 1,000 posts read (before: 12.2, no clear change).');
  const clear = page(make({ mentions: [...inWeek(30, 0), ...inWeek(1_152, 1, undefined, 30)], rows: { exposures } }));
  expect(partOf(clear, 'figures').table.rows[0]?.slice(1, 4)).toEqual(['12.8\n(12.1–13.6)', '0.33\n(0.23–0.48)', 'Up']);
  expect(textOf(clear, 'summary')).toContain('12.8 mentions per 1,000 posts read (before: 0.33).');
});

const narrowed = [
  makeGoal({ id: 'all', outcome: 'Heard of', measure: { kind: 'rate' }, target: 9 }),
  makeGoal({ id: 'buying', outcome: 'Wanted', measure: { kind: 'rate', intents: ['buying'] }, target: 1 }),
  makeGoal({ id: 'named', outcome: 'Named', measure: { kind: 'mentions', keywordIds: ['us'] }, target: 1_200 }),
];

test('a spreadsheet of outcomes says what narrows a measure', () => {
  const rows = listReportRows(page(make({ mentions: inWeek(30, 1), goals: narrowed })));
  const of = (outcome: string) => rows.find((row) => row[1] === outcome)?.[3];
  expect(of('Heard of')).toBe('Mentions per 1,000 posts read');
  expect(of('Wanted')).toBe('Mentions per 1,000 posts read · Wants to buy');
  expect(of('Named')).toBe('Mentions · Tidewater');
});

test('an outcome names its measure on the page and in every file', () => {
  const whole = page(make({ mentions: inWeek(30, 1), goals: narrowed }));
  const said = 'Mentions · Tidewater: 30 · wanted: at least 1,200';
  expect(partOf(whole, 'outcomes').outcomes.at(-1)?.standing).toContain(said);
  for (const print of [printReportHtml, printReportMarkdown, printReportPlain, printReportRich]) expect(print(whole)).toContain(said);
});

test('a keyword, a goal and a person written from right to left stand apart in every sentence that names them', () => {
  const [cafe, apart] = ['קפה', '\u2068קפה\u2069'];
  const goal = makeGoal({ outcome: cafe, owner: cafe, measure: { kind: 'mentions', keywordIds: ['us'] } });
  const turn = { keywordId: 'us', direction: 'up', kind: 'spike', since: period.from, until: period.from, count: 9, expected: 1 };
  const drivers = [{ kind: 'community', value: cafe, count: 9 }];
  const turns = [{ ...turn, drivers, note: cafe }] as unknown as KeptTurningPoint[];
  const facts = make({ mentions: inWeek(40, 1), goals: [goal], turns });
  const made = page(facts, {
    names: { brand: cafe, keywords: [{ id: 'us', name: cafe }], nameSite: (site) => site, calendar: calendarOf('UTC') },
    quotes: [{ id: 'x:1', author: { name: cafe }, site: 'x', text: 'Hi', seenAt: start, hits: [] } as never],
  });
  expect(made.title).toContain(apart);
  const { outcomes } = partOf(made, 'outcomes');
  expect(outcomes[0]?.standing).toContain(`Mentions · ${apart}: `);
  expect(outcomes[0]?.notes.at(-1)).toContain(apart);
  const changed = textOf(made, 'changed');
  expect(changed).toContain(`“${apart}” rose`);
  expect(changed).toContain(`Behind it: ${apart} (9)`);
  expect(changed).toContain(`Note: ${apart}`);
  expect(partOf(made, 'quotes').quotes[0]?.by).toContain(`${apart} on x`);
});

test('a week over New Year is called by its days beside its bar, and with both years in the table', () => {
  const newYear = Date.UTC(2027, 0, 1);
  const week = { id: 'week:2026-12-28', span: 'week' as const, from: newYear - 4 * day, to: newYear + 3 * day };
  const facts = make({
    period: week,
    before: { from: week.from - 7 * day, to: week.from },
    stretches: Array.from({ length: 8 }, (_, i) => week.from + i * day),
    now: week.to,
    mentions: many(5, (i) => ({ seenAt: newYear + i, sentiment: 'positive' as const })),
  });
  const [, , chart] = listCharts(facts, (id) => id, calendarOf('UTC'));
  const drawn = chart?.pictures ? printSvg(chart.pictures.wide) : '';
  expect(drawn).toMatch(/>Dec 28\s–\sJan 3</);
  expect(drawn).not.toContain('…');
  expect(chart?.table.head.join()).toMatch(/Dec 28, 2026\s–\sJan 3, 2027/);
});

test('a spreadsheet of outcomes says which way, and where each is going to', () => {
  const goals = [
    makeGoal({ id: 'few', outcome: 'Few', measure: { kind: 'mentions' }, better: 'less', target: 60, until: start + 28 * day }),
    makeGoal({ id: 'share', outcome: 'Share', measure: { kind: 'share-of-voice' }, target: 0.3 }),
  ];
  const exposures = Array.from({ length: 14 }, (_, i) => ({ site: 'x', hour: start + i * day, posts: 100 }));
  const mentions = many(28, (i) => ({ seenAt: start + (i % 14) * day }));
  const rows = listReportRows(page(make({ mentions, goals, rows: { exposures } }))).filter(([title]) => title === 'Outcomes');
  const [head = [], ...lines] = rows;
  expect(new Set(head).size).toBe(head.length);
  const of = (outcome: string, column: string) => lines.find((line) => line[1] === outcome)?.[head.indexOf(column)];
  expect(of('Few', 'Which way')).toBe('At most');
  expect(of('Few', 'Wanted')).toBe('60');
  expect(of('Few', 'State')).toBe('On course · may be chance');
  expect(of('Few', 'On course for')).toBe('56');
  expect(of('Few', 'On course for, low end (95 % sure)')).toBe('44');
  expect(of('Few', 'On course for, high end (95 % sure)')).toBe('72');
  expect([of('Few', 'Days so far'), of('Few', 'Days read')]).toEqual(['14', '14']);
  expect(of('Share', 'Which way')).toBe('At least');
  expect([of('Share', 'On course for'), of('Share', 'Days read')]).toEqual(['', '']);
});

test('verdicts that may be chance are told as such in sentences too', () => {
  const goals = [0.5, 0.6].map((target, i) =>
    makeGoal({ id: `g${i}`, outcome: `Voice ${i}`, measure: { kind: 'share-of-voice' }, target, until: start + 13 * day }),
  );
  const mentions = [...inWeek(10, 1), ...inWeek(12, 1, () => ({ keywordIds: ['them'] }), 10)];
  const whole = page(make({ mentions, goals }));
  expect(textOf(whole, 'summary')).toContain('Of 2 goals: 2 missed (may be chance).');
  expect(textOf(whole, 'next')).toContain('“Voice 0” (may be chance), “Voice 1” (may be chance) are missed.');
});

test('one is one, and a day is said once', () => {
  const exposures = [0, 7].map((at) => ({ site: 'x', hour: start + at * day, posts: 10_000 }));
  const rate = page(make({ mentions: [...inWeek(10, 0), ...inWeek(10, 1, undefined, 10)], rows: { exposures } }));
  expect(textOf(rate, 'summary')).toContain('1 mention per 1,000 posts read (before: 1).');
  const first = page(make({ mentions: inWeek(3, 1), now: period.from + day, before: { from: start, to: start + day } }));
  expect(first.lead).toMatch(/^Oct 8, 2026, not over yet: .* Compared with the first day of the time before, Oct 1, 2026: /);
});

test('a change that is told is seen in its numbers', () => {
  const exposures = [0, 7].map((at) => ({ site: 'x', hour: start + at * day, posts: 10_000_000 }));
  const before = many(100_000, (i) => ({ seenAt: start + i, answeredAt: i % 10_000 < 6_000 ? start + 3_600_000 : undefined }));
  const now = many(
    100_000,
    (i) => ({ seenAt: start + 7 * day + i, answeredAt: i % 10_000 < 6_045 ? start + 7 * day + 3_600_000 : undefined }),
    100_000,
  );
  const whole = page(make({ mentions: [...before, ...now], rows: { exposures } }));
  expect(partOf(whole, 'figures').table.rows[3]?.slice(1, 4)).toEqual(['60.5 %\n(60–61\u00a0%)', '60 %\n(60–60\u00a0%)', 'Up · good']);
});

const added = period.from + 3 * day;
const addedLate = { listened: new Map([['them', { createdAt: added, paused: false }]]) };
const theirs = (n: number) => inWeek(n, 1, (i) => ({ seenAt: added + i, keywordIds: ['them'] }), 500);

test('with a competitor that was added within the time nothing is said to have changed but what both times heard', () => {
  const ours = [...inWeek(40, 0), ...inWeek(40, 1, undefined, 40)];
  const hours = [0, 7, 10].map((at) => ({ site: 'x', hour: start + at * day, posts: 500 }));
  const facts = make({ mentions: [...ours, ...theirs(60)].sort((a, b) => a.seenAt - b.seenAt), rows: { exposures: hours, ...addedLate } });
  const [rate, voice] = facts.figures;
  expect(rate).toMatchObject({ now: { n: 40, value: 40 }, moved: 'down', without: [{ keywordId: 'them', since: added }] });
  expect(voice).toMatchObject({ now: { value: 0, n: 60 }, moved: 'unknown', without: [{ keywordId: 'them', since: added }] });
  expect(voice?.before).not.toHaveProperty('value');
  expect(facts.rivals).toEqual([]);
  expect(facts.drivers.some(({ name }) => name === 'them')).toBe(false);
  expect(facts.voices).toEqual([{ keywordId: 'them', mine: false, now: 60, before: undefined }]);
  expect(facts.ownVoice).toEqual({ now: 0, before: undefined });
  expect(chart(facts, 'Whose voice').note).toContain('those of the time before are unknown');
  const told = page(facts);
  const [first, second] = partOf(told, 'figures').table.rows;
  expect(first?.[4]).toMatch(/; without .* \(listened for since Oct 11\)$/);
  expect(second?.[4]).toMatch(/; not compared: .* \(listened for since Oct 11\)$/);
  expect(textOf(told, 'changed')).toMatch(/Left out where both times are compared: .* \(listened for since Oct 11\)\.$/);
});

test('a report on a time before a competitor was added is what it was', () => {
  const kinds = new Map([...makeRows().kinds, ['late', 'competitor' as const]]);
  const mentions = [...inWeek(30, 0), ...inWeek(30, 1, undefined, 30), ...inWeek(30, 1, () => ({ keywordIds: ['them'] }), 60)];
  const listened = new Map([['late', { createdAt: period.to + day, paused: false }]]);
  const figure = (rows: Made['rows']) => make({ mentions, ...(rows ? { rows } : {}) }).figures[1];
  expect(figure({ kinds, listened })).toEqual(figure(undefined));
});

test('without a competitor no share of voice is told, and how to get one is', () => {
  const facts = make({ mentions: [...inWeek(30, 0), ...inWeek(30, 1, undefined, 30)], rows: { kinds: new Map([['us', 'brand']]) } });
  const told = page(facts);
  expect(facts.figures[1]).toMatchObject({ moved: 'unknown' });
  expect(partOf(told, 'figures').table.rows[1]?.slice(1, 3)).toEqual(['Unknown', 'Unknown']);
  expect(partOf(told, 'figures').table.rows[1]?.[4]).toContain('Add a competitor as a keyword');
  const whose = chart(facts, 'Whose voice');
  expect([whose.note, whose.pictures, whose.table.rows]).toEqual([expect.stringContaining('Add a competitor'), undefined, []]);
});

test('where posts name several competitors the bars say that they add up to more', () => {
  const kinds = new Map([...makeRows().kinds, ['other', 'competitor' as const]]);
  const mentions = [...inWeek(50, 1), ...inWeek(50, 1, () => ({ keywordIds: ['them', 'other'] }), 50)];
  expect(chart(make({ mentions, rows: { kinds } }), 'Whose voice').note).toContain('the bars add up to 150 %');
});

test('of a time before the only competitor was added no share of voice is told, and the competitor is why', () => {
  const listened = new Map([['them', { createdAt: period.to + day, paused: false }]]);
  const facts = make({ mentions: [...inWeek(30, 0), ...inWeek(30, 1, undefined, 30)], rows: { listened } });
  expect(facts.figures[1]?.now).not.toHaveProperty('value');
  expect(partOf(page(facts), 'figures').table.rows[1]?.[4]).toMatch(/; not compared: .* \(listened for since Oct 16\)$/);
});
