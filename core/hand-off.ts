/**
 * A mention, written out for someone else: Markdown, rich text, plain words, an e-mail, a file. What a stranger wrote stays words in each of
 * them: no markup, and no line or cell that a spreadsheet would run.
 */
import type { Mention } from './model.ts';

/** A line beside the quote. */
export interface HandOffFact {
  readonly label: string;
  readonly value: string;
}

/** What is said of a mention, in the words of the one who hands it off. */
export interface HandOffWords {
  /** "Mira Okafor (@mira) on X". */
  readonly title: string;
  readonly facts: readonly HandOffFact[];
  /** https only; absent where there is none. */
  readonly link: string | undefined;
  readonly linkLabel: string;
}

export interface HandOff {
  readonly markdown: string;
  readonly html: string;
  readonly plain: string;
  readonly mailto: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out.
const disturbing = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A tab begins a cell, and a cell may be a formula. */
const tidy = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(disturbing, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
const oneLine = (text: string): string => tidy(text).replace(/\n+/g, ' ').trim();

const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&')
    .replace(/^(\s*)([-+=])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2');

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** An address in round brackets ends at the first bracket or space it holds. */
const addressInMarkdown = (link: string): string =>
  link.replace(/[()<>\s\\]/g, (sign) => encodeURIComponent(sign).replace(/[()]/g, (one) => (one === '(' ? '%28' : '%29')));

function printMarkdown(text: string, { title, facts, link, linkLabel }: HandOffWords): string {
  const quote = tidy(text)
    .trim()
    .split('\n')
    .map((line) => `> ${escapeMarkdown(line)}`.trimEnd());
  const lines = facts.map(({ label, value }) => `- **${escapeMarkdown(label)}:** ${escapeMarkdown(oneLine(value))}`);
  const head = `**${escapeMarkdown(oneLine(title))}**`;
  return [head, '', ...quote, '', ...lines, ...(link ? [`- [${escapeMarkdown(linkLabel)}](${addressInMarkdown(link)})`] : []), ''].join(
    '\n',
  );
}

function printHtml(text: string, { title, facts, link, linkLabel }: HandOffWords): string {
  const lines = (value: string) => escapeHtml(tidy(value).trim()).replace(/\n/g, '<br>');
  const items = facts.map(({ label, value }) => `<li><b>${escapeHtml(label)}:</b> ${lines(value)}</li>`);
  const anchor = link ? `<p><a href="${escapeHtml(link)}">${escapeHtml(linkLabel)}</a></p>` : '';
  return `<p><b>${escapeHtml(oneLine(title))}</b></p><blockquote>${lines(text)}</blockquote><ul>${items.join('')}</ul>${anchor}`;
}

/** Every line begins with a sign or a label of ours, so that none begins with a stranger's. */
function printPlain(text: string, { title, facts, link, linkLabel }: HandOffWords): string {
  const quote = tidy(text)
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd());
  const lines = facts.map(({ label, value }) => `${label}: ${oneLine(value)}`);
  return [`“${oneLine(title)}”`, ...quote, '', ...lines, ...(link ? [`${linkLabel}: ${link}`] : []), ''].join('\n');
}

/** Mail programs of Windows take no more of an address. */
const longestMailto = 1_900;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The quote is what is cut, at a letter: the link and the facts are all there. */
function printMailto(text: string, words: HandOffWords): string {
  const subject = encodeURIComponent(
    oneLine(words.title)
      .slice(0, 120)
      .replace(/\p{Surrogate}/gu, '\ufffd'),
  );
  const write = (quote: string) => `mailto:?subject=${subject}&body=${encodeURIComponent(printPlain(quote, words).replace(/\n/g, '\r\n'))}`;
  const whole = write(text);
  if (whole.length <= longestMailto) return whole;
  const letters = Array.from(graphemes.segment(tidy(text).slice(0, longestMailto)), ({ segment }) => segment);
  let [least, most] = [0, letters.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (write(`${letters.slice(0, middle).join('')}…`).length <= longestMailto) least = middle;
    else most = middle - 1;
  }
  const cut = write(`${letters.slice(0, least).join('')}…`);
  if (cut.length <= longestMailto) return cut;
  // Long notes leave no room even so: what is left is where to look.
  const short = printPlain('…', { ...words, facts: [] }).replace(/\n/g, '\r\n');
  const bare = `mailto:?subject=${subject}&body=${encodeURIComponent(short)}`;
  return bare.length <= longestMailto ? bare : `mailto:?subject=${subject}`;
}

export function handOff({ text }: Pick<Mention, 'text'>, words: HandOffWords): HandOff {
  const link = words.link !== undefined && /^https?:\/\//i.test(words.link) ? words.link : undefined;
  const said = { ...words, link };
  return {
    markdown: printMarkdown(text, said),
    html: printHtml(text, said),
    plain: printPlain(text, said),
    mailto: printMailto(text, said),
  };
}

export const handOffVersion = 1;

/** For another Earshot, or any program: the mention as it is kept, with the keywords it names. */
export function printHandOffFile(
  mention: Mention,
  keywords: readonly { id: string; name: string; query: string; kind: string }[],
  now: number,
): string {
  const named = keywords
    .filter(({ id }) => mention.keywordIds.includes(id))
    .map(({ id, name, query, kind }) => ({ id, name, query, kind }));
  const head = { earshot: 'mention', version: handOffVersion, exportedAt: new Date(now).toISOString() };
  return `${JSON.stringify({ ...head, mention, keywords: named }, null, 2)}\n`;
}
