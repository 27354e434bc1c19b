/** One tag of a reply → its node, with what is wrong in it. Blocks are put together in template-reader.ts. */

import { nearestOf } from './nearest.ts';
import { type Argument, readArguments } from './template-arguments.ts';
import { formatNames, isLang, isZone, readFormat, readStep } from './template-date.ts';
import { isAddress } from './template-link.ts';
import { findName } from './template-names.ts';
import { type LinkPart, linkParts, type ProblemCode, type Span, type TemplateNode, type TemplateProblem } from './template-tree.ts';

export type Report = (
  code: ProblemCode,
  span: Span,
  words?: readonly string[],
  fix?: Span & { replacement: string },
  severity?: TemplateProblem['severity'],
) => void;

export interface Tag extends Span {
  readonly inner: string;
  readonly at: number;
}

/** Reads the options of a choice, which are small replies themselves. */
export type ReadInner = (body: string, at: Span) => readonly TemplateNode[];

interface Given {
  readonly tag: Tag;
  readonly source: string;
  readonly found: readonly Argument[];
  readonly report: Report;
  readonly readInner: ReadInner;
}

const spanOf = ({ at }: Tag, { start, end }: Span): Span => ({ start: at + start, end: at + end });
const place = ({ start, end }: Span): Span => ({ start, end });

function broken({ tag, source, report }: Given, code: ProblemCode, words: readonly string[] = [], replacement?: string): TemplateNode {
  report(code, place(tag), words, replacement === undefined ? undefined : { ...place(tag), replacement });
  return { type: 'broken', source, ...place(tag) };
}

/** Whatever is left over is told where it stands; the tag is not used then. */
function findStranger({ tag, found, report }: Given, isFine: (argument: Argument, i: number) => boolean): boolean {
  const stranger = found.find((argument, i) => !isFine(argument, i));
  if (stranger) {
    const span = spanOf(tag, stranger);
    report('bad-arguments', span, [stranger.text.trim()], { ...span, replacement: '' });
  }
  return stranger !== undefined;
}

const asBroken = ({ tag, source }: Given): TemplateNode => ({ type: 'broken', source, ...place(tag) });
const isPlainQuote = ({ type, key }: Argument): boolean => type === 'quoted' && !key;

function readChoose(given: Given): TemplateNode {
  const { tag, found, readInner } = given;
  if (findStranger(given, isPlainQuote)) return asBroken(given);
  if (found.length < 2) return broken(given, 'too-few-choices', [], '{{choose "Thanks" "Thank you"}}');
  const options = found.map((argument) => readInner(argument.text, spanOf(tag, argument)));
  return { type: 'choose', options, ...place(tag) };
}

function readDate(given: Given): TemplateNode {
  const { tag, found, report } = given;
  let isGood = true;
  const refuse = (code: ProblemCode, argument: Argument, fixed?: string) => {
    isGood = false;
    const span = spanOf(tag, argument);
    report(code, span, [argument.text], fixed === undefined ? undefined : { ...span, replacement: fixed });
  };
  const steps = found.flatMap((argument) => {
    if (argument.type !== 'word') return [];
    const step = readStep(argument.text);
    // "2d" was meant for "+2d".
    if (!step) refuse('bad-step', argument, readStep(`+${argument.text}`) ? `+${argument.text}` : undefined);
    return step ? [step] : [];
  });
  const keyed = (key: string) => found.find((argument) => argument.key === key);
  const [format, lang, zone] = [found.find(isPlainQuote), keyed('lang'), keyed('zone')];
  const nearest = (text: string) => nearestOf(text.toLowerCase(), formatNames);
  if (format && !readFormat(format.text)) {
    const meant = nearest(format.text);
    refuse('bad-format', format, meant && `"${meant}"`);
  }
  if (lang && !isLang(lang.text)) refuse('bad-lang', lang);
  if (zone && !isZone(zone.text)) refuse('bad-zone', zone);
  const known = [format, lang, zone];
  if (findStranger(given, (argument) => argument.type === 'word' || known.includes(argument)) || !isGood) return asBroken(given);
  return {
    type: 'date',
    steps,
    ...(format ? { format: format.text } : {}),
    ...(lang ? { lang: lang.text } : {}),
    ...(zone ? { zone: zone.text } : {}),
    ...place(tag),
  };
}

function readAsk(given: Given): TemplateNode {
  const { tag, found } = given;
  const [question] = found;
  const preset = found.find(({ key, type }) => key === 'default' || type === 'bar');
  if (!question || !isPlainQuote(question) || question.text.trim() === '')
    return broken(given, 'no-question', [], '{{ask "order number"}}');
  if (findStranger(given, (argument, i) => i === 0 || argument === preset)) return asBroken(given);
  return { type: 'ask', question: question.text.trim(), ...(preset ? { preset: preset.text } : {}), ...place(tag) };
}

function readSnippet(given: Given): TemplateNode {
  const { tag, found } = given;
  const [name] = found;
  const shortcut = name && (isPlainQuote(name) || name.type === 'word') ? name.text.trim().replace(/^;/, '') : '';
  if (shortcut === '') return broken(given, 'no-shortcut', [], '{{snippet "signature"}}');
  if (findStranger(given, (_, i) => i === 0)) return asBroken(given);
  return { type: 'snippet', shortcut, ...place(tag) };
}

function readLink(given: Given): TemplateNode {
  const { tag, found } = given;
  const [address] = found;
  const isKnown = ({ key }: Argument) => key !== undefined && linkParts.includes(key as LinkPart);
  if (!address || !isPlainQuote(address)) return broken(given, 'bad-address', [''], '{{link "https://example.com"}}');
  if (findStranger(given, (argument, i) => i === 0 || isKnown(argument))) return asBroken(given);
  if (!isAddress(address.text)) {
    const span = spanOf(tag, address);
    const secure = `https://${address.text.trim()}`;
    given.report('bad-address', span, [address.text], isAddress(secure) ? { ...span, replacement: `"${secure}"` } : undefined);
    return asBroken(given);
  }
  const parts = Object.fromEntries(found.slice(1).map(({ key = '', text }) => [key, text]));
  return { type: 'link', address: address.text.trim(), parts, ...place(tag) };
}

function readCursor(given: Given): TemplateNode {
  return findStranger(given, () => false) ? asBroken(given) : { type: 'cursor', ...place(given.tag) };
}

const readers: Readonly<Record<string, (given: Given) => TemplateNode>> = {
  choose: readChoose,
  date: readDate,
  ask: readAsk,
  snippet: readSnippet,
  link: readLink,
  cursor: readCursor,
};
export const tagNames: readonly string[] = Object.keys(readers);

const led = /^[ \t]*([a-z]+)(?=[ \t]|$)/;

function readValue(tag: Tag): TemplateNode {
  const bar = tag.inner.indexOf('|');
  const name = findName(bar < 0 ? tag.inner : tag.inner.slice(0, bar));
  return { type: 'value', name, ...(bar < 0 ? {} : { fallback: tag.inner.slice(bar + 1) }), ...place(tag) };
}

/** `{{chose "a" "b"}}`: a name is never followed by an argument. */
function readStranger(given: Given): TemplateNode {
  const [, written = ''] = /^[ \t]*([\p{L}#/]*)/u.exec(given.tag.inner) ?? [];
  const meant = nearestOf(written.toLowerCase(), [...tagNames, '#if', '/if', 'else']);
  const start = given.tag.at + given.tag.inner.indexOf(written);
  const span = { start, end: start + written.length };
  given.report('unknown-tag', written ? span : place(given.tag), [written], meant && written ? { ...span, replacement: meant } : undefined);
  return asBroken(given);
}

export function readTag(tag: Tag, report: Report, readInner: ReadInner): TemplateNode {
  const source = `{{${tag.inner}}}`;
  const [whole = '', word = ''] = led.exec(tag.inner) ?? [];
  const reader = Object.hasOwn(readers, word) ? readers[word] : undefined;
  const given = { tag, source, report, readInner, found: reader ? readArguments(tag.inner, whole.length) : [] };
  if (reader) return reader(given);
  if (tag.inner.trim() === '') return broken(given, 'empty-tag', [], '');
  const [beforeBar = ''] = tag.inner.split('|');
  return /["“”„]|^\s*[#/]/.test(beforeBar) ? readStranger(given) : readValue(tag);
}
