/** How long a reply may be, as the site it is for counts: X weighs letters, Bluesky and Mastodon count what is seen as one character. */
import { findWebLinks } from './web-links.ts';
import { countWeighted, linkLength } from './weighted-length.ts';

/** What is counted. `units` are UTF-16 units, as a box's own `maxlength` counts: never fewer than what a site may count instead. */
export type LengthUnit = 'weighted' | 'graphemes' | 'units';

export interface Limit {
  limit: number;
  unit: LengthUnit;
  /** Stated by the site or in its source code; others report the rest. */
  sure: boolean;
}

const stated = (limit: number, unit: LengthUnit = 'units'): Limit => ({ limit, unit, sure: true });
const reported = (limit: number, unit: LengthUnit = 'units'): Limit => ({ limit, unit, sure: false });

/** Of an answer (a comment where the site tells the two apart), by the site's id. A site that is not here has no limit we know of. */
const limits: Readonly<Record<string, Limit>> = {
  x: stated(280, 'weighted'),
  bluesky: stated(300, 'graphemes'),
  mastodon: stated(500, 'graphemes'),
  elk: stated(500, 'graphemes'),
  phanpy: stated(500, 'graphemes'),
  threads: reported(500),
  instagram: reported(2_200),
  facebook: reported(8_000),
  linkedin: reported(1_250),
  pinterest: reported(500),
  tiktok: stated(150),
  youtube: reported(10_000),
  reddit: stated(10_000),
  lemmy: stated(10_000),
  stackexchange: stated(600),
  github: reported(65_536),
  discourse: reported(32_000),
  disqus: reported(25_000),
  discord: reported(2_000),
  telegram: reported(4_096),
  twitch: reported(500),
  steam: reported(1_000),
  googlereviews: reported(4_000),
  googleplay: reported(350),
  appstore: reported(5_970),
};

/** Bluesky's second limit, of bytes. */
const mostBytes: Readonly<Record<string, number>> = { bluesky: 3_000 };

export interface Length {
  used: number;
  /** Absent where no limit is known. */
  limit?: number;
  unit: LengthUnit;
  /** False where the limit is only what others report. */
  sure: boolean;
  over: boolean;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function countGraphemes(text: string): number {
  // Letters without marks need no segmenter, and most replies are nothing else. CR LF is one.
  if (/^[\n\x20-\x7e]*$/.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}

export function countBytes(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function replaceLinks(text: string, shown: (link: string, hasProtocol: boolean) => string, anyScript = false): string {
  let result = '';
  let last = 0;
  for (const { start, end, hasProtocol } of findWebLinks(text, anyScript)) {
    result += text.slice(last, start) + shown(text.slice(start, end), hasProtocol);
    last = end;
  }
  return result + text.slice(last);
}

/** Bluesky shows a link by its host and the beginning of its path, and counts what it shows. */
function shortenLink(link: string, hasProtocol: boolean): string {
  if (!hasProtocol) return link;
  const [, host = '', path = ''] = /^https?:\/\/(?:[^/?#@]*@)?([^/?#]+)(.*)$/isu.exec(link) ?? [];
  const rest = path === '/' ? '' : path;
  return rest.length > 15 ? `${host}${rest.slice(0, 13)}...` : host + rest;
}

/**
 * Mastodon counts every link as 23, and of someone on another server only their name. Whether what has no protocol is a link depends on its
 * version, which is not known here: the greater of the two counts.
 */
const asMastodonCounts = (text: string): string =>
  replaceLinks(text, (link, hasProtocol) => (hasProtocol ? '' : link).padEnd(linkLength, 'x'), true).replace(
    /(^|[^/\w])@([a-z0-9_]+)@[a-z0-9.-]+[a-z0-9]/gi,
    '$1@$2',
  );

const counters: Readonly<Record<string, (text: string) => number>> = {
  x: countWeighted,
  bluesky: (text) => countGraphemes(replaceLinks(text, shortenLink)),
  mastodon: (text) => countGraphemes(asMastodonCounts(text)),
  elk: (text) => countGraphemes(asMastodonCounts(text)),
  phanpy: (text) => countGraphemes(asMastodonCounts(text)),
};

/** `here` is the limit that the page itself states (a Mastodon server may allow more than others). */
export function countLength(site: string, text: string, here?: number): Length {
  const known = limits[site];
  const used = (counters[site] ?? ((raw: string) => raw.length))(text);
  const limit = here ?? known?.limit;
  const bytes = mostBytes[site];
  return {
    used,
    ...(limit === undefined ? {} : { limit }),
    unit: known?.unit ?? 'units',
    sure: here !== undefined || known?.sure === true,
    over: (limit !== undefined && used > limit) || (bytes !== undefined && countBytes(text) > bytes),
  };
}
