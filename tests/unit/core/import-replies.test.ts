import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readImport } from '../../../core/import-replies.ts';
import type { Macro, Reply } from '../../../core/model.ts';
import { plainOfHtml } from '../../../core/plain-of-html.ts';
import { isWanted, planImport } from '../../../core/plan-import.ts';
import { printReplyFile } from '../../../core/reply-file.ts';
import { readYaml } from '../../../core/yaml-subset.ts';

const now = Date.UTC(2026, 10, 24);
let made = 0;
const making = { makeId: () => `made-${made++}`, now };
const noCsv = () => {
  throw new Error('no table');
};
const read = (file: unknown) => readImport(typeof file === 'string' ? file : JSON.stringify(file), noCsv, making);

const makeReply = (id: string, change: Partial<Reply> = {}): Reply => ({
  id,
  title: id,
  body: `The words of ${id}`,
  shortcut: '',
  tags: [],
  createdAt: now,
  updatedAt: now,
  usedCount: 0,
  ...change,
});

const anyReply: fc.Arbitrary<Reply> = fc.record(
  {
    id: fc.uuid(),
    title: fc.string({ minLength: 1, maxLength: 100 }).map((text) => text.trim() || 'x'),
    body: fc.string({ minLength: 1, maxLength: 500, unit: 'grapheme' }),
    shortcut: fc.string({ maxLength: 40 }),
    tags: fc.array(
      fc.string({ minLength: 1, maxLength: 20 }).map((text) => text.trim() || 'x'),
      { maxLength: 4 },
    ),
    createdAt: fc.nat(),
    updatedAt: fc.nat(),
    usedCount: fc.nat(),
    lastUsedAt: fc.nat(),
    favourite: fc.boolean(),
    folder: fc.string({ maxLength: 20 }).map((text) => text.trim()),
    lang: fc.constantFrom('en', 'pt-BR'),
    variants: fc.array(fc.record({ site: fc.constantFrom('x', 'reddit'), body: fc.string({ minLength: 1 }) }), { maxLength: 2 }),
  },
  { requiredKeys: ['id', 'title', 'body', 'shortcut', 'tags', 'createdAt', 'updatedAt', 'usedCount'] },
);

const anyMacro: fc.Arbitrary<Macro> = fc.record({
  id: fc.uuid(),
  name: fc.constantFrom('Refund', 'Thank'),
  replyId: fc.uuid(),
  status: fc.constantFrom('waiting' as const, 'done' as const),
  addTags: fc.constant(['refund']),
  snoozeHours: fc.constantFrom(1, 72),
  createdAt: fc.nat(),
});

test('what is exported is read again to the letter, and taking it over changes nothing', () => {
  const distinct = { selector: ({ id }: { id: string }) => id };
  fc.assert(
    fc.property(fc.uniqueArray(anyReply, distinct), fc.uniqueArray(anyMacro, { ...distinct, minLength: 1 }), (replies, macros) => {
      const file = read(printReplyFile(replies, macros, now));
      expect(file.bad).toEqual([]);
      expect(file.replies.map(({ reply }) => reply)).toEqual(replies);
      expect(file.macros).toEqual(macros);
      expect(planImport(file.replies, replies).filter(isWanted)).toEqual([]);
    }),
  );
});

test('a row that cannot be kept is named, and the others are there', () => {
  const rows = [
    makeReply('a'),
    { ...makeReply('b'), title: '' },
    { ...makeReply('c'), extra: 1 },
    makeReply('a'),
    7,
    { ...makeReply('d'), body: 'x'.repeat(20_001) },
  ];
  const file = read({ earshot: 'replies', version: 1, replies: rows });
  expect(file.replies.map(({ reply }) => reply.id)).toEqual(['a']);
  expect(file.bad).toEqual([
    { row: '2', title: '', field: 'title', why: 'empty' },
    { row: '3', title: 'c', field: 'extra', why: 'unknown-field' },
    { row: '4', title: 'a', field: 'id', why: 'twice' },
    { row: '5', title: '', field: '', why: 'wrong-kind' },
    { row: '6', title: 'd', field: 'body', why: 'too-long' },
  ]);
});

const bodiesOf = (file: unknown) =>
  read(file).replies.map(({ reply: { title, shortcut, body, folder } }) => ({ title, shortcut, body, folder }));

test('folders of Text Blaze', () => {
  const file = {
    version: 7,
    folders: [
      {
        name: 'Support',
        snippets: [
          { name: 'Hello', shortcut: '/hi', text: 'Hi {formtext: name=first name; default=there},\n{cursor}\n{import: /sig}' },
          { name: 'When', shortcut: '/when', text: 'On {time: dddd} or {time: hh:mm A}, {clipboard} {{ok}}' },
        ],
      },
    ],
  };
  expect(bodiesOf(file)).toEqual([
    { title: 'Hello', shortcut: 'hi', folder: 'Support', body: 'Hi {{ask "first name"|there}},\n{{cursor}}\n{{snippet "sig"}}' },
    { title: 'When', shortcut: 'when', folder: 'Support', body: 'On {{date "weekday"}} or {{time: hh:mm A}}, {{clipboard}} \\{{ok}}' },
  ]);
  expect(read(file).replies[1]?.unresolved).toEqual(['time: hh:mm A', 'clipboard']);
});

test('snippets of ProKeys, in their folders', () => {
  const file = [
    'Snippets',
    1510000000000,
    { name: 'brb', body: 'Be <b>right</b> back[[%c]]<br>%name% 50% off', timestamp: 1 },
    ['Work', 2, { name: 'sig', body: '[[%s(brb)]] [[%d(DD)]]' }],
  ];
  expect(bodiesOf(file)).toEqual([
    { title: 'brb', shortcut: 'brb', folder: undefined, body: 'Be right back{{cursor}}\n{{ask "name"}} 50% off' },
    { title: 'sig', shortcut: 'sig', folder: 'Work', body: '{{snippet "brb"}} {{%d(DD)}}' },
  ]);
  expect(bodiesOf({ snippets: file })).toHaveLength(2);
});

test('macros of Zendesk, with what they do beside the words', () => {
  const actions = [
    {
      field: 'comment_value_html',
      value:
        '<p>Hi {{ticket.requester.first_name}}, see <a href="https://example.com/help">our help</a>.</p><p>{% if ticket.vip %}VIP{% endif %}{{ticket.id}}</p>',
    },
    { field: 'status', value: 'pending' },
    { field: 'current_tags', value: 'refund vip' },
  ];
  const file = read({
    macros: [
      { title: 'Billing::Refund', active: true, actions },
      { title: 'No words', actions: [{ field: 'status', value: 'solved' }] },
    ],
  });
  expect(file.replies[0]?.reply).toMatchObject({
    title: 'Refund',
    folder: 'Billing',
    body: 'Hi {{author.firstName}}, see our help (https://example.com/help).\n\n{{% if ticket.vip}}VIP{{% endif}}{{ticket.id}}',
  });
  expect(file.replies[0]?.unresolved).toEqual(['% if ticket.vip', '% endif', 'ticket.id']);
  expect(file.macros).toMatchObject([
    { name: 'Refund', replyId: file.replies[0]?.reply.id, status: 'waiting', addTags: ['refund', 'vip'] },
  ]);
  expect(file.bad).toEqual([{ row: '2', title: 'No words', field: 'text', why: 'no-text' }]);
});

test('matches of espanso', () => {
  const file = `# a match file
matches:
  - trigger: ":hi"
    replace: "Hi $|$,\\nthere"
  - triggers: [":a", ':b']
    label: Two ways
    replace: |
      First line
        indented

      Last {{day}} {{out}}
    vars:
      - name: day
        type: date
        params:
          format: "%A"
      - name: out
        type: shell
        params: { cmd: ls }
  - trigger: :form
    form: >-
      Hey [[name]],
      thanks
`;
  expect(() => read(file)).toThrow(expect.objectContaining({ fault: 'not-yaml', detail: '19' }));
  expect(bodiesOf(file.replace('params: { cmd: ls }', 'params:\n          cmd: ls # here'))).toEqual([
    { title: ':hi', shortcut: 'hi', folder: undefined, body: 'Hi {{cursor}},\nthere' },
    { title: 'Two ways', shortcut: 'a', folder: undefined, body: 'First line\n  indented\n\nLast {{date "weekday"}} {{shell out}}' },
    { title: ':form', shortcut: 'form', folder: undefined, body: 'Hey {{ask "name"}}, thanks' },
  ]);
});

test('pairs and lists of objects', () => {
  expect(bodiesOf({ brb: 'Be right back', addr: '1 High St %clip%' })).toMatchObject([
    { body: 'Be right back' },
    { shortcut: 'addr', body: '1 High St {{clipboard}}' },
  ]);
  expect(bodiesOf([{ id: '64', type: 'text', name: 'Example', text: 'Words', html: 'false' }])).toMatchObject([
    { title: 'Example', body: 'Words' },
  ]);
});

test('yaml that could mean more than it says is refused', () => {
  for (const text of [
    'a: &x 1\n',
    'a: *x\n',
    'a: !!js x\n',
    'a: {b: 1}\n',
    'a: 1\na: 2\n',
    '\ta: 1\n',
    'a: "open\n',
    '? x\n: y\n',
    'a:\n  b: 1\n c: 2\n',
  ])
    expect([
      text,
      (() => {
        try {
          return readYaml(text);
        } catch (error) {
          return (error as Error).name;
        }
      })(),
    ]).toEqual([text, 'RefusedFile']);
  expect(readYaml("a: 'it''s'\nb:\n- 1\n- x: 1\n  y: 2\n-\n  - deep\nc: plain\n  goes on # said\nd: \"x\\u00e9\\\n  y\"\n")).toMatchObject({
    a: "it's",
    d: 'xéy',
    b: ['1', { x: '1', y: '2' }, ['deep']],
    c: 'plain goes on',
  });
});

test('markup becomes words', () => {
  expect(plainOfHtml('<p>A&nbsp;&amp; B</p><ul><li>one</li><li>two</li></ul><script>x</script><!-- c -->end')).toBe(
    'A & B\n\n• one\n• two\nend',
  );
  expect(plainOfHtml('<a href="javascript:alert(1)">x</a> &lt;b&gt; <img src=x onerror=y>')).toBe('x <b>');
});

test('an import is compared with what is there before it changes anything', () => {
  const kept = [
    makeReply('k1', { title: 'Thanks', body: 'Thank you so much for telling us about this today, we will have a look', shortcut: 'ty' }),
    makeReply('k2', { title: 'Sorry', body: 'Sorry', usedCount: 9 }),
  ];
  const rows = read([
    { title: 'thanks', text: 'Thank you so much for telling us about this today, we will have a look', shortcut: 'ty' },
    { title: 'Sorry', text: 'We are sorry', tags: ['calm'] },
    { title: 'Other thanks', text: 'Thank you so much for telling us about this today, we shall have a look', shortcut: ';TY' },
    { title: 'New', text: 'Quite another matter altogether here' },
    { title: 'New too', text: 'Quite another matter altogether here' },
  ]).replies;
  const plan = planImport(rows, kept);
  expect(plan.map(({ standing }) => standing)).toEqual(['changed', 'changed', 'copy', 'new', 'copy']);
  expect(plan[1]?.reply).toMatchObject({ id: 'k2', usedCount: 9, body: 'We are sorry', tags: ['calm'] });
  expect(plan[2]).toMatchObject({ alike: { title: 'Thanks' }, taken: { shortcut: 'TY', by: 'Thanks' }, reply: { shortcut: '' } });
  expect(plan[2]?.alike?.likeness).toBeGreaterThanOrEqual(0.8);
  expect(plan[4]?.alike).toEqual({ title: 'New', likeness: 1 });
  const again = planImport(
    plan.map((one) => ({ ...one, hasId: false })),
    [...kept.slice(2), ...plan.map(({ reply }) => reply)],
  );
  expect(again.slice(0, 2).map(({ standing }) => standing)).toEqual(['same', 'same']);
});

const deep = (n: number) => '['.repeat(n) + ']'.repeat(n);
const reply1 = JSON.stringify(makeReply('r'));
const own = (rows: string, head = '"earshot":"replies","version":1') => `{${head},"replies":[${rows}]}`;

/** Each either refused as a whole, or with no row that would be taken. */
const hostile: [string, string][] = [
  ['nothing', ''],
  ['spaces', ' \n '],
  ['a million brackets', deep(1_000_000)],
  ['brackets never closed', '['.repeat(1_000_000)],
  ['a million braces', '{"a":'.repeat(1_000_000)],
  ['thirty-three deep', deep(33)],
  ['cut in the middle', own(reply1).slice(0, -20)],
  ['cut in a string', '{"earshot":"repl'],
  ['another version', own(reply1, '"earshot":"replies","version":2')],
  ['version as text', own(reply1, '"earshot":"replies","version":"1"')],
  ['no version', own(reply1, '"earshot":"replies"')],
  ['version NaN', own(reply1, '"earshot":"replies","version":NaN')],
  ['version minus one', own(reply1, '"earshot":"replies","version":-1')],
  ['version 1e999', own(reply1, '"earshot":"replies","version":1e999')],
  ['another kind of file', own(reply1, '"earshot":"backup","version":1')],
  ['proto as file', '{"__proto__":{"earshot":"replies","version":1,"replies":[]}}'],
  ['proto with pollution', '{"__proto__":{"polluted":true}}'],
  ['constructor with pollution', '{"constructor":{"prototype":{"polluted":true}}}'],
  ['proto in a row', own(`{"__proto__":{"polluted":true},${reply1.slice(1)}`)],
  ['constructor in a row', own(`{"constructor":1,${reply1.slice(1)}`)],
  ['rows as an object', '{"earshot":"replies","version":1,"replies":{"length":1,"0":{}}}'],
  ['rows as text', '{"earshot":"replies","version":1,"replies":"x"}'],
  ['macros as text', '{"earshot":"replies","version":1,"replies":[],"macros":"x"}'],
  ['rows of nothing', own('null,null')],
  ['rows of numbers', own('1,2,3')],
  ['rows of lists', own('[],[]')],
  ['a body that is a number', own(reply1.replace('"The words of r"', '7'))],
  ['a body that is an object', own(reply1.replace('"The words of r"', '{"toString":1}'))],
  ['a body of a megabyte', own(reply1.replace('The words of r', 'x'.repeat(1_000_000)))],
  ['a title of nothing', own(reply1.replace('"title":"r"', '"title":"  "'))],
  ['a count below nothing', own(reply1.replace('"usedCount":0', '"usedCount":-1'))],
  ['a count of 1e999', own(reply1.replace('"usedCount":0', '"usedCount":1e999'))],
  ['a time beyond all time', own(reply1.replace(`"createdAt":${now}`, '"createdAt":1e300'))],
  ['a site that is a path', own(`${reply1.slice(0, -1)},"variants":[{"site":"../x","body":"b"}]}`)],
  ['tags without end', own(reply1.replace('"tags":[]', `"tags":[${'"t",'.repeat(60)}"t"]`))],
  ['ten thousand rows and one', own(Array.from({ length: 10_001 }, (_, i) => reply1.replace('"id":"r"', `"id":"r${i}"`)).join(','))],
  ['two million values', `[${'0,'.repeat(2_000_001)}0]`],
  ['two million keys', `{${Array.from({ length: 2_000_002 }, (_, i) => `"${i}":1`).join(',')}}`],
  ['a zero byte', '{"a":"\0"}'],
  ['zero bytes between (UTF-16 read as UTF-8)', [...own(reply1)].join('\0')],
  ['a number', '7'],
  ['a word', '[true]'],
  ['NaN', '[NaN]'],
  ['Infinity', '[Infinity]'],
  ['a comment', '{/* */}'],
  ['trailing text', `${own(reply1)}x`],
  ['two documents', `${own(reply1)}${own(reply1)}`],
  ['single quotes', "{'earshot':'replies'}"],
  ['an empty object', '{}'],
  ['an empty list', '[]'],
  ['a list of empty objects', '[{},{}]'],
  ['no words in its pairs', '{"a":1,"b":2}'],
  ['folders of nothing', '{"folders":[]}'],
  ['folders of numbers', '{"folders":[1,{"snippets":[1]}]}'],
  ['macros without words', '{"macros":[{"title":"x","actions":[{"field":"status","value":"solved"}]}]}'],
  ['a folder without snippets', '["Snippets",1]'],
  ['a yaml bomb', `matches:\n  - &a ["x"]\n  - &b [*a,*a]\n${'  - [*b,*b]\n'.repeat(30)}`],
  ['yaml a thousand lists deep', `matches:\n  ${'- '.repeat(1_000)}x`],
  ['yaml with a tag', 'matches:\n  - trigger: !!python/object x\n    replace: y'],
  ['yaml with one endless line', `matches:\n  - ${'a '.repeat(500_000)}`],
  ['yaml that opens a quote a hundred thousand times', `matches:\n  - replace: "\n${'x\n'.repeat(100_000)}`],
  ['yaml of tabs', 'matches:\n\t- trigger: x'],
  ['a page of markup', `[{"title":"t","text":"${'<a'.repeat(60_000)}"}]`],
  ['a page of quotes', `[{"title":"t","text":"<p>${"<a '".repeat(30_000)}"}]`],
  ['fifty-one million letters', 'x'.repeat(51_000_000)],
];

test.each(hostile)('a hostile file brings nothing: %s', (_, text) => {
  const began = performance.now();
  let taken = 0;
  try {
    taken = planImport(readImport(text, () => [[text.slice(0, 100)]], making).replies, []).filter(isWanted).length;
  } catch (error) {
    expect((error as Error).name).toBe('RefusedFile');
  }
  expect(taken).toBe(0);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(2_000);
});

test('anything at all is read or refused, and nothing else happens', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.string().map((text) => `matches:\n  - ${text}`),
      ),
      (text) => {
        try {
          readImport(text, () => [[text]], making);
        } catch (error) {
          expect((error as Error).name).toBe('RefusedFile');
        }
      },
    ),
    { numRuns: 3_000 },
  );
});
