import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import type { PagePart, ReportPage } from '../../../core/report-page.ts';
import { listReportRows, printReportHtml, printReportMarkdown, printReportPlain, printReportRich } from '../../../core/report-print.ts';
import { reportStyle, reportStyleHash } from '../../../core/report-style.ts';
import { drawBars } from '../../../core/report-svg.ts';

/** A page with the same words in each place where a person's or a stranger's stand. */
const makePage = (said: string, link = 'https://x.example/1'): ReportPage => ({
  lang: 'en',
  title: `Report ${said}`,
  lead: said,
  foot: 'The end',
  tableName: 'Figures',
  parts: [
    { kind: 'text', name: 'summary', title: '', text: said },
    {
      kind: 'outcomes',
      title: 'Outcomes',
      none: 'None',
      outcomes: [{ outcome: said, state: 'Behind', looks: 'behind', standing: '3 of 4', notes: [said, 'n = 9'] }],
    },
    { kind: 'figures', title: 'The numbers', table: { caption: 'c', head: ['Measure', 'Now', 'Before'], rows: [[said, '1', '2']] } },
    {
      kind: 'charts',
      charts: [
        {
          title: 'Whose voice',
          note: said,
          pictures: drawBars({ id: 'voice', title: 'Whose voice', desc: said }, [{ name: said, value: 0.5, text: '50 %', mine: true }]),
          table: { caption: 'c', head: ['Keyword', 'Now'], rows: [[said, '50 %']] },
        },
      ],
    },
    { kind: 'quotes', title: 'In their words', openPost: 'Open', quotes: [{ text: said, by: said, link, mentionId: 'x:1' }] },
  ],
});

const hostile = [
  '<script>alert(1)</script>',
  '</style><img src=https://evil.example/p.png onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '<!-- --><iframe src="javascript:alert(1)">',
  '&lt;script&gt;&#x3c;b',
  '</title></head><meta http-equiv=refresh content=0;url=https://evil.example>',
  '[click](javascript:alert(1)) ![x](https://evil.example/p.png) <https://evil.example>',
  '| a | b |\n| --- | --- |',
  '# Heading\n- item\n1. one\n---\n```\ncode\n```',
  '=HYPERLINK("https://evil.example";"x")',
  '\u202egnp.exe\u2066 \u0000 \ud800',
];

const tags = (html: string): string[] => [...parseHTML(html).document.querySelectorAll('*')].map(({ tagName }) => tagName.toLowerCase());
const plain = tags(printReportHtml(makePage('Nothing to fear')));

test.each(hostile)('words stay words in the file: %j', (said) => {
  const html = printReportHtml(makePage(said));
  const { document } = parseHTML(html);
  expect(tags(html)).toEqual(plain);
  for (const element of document.querySelectorAll('*'))
    for (const { name } of element.attributes) expect(name).not.toMatch(/^on|^src|^style$/);
  const shown = document.querySelector('blockquote p bdi')?.textContent;
  expect(shown).toBe(said.replaceAll('\u202e', '').replaceAll('\u2066', '').replaceAll('\u0000', '').replaceAll('\ud800', '\ufffd').trim());
});

test('on paper the quotes stand in two columns, and what changed beside the last chart', () => {
  const page = makePage('Hello');
  const charts: PagePart = { kind: 'charts', charts: [] };
  const changed: PagePart = { kind: 'text', name: 'changed', title: 'Changed', text: 'Nothing' };
  const { document } = parseHTML(printReportHtml({ ...page, parts: [charts, changed, ...page.parts] }));
  expect(document.querySelector('main > .charts + section > h2')?.textContent).toBe('Changed');
  expect(document.querySelector('main > .quotes > h2 + blockquote')).not.toBeNull();
  const paper = reportStyle.slice(reportStyle.lastIndexOf('@media print'));
  expect(paper).toContain('.charts+section{grid-column:1}');
  expect(paper).toContain('.quotes{display:grid;');
});

test('the file lets nothing in: its policy stands before anything else, and the one style it allows is the one it has', () => {
  const html = printReportHtml(makePage('Hello'));
  const policy = "default-src 'none'; style-src 'sha256-";
  expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="${policy}`);
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<title>'));
  expect(reportStyleHash).toBe(`sha256-${createHash('sha256').update(reportStyle).digest('base64')}`);
  expect(parseHTML(html).document.querySelector('style')?.textContent).toBe(reportStyle);
});

test('no address in the file is asked for: links are for pressing, and go nowhere but to https', () => {
  for (const link of ['javascript:alert(1)', 'data:text/html,x', 'http://x.example/', 'HTTPS://x.example/"onx="', '']) {
    const html = printReportHtml(makePage('Hi', link));
    expect(html).not.toMatch(/javascript:|data:|src=|url\((?!#)|@import|<link/);
    const anchors = [...parseHTML(html).document.querySelectorAll('a')];
    expect(anchors.map((anchor) => anchor.getAttribute('href'))).toEqual(link.startsWith('HTTPS') ? [link] : []);
  }
});

test.each(hostile)('words stay words in what is pasted: %j', (said) => {
  const rich = printReportRich(makePage(said));
  const names = (html: string) => tags(`<html><body>${html}</body></html>`).filter((name) => name !== 'br');
  expect(names(rich)).toEqual(names(printReportRich(makePage('x'))));
});

/** What of Markdown is markup when it is not behind a backslash. */
const bare = (markdown: string): string => markdown.replace(/\\[\s\S]/g, '');

test.each(hostile)('words stay words in Markdown: %j', (said) => {
  const markdown = printReportMarkdown(makePage(said));
  const lines = bare(markdown).split('\n');
  expect(lines.filter((one) => /^#/.test(one))).toHaveLength(5);
  expect(lines.some((one) => /<[a-z/!]|`{3}/i.test(one))).toBe(false);
  expect([...bare(markdown).matchAll(/\]\(([^)]*)\)/g)].map(([, address]) => address)).toEqual(['https://x.example/1']);
  for (const row of lines.filter((one) => one.startsWith('|'))) expect([3, 4]).toContain(row.split('|').length - 1);
});

test('every row of the table says what it belongs to', () => {
  const rows = listReportRows(makePage('said'));
  expect(rows).toContainEqual(['Outcomes', 'said', 'Behind', '3 of 4', 'said', 'n = 9']);
  expect(rows).toContainEqual(['The numbers', 'said', '1', '2']);
  expect(rows).toContainEqual(['Whose voice', 'said', '50 %']);
  expect(rows).toContainEqual(['In their words', 'said', 'said', 'https://x.example/1']);
});

test('plain words carry the outcomes, the numbers and the quotes', () => {
  const text = printReportPlain(makePage('Ours'));
  expect(text).toContain('• Ours: Behind · 3 of 4 · Ours · n = 9');
  expect(text).toContain('• Ours: 1 (Before: 2)');
  expect(text).toContain('“Ours”\n– Ours · https://x.example/1');
  expect(printReportRich(makePage('Ours'))).toContain('<a href="https://x.example/1"');
});

const everywhere = (page: ReportPage): string[] => [
  printReportHtml(page),
  printReportMarkdown(page),
  printReportPlain(page),
  printReportRich(page),
  listReportRows(page).flat().join('\n'),
];

test('a passage that was emptied is left out with its heading', () => {
  const page = makePage('x');
  const parts: PagePart[] = [{ kind: 'text', name: 'next', title: 'What next', text: '  ' }];
  for (const printed of everywhere({ ...page, parts })) expect(printed.toLowerCase()).not.toContain('what next');
});

test('no text whatever makes markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (said) => {
      const html = printReportHtml(makePage(said));
      // An empty passage is left out; all others have the same shape.
      return (
        said.trim() === '' ||
        (html.match(/</g) ?? []).length === (printReportHtml(makePage('x')).match(/</g) ?? []).length + (said.match(/$^/g)?.length ?? 0)
      );
    }),
    { numRuns: 300 },
  );
});

test('a name from right to left turns round nothing that stands beside it, in any kind of file', () => {
  const [cafe, apart] = ['קפה', '\u2068קפה\u2069'];
  const page: ReportPage = {
    ...makePage('Hello'),
    title: `Report · ${apart}`,
    parts: [
      { kind: 'text', name: 'summary', title: '', text: `Talk about ${apart} rose: 41.` },
      {
        kind: 'outcomes',
        title: 'Outcomes',
        none: 'None',
        outcomes: [
          { outcome: `${cafe} 24`, state: 'Behind', looks: 'behind', standing: `Mentions · ${apart}: 3 of 4`, notes: [`Owner: ${apart}`] },
        ],
      },
      { kind: 'figures', title: 'The numbers', table: { caption: '', head: ['Word', 'Now'], rows: [[`${apart}, ${apart}`, '1']] } },
      { kind: 'quotes', title: 'Quotes', openPost: 'Open', quotes: [{ text: cafe, by: `${apart} on X`, mentionId: 'x:1' }] },
    ],
  };
  const html = printReportHtml(page);
  for (const said of [
    '<h1>Report · <bdi>קפה</bdi></h1>',
    `<title>Report · ${apart}</title>`,
    'Talk about <bdi>קפה</bdi> rose: 41.',
    '<bdi>קפה 24</bdi>',
    'Mentions · <bdi>קפה</bdi>: 3 of 4',
    'Owner: <bdi>קפה</bdi>',
    '<bdi>קפה</bdi>, <bdi>קפה</bdi>',
    '<bdi>קפה</bdi> on X',
  ])
    expect(html).toContain(said);
  const markdown = printReportMarkdown(page);
  for (const said of [
    `# Report · ${apart}`,
    `Talk about ${apart} rose`,
    `**\u2068קפה 24\u2069**: Behind`,
    `· ${apart}: 3`,
    `| ${apart}, ${apart} |`,
  ])
    expect(markdown).toContain(said);
  const plain = printReportPlain(page);
  for (const said of [`• \u2068קפה 24\u2069: Behind · Mentions · ${apart}: 3`, `Owner: ${apart}`, `“${apart}”`, `– ${apart} on X`])
    expect(plain).toContain(said);
  const rich = printReportRich(page);
  for (const said of ['<b><bdi>קפה 24</bdi></b>: Behind<br>Mentions · <bdi>קפה</bdi>: 3', '<i><bdi>קפה</bdi> on X</i>'])
    expect(rich).toContain(said);
  // A program that reckons with the cells wants the words alone.
  expect(listReportRows(page).flat().join()).not.toMatch(/[\u2066-\u2069]/);
});
