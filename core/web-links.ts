/**
 * Where links stand in a text that is about to be posted, by the rules X has published for its own counter: with a protocol, or without one
 * where the name ends in a known top-level domain ("example.com"). Other sites' rules are close to these, and fewer links are found than
 * missed.
 */
import { travellingHost } from './idn.ts';
import { otherTopDomains, topDomains } from './top-domains.ts';

export interface WebLink {
  start: number;
  end: number;
  hasProtocol: boolean;
}

const latin = 'A-Za-zÀ-ÖØ-öø-ɏɓɔɖɗəɛɣɨɯɲʉʋʻ\\u0300-\\u036fḀ-ỿ';
const directional = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const nonName = `\\s\\x85\\u180e!'#%&()*+,\\\\\\-./:;<=>?@\\[\\]^_{|}~$\\ufeff\\ufffe\\uffff${directional}`;
const nameChar = `[^${nonName}]`;
const label = `(?:${nameChar}(?:[_-]*${nameChar})*)`;
const candidate = new RegExp(`(https?:\\/\\/)?((?:${label}\\.)+${label})`, 'giu');
const mayStandBefore = new RegExp(`[^A-Za-z0-9@＠$#＃\\ufeff\\ufffe\\uffff]$|[${directional}]$|^$`, 'u');

const mayBeBefore = /[^A-Za-z0-9@＠$#＃.-]/u;

const pathChar = `[${latin}0-9\\u0400-\\u04ff!*';:=+,.$/%#\\[\\]\\-\\u2013_~@|&]`;
const inner = `\\(${pathChar}+\\)`;
const balanced = `\\((?:${pathChar}+|${pathChar}*${inner}${pathChar}*)\\)`;
const pathEnd = `(?:[+\\-${latin}0-9\\u0400-\\u04ff=_#/]|${balanced})`;
const path = `(?:/(?:(?:${pathChar}*(?:${balanced}${pathChar}*)*${pathEnd})|(?:@${pathChar}+/))*)?`;
const query = `(?:\\?[A-Za-z0-9!?*'@();:&=+$/%#\\[\\]\\-_.,~|]*[A-Za-z0-9\\-_&=#/])?`;
const rest = new RegExp(`(?::[0-9]+)?${path}${query}`, 'uy');

const longestAddress = 4_096;
const longestLabel = 63;

/** How many letters a label takes as name servers know it. One that is too long already stays too long. */
export const countAsciiLabel = (label: string): number => travellingHost(label).length;

const asciiTop = /^(?:xn--[-0-9a-z]+|[a-z]+)/i;
const glued = /^[0-9a-z@+-]/i;

/** How much of a label is a top-level domain: in "com。これは" and "comです" the first three letters are. */
function findTop(label: string, after: string): number {
  const ascii = asciiTop.exec(label)?.[0] ?? '';
  if (ascii.startsWith('xn--') && !glued.test(label.slice(ascii.length) + after)) return ascii.length;
  if (topDomains.has(ascii.toLowerCase()) && !glued.test(label.slice(ascii.length) + after)) return ascii.length;
  const other = otherTopDomains.find((name) => label.startsWith(name) && !glued.test(label.slice(name.length) + after));
  return other?.length ?? 0;
}

/** The labels of a name up to its last top-level domain, or nothing. */
function readHost(written: string, after: string): string | undefined {
  const labels = written.split('.');
  for (let last = labels.length - 1; last > 0; last--) {
    const top = findTop(labels[last] ?? '', last === labels.length - 1 ? after : '.');
    if (top === 0 || !/^[^_-](?:[^_]*[^_-])?$/u.test(labels[last - 1] ?? '')) continue;
    return [...labels.slice(0, last), (labels[last] ?? '').slice(0, top)].join('.');
  }
  return undefined;
}

/** Without a protocol only runs of Latin labels are links: in "日本語example.com" it is "example.com". */
const latinRun = new RegExp(`(?:[-${latin}0-9]+\\.)+[^.]+`, 'gu');
/** X's own short addresses end where their code ends; one with a longer code is none. */
const short = /^https?:\/\/t\.co\/([a-z0-9]+)(?:\?[a-z0-9!?*'@();:&=+$/%#[\]\-_.,~|]*[a-z0-9\-_&=#/])?/i;
const longestCode = 40;

function hasValidLabels(host: string): boolean {
  return host.split('.').every((label) => label !== '' && !/^-|-$/.test(label) && countAsciiLabel(label) <= longestLabel);
}

const isPlain = (host: string): boolean => !host.startsWith('xn--') || /^[-a-z0-9.]+$/i.test(host);

function endOf(text: string, hostEnd: number): number {
  rest.lastIndex = hostEnd;
  return rest.test(text) ? rest.lastIndex : hostEnd;
}

function listLatin(text: string, start: number, host: string): WebLink[] {
  const links: WebLink[] = [];
  latinRun.lastIndex = 0;
  for (let run = latinRun.exec(host); run; run = latinRun.exec(host)) {
    const known = readHost(run[0], host.slice(run.index + run[0].length, run.index + run[0].length + 1));
    if (known === undefined) continue;
    links.push({ start: start + run.index, end: start + run.index + known.length, hasProtocol: false });
    latinRun.lastIndex = run.index + known.length;
  }
  // What follows the whole name belongs to the last of them.
  const last = links.at(-1);
  return last ? [...links.slice(0, -1), { ...last, end: Math.max(last.end, endOf(text, start + host.length)) }] : [];
}

function readAt(text: string, start: number, protocol: string, written: string, anyScript: boolean): WebLink[] {
  const hostStart = start + protocol.length;
  const host = readHost(written, text.slice(hostStart + written.length, hostStart + written.length + 1));
  if (host === undefined || !hasValidLabels(host) || !isPlain(host)) return [];
  const end = endOf(text, hostStart + host.length);
  if (protocol === '' && /[-_./]$/.test(text.slice(Math.max(0, start - 1), start))) return [];
  if (protocol === '') return anyScript ? [{ start, end, hasProtocol: false }] : listLatin(text, start, host);
  const [all, code = ''] = short.exec(text.slice(start, end)) ?? [];
  if (end - start > longestAddress || code.length > longestCode) return [];
  return [{ start, end: all === undefined ? end : start + all.length, hasProtocol: true }];
}

/** Where in something that is no link after all one may begin: after a letter that no link could have before it. */
function nextStart(all: string): number {
  const before = mayBeBefore.exec(all);
  return before ? before.index + before[0].length : all.length;
}

/** In the order they stand in. `anyScript`: without a protocol too a name may be of other letters than Latin ones, as by Unicode's own rules. */
export function findWebLinks(text: string, anyScript = false): WebLink[] {
  const links: WebLink[] = [];
  if (!text.includes('.')) return links;
  candidate.lastIndex = 0;
  for (let found = candidate.exec(text); found; found = candidate.exec(text)) {
    const [all, protocol = '', written = ''] = found;
    const mayStart = mayStandBefore.test(text.slice(Math.max(0, found.index - 1), found.index));
    const read = mayStart ? readAt(text, found.index, protocol, written, anyScript) : [];
    links.push(...read);
    candidate.lastIndex = read.at(-1)?.end ?? found.index + (mayStart ? all.length : nextStart(all));
  }
  return links;
}
