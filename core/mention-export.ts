/**
 * Mentions as a table, as Markdown and as a page of their own. Whatever a stranger wrote stays text: no cell is a formula, no letter is markup,
 * and the only links are https ones.
 */
import { goneSince } from './evidence.ts';
import type { Mention } from './model.ts';
import { guardCell } from './spreadsheet-cell.ts';

/** What the export is told besides the mentions. */
export interface ExportWords {
  /** A keyword's name by its id; of one that is gone there is none. */
  readonly keywordName: (id: string) => string | undefined;
  readonly siteName: (site: string) => string;
  readonly title: string;
}

const day = (time: number | undefined): string => (time === undefined ? '' : new Date(time).toISOString());

const columns: readonly (readonly [string, (mention: Mention, words: ExportWords) => string | number | undefined])[] = [
  ['id', ({ id }) => id],
  ['site', ({ site }, { siteName }) => siteName(site)],
  ['kind', ({ kind }) => kind],
  ['handle', ({ author }) => author.handle],
  ['name', ({ author }) => author.name],
  ['profile', ({ author }) => author.url],
  ['text', ({ text }) => text],
  ['url', ({ url }) => url],
  ['community', ({ community }) => community],
  ['posted at', ({ postedAt }) => day(postedAt)],
  ['seen at', ({ seenAt }) => day(seenAt)],
  ['keywords', ({ keywordIds }, { keywordName }) => keywordIds.map((id) => keywordName(id) ?? id).join(', ')],
  ['status', ({ status }) => status],
  ['tags', ({ tags = [] }) => tags.join(', ')],
  ['note', ({ note }) => note],
  ['assignee', ({ assignee }) => assignee],
  ['starred', ({ starred }) => (starred ? 'yes' : '')],
  ['priority', ({ priority }) => priority],
  ['sentiment', ({ sentiment }) => sentiment?.value],
  ['intents', ({ intents = [] }) => intents.join(', ')],
  ['rating', ({ rating }) => rating],
  ['likes', ({ counts }) => counts?.likes],
  ['replies', ({ counts }) => counts?.replies],
  ['reposts', ({ counts }) => counts?.reposts],
  ['views', ({ counts }) => counts?.views],
  ['gone', (mention) => goneSince(mention)?.what],
  ['gone since', (mention) => day(goneSince(mention)?.at)],
];

export const mentionColumns: readonly string[] = columns.map(([name]) => name);

/** One row of the table, each cell safe to open in a spreadsheet. */
export const toCells = (mention: Mention, words: ExportWords): string[] =>
  columns.map(([, read]) => guardCell(String(read(mention, words) ?? '')));

/** Only https leads anywhere from an export, and no letter of an address ends the place it stands in. */
export function safeLink(url: string | undefined): string | undefined {
  if (!url || !/^https:\/\/[^\s"'<>`\\^{|}]+$/i.test(url)) return undefined;
  return url.replace(/[()*_[\]~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

const plain = (text: string): string => text.replace(controls, '').replace(/\r\n?|[\u2028\u2029]/g, '\n');
const line = (text: string): string => plain(text).replace(/\s+/g, ' ').trim();

/** Every sign that could mean something in Markdown is said to mean itself. */
const markdown = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');

const quoted = (text: string): string =>
  plain(text)
    .split('\n')
    .map((one) => `> ${markdown(one.trim())}`)
    .join('\n');

function factsOf(mention: Mention, { siteName, keywordName }: ExportWords): string[] {
  const { site, community, postedAt, seenAt, status, tags = [], keywordIds } = mention;
  const names = keywordIds.flatMap((id) => keywordName(id) ?? []);
  const gone = goneSince(mention);
  return [
    siteName(site),
    ...(community ? [community] : []),
    day(postedAt ?? seenAt).slice(0, 10),
    status,
    ...(gone ? [`${gone.what}, seen ${day(gone.at).slice(0, 10)}`] : []),
    ...names,
    ...tags.map((tag) => `#${tag}`),
  ].map(line);
}

const whoOf = ({ author }: Mention): string => line(author.name ?? author.handle ?? '?');

export function toMarkdown(mention: Mention, words: ExportWords): string {
  const link = safeLink(mention.url);
  const facts = factsOf(mention, words).map(markdown).join(' · ');
  const note = mention.note ? `\n\n${quoted(mention.note).replace(/^> /gm, '')}` : '';
  return `## ${markdown(whoOf(mention))}\n\n${facts}${link ? ` · <${link}>` : ''}\n\n${quoted(mention.text)}${note}\n`;
}

export const markdownTitle = ({ title }: ExportWords): string => `# ${markdown(line(title))}\n`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };

const html = (text: string): string => plain(text).replace(/[&<>"'`]/g, (sign) => entities[sign] ?? '');

const style =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:720px;margin:32px auto;padding:0 16px;color-scheme:light dark}' +
  'article{border-top:1px solid #8884;padding:12px 0}h2{font-size:16px;margin:0}.facts{opacity:.75;font-size:13px;margin:2px 0 8px}' +
  '.text,.note{white-space:pre-wrap;overflow-wrap:anywhere;margin:0}.note{border-left:3px solid #8886;padding-left:10px;margin-top:8px}';

/** Nothing in it is loaded or run, wherever it is opened. */
export const htmlHead = ({ title }: ExportWords): string =>
  `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n` +
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">\n` +
  `<meta name="referrer" content="no-referrer">\n<meta name="viewport" content="width=device-width">\n` +
  `<title>${html(line(title))}</title>\n<style>${style}</style>\n<h1>${html(line(title))}</h1>\n`;

export const htmlFoot = '</html>\n';

export function toHtml(mention: Mention, words: ExportWords): string {
  const link = safeLink(mention.url);
  const facts = factsOf(mention, words).map(html).join(' · ');
  const at = link ? ` · <a href="${html(link)}" rel="noopener noreferrer">${html(link)}</a>` : '';
  const note = mention.note ? `<p class="note"><bdi>${html(mention.note)}</bdi></p>` : '';
  return `<article><h2><bdi>${html(whoOf(mention))}</bdi></h2><p class="facts">${facts}${at}</p><p class="text"><bdi>${html(mention.text)}</bdi></p>${note}</article>\n`;
}
