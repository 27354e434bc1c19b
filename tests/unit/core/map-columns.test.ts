import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readImport, readMappedTable } from '../../../core/import-replies.ts';
import { type ColumnMap, guessColumns, listSamples, nameColumns, setColumn, UnknownColumns } from '../../../core/map-columns.ts';
import { RefusedFile } from '../../../core/safe-json.ts';

let made = 0;
const making = { makeId: () => `made-${made++}`, now: 1_000 };
const rows = [
  ['Kürzel', 'Wofür', 'Wortlaut', 'Notiz'],
  ['/dank', 'Lob', 'Vielen Dank, das freut uns sehr zu hören!', 'im Team abgestimmt'],
  ['', '', '', ''],
  ['/leid', 'Beschwerde', 'Das tut uns leid. Was ist geschehen?', ''],
  ['/leer', 'Nichts', '', ''],
];
const all: ColumnMap = { hasHeader: true, parts: ['shortcut', 'tags', 'text', undefined] };

test('a table by names that nobody knows can be asked about, with all its rows', () => {
  const read = () => readImport('x', () => rows, making);
  expect(read).toThrow(UnknownColumns);
  expect(read).toThrow(expect.objectContaining({ fault: 'not-csv', rows, detail: 'Kürzel, Wofür, Wortlaut, Notiz' }));
});

test('the longest texts are taken for the replies’ own, and a first row of short names for a header', () => {
  expect(guessColumns(rows)).toEqual({ hasHeader: true, parts: [undefined, undefined, 'text', undefined] });
  expect(guessColumns(rows.slice(1))).toEqual({ hasHeader: false, parts: [undefined, undefined, 'text', undefined] });
  expect(
    guessColumns([
      ['Labels', 'Trigger', 'Was man sagt'],
      ['a', 'b', 'c'],
    ]),
  ).toEqual({
    hasHeader: true,
    parts: ['tags', 'shortcut', 'text'],
  });
  expect(guessColumns([['Only this']])).toEqual({ hasHeader: false, parts: ['text'] });
});

test('there is one column of each kind, but texts and tags may be several', () => {
  const twice = setColumn(setColumn(all, 3, 'text'), 0, 'title');
  expect(twice.parts).toEqual(['title', 'tags', 'text', 'text']);
  expect(setColumn(twice, 1, 'title').parts).toEqual([undefined, 'title', 'text', 'text']);
  expect(setColumn(twice, 2, undefined).parts).toEqual(['title', 'tags', undefined, 'text']);
});

test('what the columns hold is shown by their names and first cells', () => {
  expect(nameColumns(rows, all)).toEqual(['Kürzel', 'Wofür', 'Wortlaut', 'Notiz']);
  expect(nameColumns(rows, { ...all, hasHeader: false })).toEqual(['', '', '', '']);
  expect(listSamples(rows, all, 0)).toEqual(['/dank', '/leid', '/leer']);
  expect(listSamples(rows, { ...all, hasHeader: false }, 3)).toEqual(['Notiz', 'im Team abgestimmt']);
});

test('by what is said of the columns the rows become replies, and those without a text are told by their line', () => {
  const { format, replies, bad } = readMappedTable(rows, { ...all, parts: ['shortcut', 'tags', 'text', 'text'] }, making);
  expect(format).toBe('table');
  expect(replies.map(({ row, reply: { title, body, shortcut, tags } }) => ({ row, title, body, shortcut, tags }))).toEqual([
    { row: '2', title: '/dank', body: 'Vielen Dank, das freut uns sehr zu hören!\n\nim Team abgestimmt', shortcut: 'dank', tags: ['Lob'] },
    { row: '4', title: '/leid', body: 'Das tut uns leid. Was ist geschehen?', shortcut: 'leid', tags: ['Beschwerde'] },
  ]);
  expect(bad).toEqual([{ row: '5', title: '/leer', field: 'text', why: 'no-text' }]);
});

test('without a header the first row is a reply as well', () => {
  const { replies } = readMappedTable(
    [
      ['a', 'Hello'],
      ['b', 'Bye'],
    ],
    { hasHeader: false, parts: ['title', 'text'] },
    making,
  );
  expect(replies.map(({ reply: { title, body } }) => `${title}: ${body}`)).toEqual(['a: Hello', 'b: Bye']);
});

test('no text of any table is lost or said twice', () => {
  const cell = fc.string({ maxLength: 12 }).map((text) => text.trim());
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }), (table) => {
      const parts = Array.from({ length: 4 }, () => 'text' as const);
      const filled = table.filter((cells) => cells.some((one) => one !== ''));
      fc.pre(filled.length > 0);
      const { replies, bad } = readMappedTable(table, { hasHeader: false, parts }, making);
      expect(replies.length + bad.length).toBe(filled.length);
    }),
  );
});

test('what is too wide, too long or empty is refused without a question', () => {
  const refused = (table: string[][]) => () => readImport('x', () => table, making);
  expect(refused([Array.from({ length: 41 }, (_, i) => `c${i}`)])).toThrow(RefusedFile);
  expect(refused([Array.from({ length: 41 }, (_, i) => `c${i}`)])).not.toThrow(UnknownColumns);
  expect(refused(Array.from({ length: 10_002 }, () => ['a']))).toThrow(expect.objectContaining({ fault: 'too-many' }));
  expect(refused([[''], ['']])).toThrow(expect.objectContaining({ fault: 'empty' }));
});
