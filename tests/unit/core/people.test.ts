import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../../core/model.ts';
import { person as personSchema } from '../../../core/model.ts';
import {
  changePerson,
  groupOf,
  isWorthKeeping,
  joinPeople,
  markApart,
  mergePeople,
  splitPersonId,
  takeApart,
  tidyFieldName,
} from '../../../core/people.ts';
import { handleKey, suggestSame } from '../../../core/people-alike.ts';
import { type Known, listsOf, type Said } from '../../../core/people-lists.ts';
import { printPeopleTable, splitName, type ToldPerson } from '../../../core/people-table.ts';

const makePerson = (id: string, change: Partial<Person> = {}): Person => ({ id, name: '', tags: [], note: '', ...change });
const byId = (rows: readonly Person[]) => new Map(rows.map((row) => [row.id, row]));

describe('one person under several names', () => {
  const ada = makePerson('x:ada', { name: 'Ada', tags: ['lead'], note: 'Kind', fields: { company: 'Acme' } });
  const bo = makePerson('reddit:bo', { tags: ['press', 'Lead'], note: 'Loud', fields: { company: 'Other', plan: 'pro' } });

  test('what is kept of them is what all their rows say, the first one’s word before the others', () => {
    expect(joinPeople([ada, bo])).toEqual({
      name: 'Ada',
      tags: ['lead', 'press'],
      note: 'Kind\nLoud',
      fields: { company: 'Acme', plan: 'pro' },
    });
  });

  test('a merge is known from each name, and taken back leaves each as it was, remembered as another', () => {
    const merged = mergePeople([ada, bo], 'x:ada', 'reddit:bo') ?? [];
    expect(byId(merged).get('x:ada')?.sameAs).toEqual(['reddit:bo']);
    expect(byId(merged).get('reddit:bo')?.sameAs).toEqual(['x:ada']);
    const apart = byId(takeApart(merged, 'reddit:bo'));
    expect(apart.get('x:ada')).toEqual({ ...ada, notSameAs: ['reddit:bo'] });
    expect(apart.get('reddit:bo')).toEqual({ ...bo, notSameAs: ['x:ada'] });
  });

  test('two groups that are merged are one, and what was denied before is so no more', () => {
    const first = mergePeople([], 'x:a', 'reddit:a') ?? [];
    const second = markApart(mergePeople([], 'github:a', 'hackernews:a') ?? [], 'github:a', 'x:a');
    const all = byId(
      mergePeople(
        [...first, ...second.filter(({ id }) => id !== 'x:a'), makePerson('hackernews:a', { sameAs: ['github:a'] })],
        'x:a',
        'github:a',
      ) ?? [],
    );
    for (const row of all.values()) expect(groupOf(row).sort()).toEqual(['github:a', 'hackernews:a', 'reddit:a', 'x:a']);
    expect(all.get('github:a')?.notSameAs).toBeUndefined();
  });

  test('more names than a row can hold are refused', () => {
    const rows = Array.from({ length: 40 }, (_, i) =>
      makePerson(`x:${i}`, { sameAs: Array.from({ length: 40 }, (_, n) => `x:${n}`).filter((id) => id !== `x:${i}`) }),
    );
    const others = Array.from({ length: 20 }, (_, i) =>
      makePerson(`y:${i}`, { sameAs: Array.from({ length: 20 }, (_, n) => `y:${n}`).filter((id) => id !== `y:${i}`) }),
    );
    expect(mergePeople([...rows, ...others], 'x:1', 'y:1')).toBeUndefined();
  });

  test('what is written of the whole person lies with one name alone, and is not said twice', () => {
    const rows = changePerson(mergePeople([ada, bo], 'x:ada', 'reddit:bo') ?? [], 'x:ada', {
      note: ' Kind and loud ',
      tags: ['Press', 'press'],
    });
    expect(joinPeople(rows)).toMatchObject({ note: 'Kind and loud', tags: ['Press'], fields: { company: 'Acme', plan: 'pro' } });
    expect(
      joinPeople(changePerson(rows, 'reddit:bo', { fields: { Plan: ' team ', 'bad name!': 'x', note: 'x', empty: ' ' } })).fields,
    ).toEqual({ plan: 'team' });
  });

  test('any merges and splits leave groups in which everyone knows everyone, in rows that fit', () => {
    const ids = ['x:a', 'x:b', 'y:a', 'y:b', 'z:a'];
    const step = fc.record({ act: fc.constantFrom('merge', 'split', 'apart'), a: fc.constantFrom(...ids), b: fc.constantFrom(...ids) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let rows = new Map<string, Person>();
        for (const { act, a, b } of steps) {
          if (a === b) continue;
          const all = [...rows.values()];
          const changed = act === 'merge' ? (mergePeople(all, a, b) ?? []) : act === 'split' ? takeApart(all, a) : markApart(all, a, b);
          rows = new Map([...rows, ...changed.map((row) => [row.id, row] as const)]);
        }
        for (const row of rows.values()) {
          personSchema.parse(row);
          for (const other of row.sameAs ?? []) expect(groupOf(rows.get(other) as Person).sort()).toEqual(groupOf(row).sort());
          expect(row.sameAs ?? []).not.toContain(row.id);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('of whom nothing is kept needs no row; who is known not to be another does', () => {
    expect(isWorthKeeping(makePerson('x:a', { name: 'A', fields: {} }))).toBe(false);
    expect(isWorthKeeping(makePerson('x:a', { notSameAs: ['y:a'] }))).toBe(true);
  });

  test('a handle may hold colons', () => {
    expect(splitPersonId('matrix:@ada:example.org')).toEqual({ site: 'matrix', handle: '@ada:example.org' });
  });

  test('a field is named so that a reply can ask for it', () => {
    expect(['Company name', 'plan', 'größe', '2nd', 'a b!', 'note', ''].map(tidyFieldName)).toEqual([
      'company_name',
      'plan',
      'größe',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('who may be one person', () => {
  const alias = (id: string, change: object = {}) => ({ id, name: '', group: [id], notSameAs: [], ...change });
  const pairs = (...all: ReturnType<typeof alias>[]) =>
    suggestSame(all).map(({ a, b, strength, reasons }) => [a, b, strength, reasons.map(({ type }) => type).join('+')]);

  test('the same handle is possible, and with the same name likely; never more', () => {
    expect(pairs(alias('x:adabyrne'), alias('reddit:u/AdaByrne'))).toEqual([['reddit:u/AdaByrne', 'x:adabyrne', 'possible', 'handle']]);
    expect(pairs(alias('x:adabyrne', { name: 'Ada Byrne' }), alias('mastodon:ada_byrne@hachyderm.io', { name: 'Ada Byrné' }))).toEqual([
      ['mastodon:ada_byrne@hachyderm.io', 'x:adabyrne', 'likely', 'handle+name'],
    ]);
  });

  test('an address of their own is likely, with or without www and a slash', () => {
    expect(
      pairs(alias('x:a1', { website: 'https://www.adabyrne.example/' }), alias('forum:b2', { url: 'https://adabyrne.example' })),
    ).toEqual([['forum:b2', 'x:a1', 'likely', 'link']]);
  });

  test('short and common handles, first names and names that many share tell nothing', () => {
    expect(pairs(alias('x:ada'), alias('reddit:ada'))).toEqual([]);
    expect(pairs(alias('x:support'), alias('reddit:support'))).toEqual([]);
    expect(pairs(alias('x:adaaa', { name: 'Ada' }), alias('reddit:bobbb', { name: 'Ada' }))).toEqual([]);
    const smiths = Array.from({ length: 6 }, (_, i) => alias(`site${i}:handle${i}abc`, { name: 'John Smith' }));
    expect(pairs(...smiths)).toEqual([]);
  });

  test('two accounts of one site are two, and who was told apart is not asked of again, nor who is merged already', () => {
    expect(pairs(alias('x:adabyrne'), alias('x:ada_byrne'))).toEqual([]);
    expect(pairs(alias('x:adabyrne', { notSameAs: ['reddit:adabyrne'] }), alias('reddit:adabyrne'))).toEqual([]);
    const group = ['x:adabyrne', 'reddit:adabyrne'];
    expect(pairs(alias('x:adabyrne', { group }), alias('reddit:adabyrne', { group }))).toEqual([]);
  });

  test('of two people who are alike by several names one pair is asked of', () => {
    const group = ['x:adabyrne', 'reddit:adabyrne'];
    expect(pairs(alias('x:adabyrne', { group }), alias('reddit:adabyrne', { group }), alias('github:adabyrne'))).toHaveLength(1);
  });

  test('what of a handle is one’s own', () => {
    expect(
      ['bluesky:ada.byrne.bsky.social', 'reddit:/u/ada-byrne', 'mastodon:@Ada_Byrne@a.example', 'x:12345', 'x:abc'].map(handleKey),
    ).toEqual(['adabyrne', 'adabyrne', 'adabyrne', undefined, undefined]);
  });
});

describe('lists', () => {
  const now = 100 * 86_400_000;
  const day = 86_400_000;
  const said = (daysAgo: number, change: Partial<Said> = {}): Said => ({
    mentionId: `x:${daysAgo}`,
    at: now - daysAgo * day,
    status: 'new',
    intents: [],
    about: ['brand'],
    negative: false,
    positive: false,
    ...change,
  });
  const lists = (known: Partial<Known>) => listsOf({ tags: [], said: [], answeredAt: undefined, ...known }, now);
  const names = (known: Partial<Known>) => lists(known).map(({ list }) => list);

  test('who praises twice is to be thanked, until they are answered; a champion for once', () => {
    const praise = [said(5, { intents: ['praise'] }), said(2, { intents: ['praise'] })];
    expect(names({ said: praise.slice(1) })).toEqual([]);
    expect(lists({ said: praise })).toEqual([
      {
        list: 'champions',
        at: now - 2 * day,
        mentionId: 'x:2',
        reasons: [{ type: 'praised', times: 2, at: now - 2 * day }, { type: 'unanswered' }],
      },
    ]);
    expect(names({ said: praise.slice(1), tags: ['Champion'] })).toEqual(['champions']);
    expect(names({ said: praise, answeredAt: now - day })).toEqual([]);
    expect(names({ said: praise, answeredAt: now - 3 * day })).toEqual(['champions']);
  });

  test('praise or anger about a competitor is none about us', () => {
    expect(
      names({ said: [said(5, { intents: ['praise'], about: ['competitor'] }), said(2, { intents: ['praise'], about: ['competitor'] })] }),
    ).toEqual([]);
    expect(lists({ said: [said(2, { intents: ['complaint'], about: ['competitor'] })] })).toMatchObject([
      { list: 'leads', reasons: [{ type: 'competitor', times: 1 }, { type: 'unanswered' }] },
    ]);
  });

  test('who wants to buy or to switch is followed up, unless it was put away', () => {
    expect(names({ said: [said(3, { intents: ['buying'] })] })).toEqual(['leads']);
    expect(names({ said: [said(3, { intents: ['switching'], about: ['competitor'] })] })).toEqual(['leads']);
    expect(names({ said: [said(3, { intents: ['buying'], status: 'done' })] })).toEqual([]);
    // As goals count it: what is waiting is open no more than what is done, and what is snoozed is.
    expect(names({ said: [said(3, { intents: ['buying'], status: 'waiting' })] })).toEqual([]);
    expect(names({ said: [said(3, { intents: ['buying'], status: 'snoozed' })] })).toEqual(['leads']);
  });

  test('a lead whom nobody answered for a week is asked again', () => {
    expect(names({ tags: ['lead'], said: [said(9)], answeredAt: now - 8 * day })).toEqual(['leads']);
    expect(names({ tags: ['lead'], said: [said(9)], answeredAt: now - 6 * day })).toEqual([]);
    expect(names({ tags: ['lead'], said: [said(1)], answeredAt: now - 6 * day })).toEqual(['leads']);
  });

  test('the unhappy wait since their first complaint that was not answered', () => {
    const complaints = [said(6, { intents: ['complaint'] }), said(4, { negative: true }), said(1, { intents: ['bug'] })];
    expect(lists({ said: complaints })).toMatchObject([
      { list: 'unhappy', at: now - 6 * day, mentionId: 'x:6', reasons: [{ type: 'complained', times: 3 }, { type: 'unanswered' }] },
    ]);
    expect(lists({ said: complaints, answeredAt: now - 5 * day })).toMatchObject([
      { at: now - 4 * day, reasons: [{ type: 'complained', times: 2 }, { type: 'answered' }] },
    ]);
    expect(names({ said: complaints, answeredAt: now })).toEqual([]);
  });
});

describe('a table for a CRM', () => {
  const told: ToldPerson = {
    name: 'Ada Byrne',
    handle: 'ada',
    places: [
      { site: 'X', handle: 'ada', url: 'https://x.com/ada' },
      { site: 'Reddit', handle: 'u/ada' },
    ],
    tags: ['lead', 'customer'],
    note: '=HYPERLINK("https://evil.example")',
    fields: { company: '+Acme', email: 'ada@acme.example', plan: 'pro' },
    mentions: 3,
    firstSeenAt: Date.UTC(2026, 10, 1),
    lastSeenAt: Date.UTC(2026, 10, 20),
  };

  test('Salesforce finds its fields, and no lead is without a last name and a company', () => {
    const [header, row, other] = printPeopleTable([told, { ...told, name: 'daily_rocket', fields: {} }], 'salesforce');
    expect(header).toEqual(['First Name', 'Last Name', 'Company', 'Title', 'Email', 'Phone', 'Website', 'Lead Source', 'Description']);
    expect(row?.slice(0, 5)).toEqual(['Ada', 'Byrne', "'+Acme", '', 'ada@acme.example']);
    expect(row?.[8]).toBe(
      'X: ada (https://x.com/ada); Reddit: u/ada\nMentions: 3, first seen 2026-11-01, last seen 2026-11-20\nTags: lead, customer\nplan: pro\n=HYPERLINK("https://evil.example")',
    );
    expect(other?.slice(0, 3)).toEqual(['', 'daily_rocket', '[not provided]']);
  });

  test('HubSpot finds its own, with a stage it knows', () => {
    const [header, row] = printPeopleTable([told], 'hubspot');
    expect(header).toEqual([
      'First name',
      'Last name',
      'Email',
      'Company name',
      'Job title',
      'Phone number',
      'Website URL',
      'Lifecycle stage',
      'Message',
    ]);
    expect(row?.[7]).toBe('Customer');
    expect(row?.[6]).toBe('https://x.com/ada');
  });

  test('no cell is a formula, whatever anyone is called', () => {
    const nasty = fc.oneof(fc.string(), fc.constantFrom('=1+1', '@SUM(A1)', '\t=1', '-2+3', '＝1', "'=1", '+49 30'));
    fc.assert(
      fc.property(nasty, nasty, nasty, (name, handle, field) => {
        for (const crm of ['salesforce', 'hubspot'] as const)
          for (const cell of printPeopleTable([{ ...told, name, handle, fields: { company: field, email: field }, note: field }], crm)[1] ??
            [])
            expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠|%]|^[\t\r\n]/);
      }),
    );
  });

  test('a name is parted only where it is sure', () => {
    expect(splitName('Ada King Byrne', 'ada')).toEqual({ first: 'Ada', last: 'King Byrne' });
    expect(splitName('Acme Support Team', 'acme')).toMatchObject({ first: '' });
    expect(splitName('', 'ada')).toEqual({ first: '', last: 'ada' });
  });
});
