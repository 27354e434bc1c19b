/**
 * What of the inbox is looked at, as a person types it: `status:new tag:launch is:starred person:x/mira since:2026-11-01 sail*`.
 *
 * What stands outside of brackets and names a property of a mention is that property; of all the rest, plain words are looked for in the text
 * of the mentions, each as the beginning of a word, and whatever uses the keyword query language is a query in it.
 */
import { type AnswerKind, answerKinds } from './became.ts';
import type { IntentKind, MentionStatus, PostKind, SentimentValue } from './model.ts';
import { parseQuery } from './query.ts';
import type { Problem, Span } from './query-tree.ts';
import { printWeekHour, readWeekHour } from './week-hour.ts';

/** All that is given must be so. An empty filter lets everything through. */
export interface InboxFilter {
  status?: MentionStatus;
  keywordId?: string;
  /** Any of these, of which there are at least two; then there is no `keywordId`. */
  keywordIds?: readonly string[];
  /** A site's id. */
  site?: string;
  tag?: string;
  starred?: true;
  /** Is among what is counted: neither the person's own nor paid for. */
  counted?: true;
  /** What became of it, as its answers tell; they are not part of the mention. */
  answer?: AnswerKind;
  assignee?: string;
  /** `site:handle`. */
  personId?: string;
  kind?: PostKind;
  community?: string;
  sentiment?: SentimentValue;
  intent?: IntentKind;
  /** First seen then or later, in milliseconds. */
  since?: number;
  /** First seen before this, in milliseconds. */
  until?: number;
  /** First seen in this hour of the day, as `week-hour.ts` writes it. */
  hour?: string;
  /** Says this word or phrase, as rising words are counted. */
  topic?: string;
  /** The id, within its site, of the post that the thread began with. */
  thread?: string;
  /** Each of these is the beginning of a word of the mention, or of its author's name. */
  words?: string;
  /** In the keyword query language. */
  query?: string;
}

export interface ParsedFilter {
  filter: InboxFilter;
  problems: Problem[];
}

const day = 86_400_000;
const values: Readonly<Record<string, readonly string[]>> = {
  status: ['new', 'waiting', 'done', 'snoozed', 'ignored'],
  kind: ['post', 'comment', 'review', 'message'],
  sentiment: ['positive', 'neutral', 'negative', 'unknown'],
  intent: ['question', 'complaint', 'praise', 'buying', 'switching', 'bug', 'press'],
};
const names = ['status', 'keyword', 'site', 'tag', 'is', 'assignee', 'person', 'kind', 'community', 'sentiment', 'intent'] as const;
const otherNames = ['since', 'until', 'hour', 'topic', 'thread', 'words', 'query'] as const;
type Name = (typeof names)[number] | (typeof otherNames)[number];
/** The keyword query language has these too: what is not taken here is left to it. */
const shared: ReadonlySet<string> = new Set(['site', 'kind']);

const trimmed: ReadonlySet<string> = new Set(['topic', 'words', 'query']);

const siteId = /^[a-z0-9-]{1,40}$/;
const dayOnly = /^\d{4}-\d\d-\d\d$/;
const moment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z)?$/;
const latest = 8.64e15;

/** A day by itself is a day of the calendar in UTC, as all that is counted by day; `until` includes the day it names. */
function readTime(value: string, isEnd: boolean): number | undefined {
  const time = moment.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time) || time < 0 || time > latest) return undefined;
  // "2026-02-30" is read by some as the second of March.
  if (new Date(time).toISOString().slice(0, 10) !== value.slice(0, 10)) return undefined;
  return isEnd && dayOnly.test(value) ? time + day : time;
}

function printTime(time: number, isEnd: boolean): string {
  const whole = time % day === 0 && (!isEnd || time >= day);
  return whole ? new Date(isEnd ? time - day : time).toISOString().slice(0, 10) : new Date(time).toISOString();
}

/** `site:handle` from `site/handle`, as it is typed, because the handle may hold a colon. */
function readPerson(value: string): string | undefined {
  const cut = value.indexOf('/');
  const site = value.slice(0, Math.max(cut, 0));
  return siteId.test(site) && value.length > cut + 1 ? `${site}:${value.slice(cut + 1)}` : undefined;
}

/** What a word sets; undefined where its value is none. */
function readField(name: Name, value: string): InboxFilter | undefined {
  const times = name === 'since' || name === 'until' ? readTime(value, name === 'until') : undefined;
  switch (name) {
    case 'is': {
      const state = value.toLowerCase();
      const answer = answerKinds.find((kind) => kind === state);
      if (answer) return { answer };
      return state === 'starred' ? { starred: true } : state === 'counted' ? { counted: true } : undefined;
    }
    case 'hour': {
      const read = readWeekHour(value);
      return read && { hour: printWeekHour(read) };
    }
    case 'since':
    case 'until':
      return times === undefined ? undefined : { [name]: times };
    case 'person': {
      const personId = readPerson(value);
      return personId === undefined ? undefined : { personId };
    }
    case 'keyword':
      return value === '' ? undefined : { keywordId: value };
    case 'site':
      return siteId.test(value) ? { site: value } : undefined;
    default: {
      const known = values[name];
      if (known) return known.includes(value.toLowerCase()) ? ({ [name]: value.toLowerCase() } as InboxFilter) : undefined;
      return value.trim() === '' ? undefined : { [name]: trimmed.has(name) ? value.trim() : value };
    }
  }
}

interface Piece extends Span {
  name?: Name;
  value?: string;
}

const fieldStart = new RegExp(`(${[...names, ...otherNames].join('|')}):(?=\\S)`, 'iy');
const operator = /^(?:AND|OR|NOT|O?NEAR\/\d+)$/;
const closers: Readonly<Record<string, string>> = { '"': '"', '“': '”', '{': '}' };

/** Where the quote that opens here is over; the end of the text where it never is. */
function skipQuoted(text: string, at: number): number {
  const closer = closers[text[at] ?? ''];
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === closer) return i + 1;
  }
  return -1;
}

function skipWord(text: string, at: number): number {
  let i = at;
  while (i < text.length && !/\s/.test(text[i] ?? '')) {
    const quoted = closers[text[i] ?? ''] ? skipQuoted(text, i) : -1;
    i = quoted > 0 ? quoted : i + 1;
  }
  return i;
}

const unquote = (text: string): string => (text.startsWith('"') ? text.slice(1, -1).replace(/\\(["\\])/g, '$1') : text);

/** The words of the text between white space, quoted parts whole; in brackets nothing is a property. */
function listPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  for (let i = 0; i < text.length; ) {
    if (/\s/.test(text[i] ?? '')) {
      i++;
      continue;
    }
    const start = i;
    fieldStart.lastIndex = i;
    const name = depth === 0 ? (fieldStart.exec(text)?.[1]?.toLowerCase() as Name | undefined) : undefined;
    const at = start + (name ? name.length + 1 : 0);
    const quotedEnd = text[at] === '"' ? skipQuoted(text, at) : -1;
    i = quotedEnd > 0 && name ? quotedEnd : skipWord(text, start);
    const word = text.slice(start, i);
    const isWhole = i === text.length || /\s/.test(text[i] ?? '');
    if (name && isWhole && !/^[(“{]/.test(text.slice(at))) pieces.push({ start, end: i, name, value: unquote(text.slice(at, i)) });
    else {
      for (const char of word.replace(/"(?:\\.|[^"\\])*"/g, '')) depth = Math.max(0, depth + (char === '(' ? 1 : char === ')' ? -1 : 0));
      pieces.push({ start, end: i });
    }
  }
  return pieces;
}

const badValue = (piece: Piece): Problem => ({
  code: 'bad-value',
  severity: 'error',
  span: { start: piece.start, end: piece.end },
  words: [piece.name ?? '', piece.value ?? ''],
  fixes: [{ span: { start: piece.start, end: piece.end }, replacement: '' }],
});

/** Words that the query language reads as one plain term. */
const isPlain = (text: string): boolean => /^[^"“{}()*?:/]*$/.test(text) && !text.split(/\s+/).some((word) => operator.test(word));

/** Of keywords a filter may name several. */
const keywordsOf = ({ keywordId, keywordIds = [] }: InboxFilter): readonly string[] =>
  keywordId === undefined ? keywordIds : [keywordId, ...keywordIds];

const isGiven = (filter: InboxFilter, field: InboxFilter): boolean =>
  field.keywordId === undefined ? Object.keys(field).some((key) => key in filter) : keywordsOf(filter).includes(field.keywordId);

function add(filter: InboxFilter, field: InboxFilter): void {
  const before = keywordsOf(filter);
  if (field.keywordId === undefined || before.length === 0) Object.assign(filter, field);
  else {
    delete filter.keywordId;
    filter.keywordIds = [...before, field.keywordId];
  }
}

/** Any text is a filter: what cannot be used as it was meant is a problem in the list. */
export function parseInboxFilter(text: string): ParsedFilter {
  const pieces = listPieces(text);
  const problems: Problem[] = [];
  const filter: InboxFilter = {};
  const wordAt = (i: number) => (pieces[i] && !pieces[i].name ? text.slice(pieces[i].start, pieces[i].end) : '');
  const left: Piece[] = [];
  for (const [i, piece] of pieces.entries()) {
    const isJoined = operator.test(wordAt(i - 1)) || /^(?:AND|OR|O?NEAR\/\d+)$/.test(wordAt(i + 1));
    if (!piece.name || isJoined) left.push(piece);
    else {
      const field = readField(piece.name, piece.value ?? '');
      const isTwice = field !== undefined && isGiven(filter, field);
      if (field && !isTwice) add(filter, field);
      else if (shared.has(piece.name)) left.push(piece);
      else problems.push(isTwice ? { ...badValue(piece), code: 'duplicate' } : badValue(piece));
    }
  }
  takeRest(text, left, filter, problems);
  return { filter, problems };
}

function takeRest(text: string, left: readonly Piece[], filter: InboxFilter, problems: Problem[]): void {
  // What stood between two pieces stays between them, unless a property stood there.
  const rest = left
    .map(({ start, end }, i) => {
      const before = left[i - 1];
      const gap = before ? text.slice(before.end, start) : '';
      return `${before ? (gap.trim() === '' ? gap : ' ') : ''}${text.slice(start, end)}`;
    })
    .join('');
  if (rest === '') return;
  const name = isPlain(rest) && filter.words === undefined ? 'words' : 'query';
  if (name === 'query') {
    const taken = [...text].length === 0 ? '' : blank(text, left);
    problems.push(...parseQuery(taken).problems);
  }
  if (name === 'words') filter.words = rest;
  else filter.query = filter.query === undefined ? rest : `(${filter.query}) AND (${rest})`;
}

/** The text with all but these pieces made white, so that what is said of them says where they stand. */
function blank(text: string, left: readonly Piece[]): string {
  let out = '';
  for (const { start, end } of left) out += ' '.repeat(Math.max(0, start - out.length)) + text.slice(start, end);
  return out;
}

const write = (value: string): string => (/^[^\s"“”{}()\\]+$/.test(value) && value !== '' ? value : `"${value.replace(/["\\]/g, '\\$&')}"`);

/** The text a person would type for it: reading it gives the same filter. */
export function printInboxFilter(filter: InboxFilter): string {
  const { status, site, tag, starred, counted, assignee, personId, kind, community, sentiment, intent, since, until } = filter;
  const { answer, hour, topic, thread } = filter;
  const fields: [Name, string | undefined][] = [
    ['status', status],
    ['is', starred && 'starred'],
    ['is', counted && 'counted'],
    ['is', answer],
    ...keywordsOf(filter).map((id): [Name, string] => ['keyword', id]),
    ['site', site],
    ['community', community],
    ['person', personId?.replace(':', '/')],
    ['kind', kind],
    ['sentiment', sentiment],
    ['intent', intent],
    ['tag', tag],
    ['assignee', assignee],
    ['thread', thread],
    ['since', since === undefined ? undefined : printTime(since, false)],
    ['until', until === undefined ? undefined : printTime(until, true)],
    ['hour', hour],
    ['topic', topic],
  ];
  const written = fields.flatMap(([name, value]) => (value === undefined ? [] : [`${name}:${write(value)}`])).join(' ');
  return joinRest(written, filter);
}

/** Words and query as they are where they are read as what they are; else under their names. */
function joinRest(written: string, { words, query }: InboxFilter): string {
  const named = [...(words === undefined ? [] : [`words:${write(words)}`]), ...(query === undefined ? [] : [`query:${write(query)}`])].join(
    ' ',
  );
  const bare = [words, query].filter((part) => part !== undefined).join(' ');
  const join = (rest: string) => [written, rest].filter((part) => part !== '').join(' ');
  if (bare === '' || bare.trim() !== bare) return join(named);
  const again = parseInboxFilter(join(bare)).filter;
  const isSame =
    again.words === words &&
    again.query === query &&
    Object.keys(again).length === Object.keys(parseInboxFilter(join(named)).filter).length;
  return join(isSame ? bare : named);
}
