/**
 * A report, printed: a file that opens anywhere and asks for nothing, Markdown, a table, and words for a chat or a mail. What a stranger wrote
 * stays words in each of them.
 */
import { cleanText, escapeHtml, escapeMarkdown, oneLine } from './clean-text.ts';
import { isolate, keepIsolated, printIsolated } from './isolate.ts';
import type { PageChart, PageData, PageOutcome, PagePart, PageQuote, PageTable, ReportPage } from './report-page.ts';
import { reportStyle, reportStyleHash } from './report-style.ts';
import { printSvg } from './svg.ts';

const html = (text: string): string => escapeHtml(cleanText(text));
const plainLine = (text: string): string => escapeHtml(oneLine(text));

/** A sentence of ours: what was put into it and stands apart stays apart. */
const sentence = (text: string): string => keepIsolated(text, cleanText);
const oneSentence = (text: string): string =>
  sentence(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
const inBdi = (name: string): string => `<bdi>${name}</bdi>`;
/** The same where elements can say so. */
const sentenceHtml = (text: string): string => printIsolated(text, html, inBdi);
const line = (text: string): string => sentenceHtml(oneSentence(text));
/** Words of others in a line of ours that is no sentence. */
const apart = (text: string): string => isolate(oneLine(text));

/** A part of a line: the space at its ends is between it and the next. */
const spaced = (text: string): string => cleanText(text).replace(/\s+/g, ' ');
const signHtml = (by: string): string => printIsolated(by, (part) => escapeHtml(spaced(part)), inBdi);
const signPlain = (by: string): string => printIsolated(by, spaced, isolate);

/** Nothing but words, pictures drawn in place and this one style: no script, no request, no form, no frame around it. */
const policy = `default-src 'none'; style-src '${reportStyleHash}'; base-uri 'none'; form-action 'none'`;

const safeLink = (link: string | undefined): string | undefined => (link !== undefined && /^https:\/\//i.test(link) ? link : undefined);

function tableHtml({ caption, head, rows }: PageTable): string {
  const cells = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? `<th scope="row">${line(cell)}</th>` : `<td>${sentenceHtml(cell)}</td>`));
  const names = head.map((name) => `<th scope="col">${line(name)}</th>`).join('');
  const body = rows.map((row) => `<tr>${cells(row).join('')}</tr>`).join('');
  return `<table><caption>${line(caption)}</caption><thead><tr>${names}</tr></thead><tbody>${body}</tbody></table>`;
}

const outcomeHtml = ({ outcome, state, looks, standing, notes }: PageOutcome): string =>
  `<li><strong><bdi>${plainLine(outcome)}</bdi></strong><span class="state ${plainLine(looks)}">${line(state)}</span>` +
  `<span class="standing">${line(standing)}</span><p class="note">${notes.map(line).join(' · ')}</p></li>`;

function anchorHtml(link: string | undefined, openPost: string, by?: string): string {
  const safe = safeLink(link);
  const label = by === undefined ? '' : ` aria-label="${escapeHtml(oneSentence(`${openPost}: ${by}`))}"`;
  return safe ? ` · <a href="${escapeHtml(safe)}" rel="noopener noreferrer nofollow"${label}>${line(openPost)}</a>` : '';
}

function quoteHtml({ text, by, link }: PageQuote, openPost: string): string {
  const anchor = anchorHtml(link, openPost, by);
  return `<blockquote><p dir="auto"><bdi>${html(text.trim())}</bdi></p><p class="by">${signHtml(by)}${anchor}</p></blockquote>`;
}

const chartHtml = ({ title, note, legend = '', pictures, table }: PageChart, tableName: string): string =>
  `<figure><h3>${line(title)}</h3>${pictures ? printSvg(pictures.wide) + printSvg(pictures.narrow) : ''}` +
  `<p class="note">${line(`${pictures ? legend : ''} ${note}`)}</p>` +
  `${table.rows.length > 0 ? `<details><summary>${line(tableName)}</summary>${tableHtml(table)}</details>` : ''}</figure>`;

const passageHtml = (title: string, text: string): string => (title ? `<section><h2>${line(title)}</h2>${text}</section>` : text);

function partHtml(part: PagePart, tableName: string): string {
  switch (part.kind) {
    case 'text':
      return part.text.trim() ? passageHtml(part.title, `<p dir="auto">${sentenceHtml(part.text.trim())}</p>`) : '';
    case 'outcomes':
      return `<h2>${line(part.title)}</h2>${
        part.outcomes.length > 0 ? `<ul class="outcomes">${part.outcomes.map(outcomeHtml).join('')}</ul>` : `<p>${line(part.none)}</p>`
      }`;
    case 'figures':
      return `<section class="figures"><h2>${line(part.title)}</h2>${tableHtml(part.table)}</section>`;
    case 'charts':
      return `<div class="charts">${part.charts.map((chart) => chartHtml(chart, tableName)).join('')}</div>`;
    case 'quotes':
      return part.quotes.length > 0
        ? `<section class="quotes"><h2>${line(part.title)}</h2>${part.quotes.map((quote) => quoteHtml(quote, part.openPost)).join('')}</section>`
        : '';
  }
}

/** One file: opened from a disk, without a net, it shows all there is. */
export function printReportHtml({ lang, title, lead, parts, foot, tableName }: ReportPage): string {
  return [
    '<!doctype html>',
    `<html lang="${plainLine(lang)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(oneSentence(title))}</title>`,
    `<style>${reportStyle}</style>`,
    '</head>',
    `<body><main><h1>${line(title)}</h1><p class="lead">${line(lead)}</p>`,
    ...parts.map((part) => partHtml(part, tableName)),
    `</main><footer>${line(foot)}</footer></body>`,
    '</html>',
    '',
  ].join('\n');
}

const mark = (text: string): string => escapeMarkdown(oneSentence(text));

function tableMarkdown({ head, rows }: PageTable): string[] {
  const row = (cells: readonly string[]) => `| ${cells.map(mark).join(' | ')} |`;
  return [row(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(row), ''];
}

const quoted = (text: string): string[] =>
  cleanText(text)
    .trim()
    .split('\n')
    .map((one) => `> ${escapeMarkdown(one)}`.trimEnd());

/** An address in round brackets ends at the first bracket or space it holds. */
const addressMarkdown = (link: string): string =>
  link.replace(/[()<>\s\\]/g, (sign) => (sign === '(' ? '%28' : sign === ')' ? '%29' : encodeURIComponent(sign)));

function partMarkdown(part: PagePart): string[] {
  const heading = (title: string) => (title ? [`## ${mark(title)}`, ''] : []);
  switch (part.kind) {
    case 'text':
      return part.text.trim() ? [...heading(part.title), escapeMarkdown(sentence(part.text).trim()).replace(/\n/g, '  \n'), ''] : [];
    case 'outcomes':
      return [
        ...heading(part.title),
        ...(part.outcomes.length > 0
          ? part.outcomes.map((o) => `- **${mark(apart(o.outcome))}**: ${mark(o.state)}. ${[o.standing, ...o.notes].map(mark).join(' · ')}`)
          : [mark(part.none)]),
        '',
      ];
    case 'figures':
      return [...heading(part.title), ...(part.table.caption ? [mark(part.table.caption), ''] : []), ...tableMarkdown(part.table)];
    case 'charts':
      return part.charts.flatMap(({ title, note, table }) => [
        ...heading(title),
        ...(note ? [mark(note), ''] : []),
        ...(table.rows.length > 0 ? tableMarkdown(table) : []),
      ]);
    case 'quotes':
      return part.quotes.length === 0
        ? []
        : [
            ...heading(part.title),
            ...part.quotes.flatMap(({ text, by, link }) => {
              const safe = safeLink(link);
              const anchor = safe ? ` · [${mark(part.openPost)}](${addressMarkdown(safe)})` : '';
              return [...quoted(text), '>', `> ${printIsolated(by, (part) => escapeMarkdown(spaced(part)), isolate)}${anchor}`, ''];
            }),
          ];
  }
}

export const printReportMarkdown = ({ title, lead, parts, foot }: ReportPage): string =>
  [`# ${mark(title)}`, '', mark(lead), '', ...parts.flatMap(partMarkdown), '---', '', mark(foot), ''].join('\n');

/** So many digits as could mean anything: shares reckoned in binary have a long tail. */
const printCell = (cell: string | number | undefined): string =>
  typeof cell === 'number' ? String(Number(cell.toPrecision(6))) : oneLine(cell ?? '');

const dataRows = (title: string, { head, rows }: PageData): string[][] =>
  rows.length === 0 ? [] : [[title, ...head], ...rows.map((row) => [title, ...row.map(printCell)])];

function partRows(part: PagePart, title: string): string[][] {
  switch (part.kind) {
    case 'text':
      return part.text.trim() ? [[part.title || title, oneLine(part.text)]] : [];
    case 'outcomes':
      return part.data
        ? dataRows(part.title, part.data)
        : part.outcomes.map((one) => [part.title, ...[one.outcome, one.state, one.standing, ...one.notes].map(oneLine)]);
    case 'figures':
      return dataRows(part.title, part.table.data ?? part.table);
    case 'charts':
      return part.charts.flatMap(({ title: name, table }) => dataRows(name, table.data ?? table));
    case 'quotes':
      return part.quotes.map(({ text, by, link }) => [part.title, oneLine(text), oneLine(by), safeLink(link) ?? '']);
  }
}

/** Rows of a table that any program reads: each says what it belongs to. The one who writes the file guards the cells. */
export const listReportRows = ({ title, lead, parts }: ReportPage): string[][] => [
  [oneLine(title), oneLine(lead)],
  ...parts.flatMap((part) => partRows(part, oneLine(title))),
];

function partPlain(part: PagePart): string[] {
  const heading = (title: string) => (title ? [oneLine(title).toUpperCase()] : []);
  switch (part.kind) {
    case 'text':
      return part.text.trim() ? [...heading(part.title), sentence(part.text).trim(), ''] : [];
    case 'outcomes':
      return [
        ...heading(part.title),
        ...(part.outcomes.length > 0
          ? part.outcomes.map((one) => `• ${apart(one.outcome)}: ${[one.state, one.standing, ...one.notes].map(oneSentence).join(' · ')}`)
          : [part.none]),
        '',
      ];
    case 'figures':
      return [...heading(part.title), ...part.table.rows.map(sayRow(part.table)), ''];
    case 'charts':
      return [];
    case 'quotes':
      return part.quotes.length === 0
        ? []
        : [
            ...heading(part.title),
            ...part.quotes.flatMap(({ text, by, link }) => [
              `“${apart(text)}”`,
              `– ${[signPlain(by), safeLink(link) ?? ''].filter(Boolean).join(' · ')}`,
            ]),
            '',
          ];
  }
}

/** "Share of voice: 63 % (before: 50 %, May be chance)". */
const sayRow =
  ({ head }: PageTable) =>
  ([name = '', now = '', ...rest]: readonly string[]): string => {
    const others = rest.flatMap((cell, i) => (cell ? [`${head[i + 2]}: ${cell}`] : []));
    return `• ${oneSentence(name)}: ${oneSentence(now)}${others.length > 0 ? ` (${others.map(oneSentence).join(' · ')})` : ''}`;
  };

export const printReportPlain = ({ title, lead, parts, foot }: ReportPage): string =>
  [oneSentence(title), oneSentence(lead), '', ...parts.flatMap(partPlain), oneSentence(foot), ''].join('\n');

function partRich(part: PagePart): string {
  const heading = part.kind === 'charts' || !part.title ? '' : `<h3>${line(part.title)}</h3>`;
  switch (part.kind) {
    case 'text':
      return part.text.trim() ? `${heading}<p>${sentenceHtml(part.text.trim()).replace(/\n/g, '<br>')}</p>` : '';
    case 'outcomes':
      return part.outcomes.length === 0
        ? `${heading}<p>${line(part.none)}</p>`
        : `${heading}<ul>${part.outcomes
            .map((o) => `<li><b>${line(apart(o.outcome))}</b>: ${line(o.state)}<br>${[o.standing, ...o.notes].map(line).join(' · ')}</li>`)
            .join('')}</ul>`;
    case 'figures':
      return `${heading}<ul>${part.table.rows.map((row) => `<li>${sentenceHtml(sayRow(part.table)(row).slice(2))}</li>`).join('')}</ul>`;
    case 'charts':
      return '';
    case 'quotes':
      return part.quotes.length === 0
        ? ''
        : `${heading}${part.quotes
            .map(
              ({ text, by, link }) =>
                `<blockquote>${html(text.trim()).replace(/\n/g, '<br>')}<br><i>${signHtml(by)}</i>${anchorHtml(link, part.openPost)}</blockquote>`,
            )
            .join('')}`;
  }
}

/** For chats and mails, which keep headings, lists and bold, and drop pictures and styles. */
export const printReportRich = ({ title, lead, parts, foot }: ReportPage): string =>
  `<h2>${line(title)}</h2><p>${line(lead)}</p>${parts.map(partRich).join('')}<p><i>${line(foot)}</i></p>`;
