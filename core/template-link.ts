/** Links that tell the person's own statistics where a visit came from. */
import type { LinkPart } from './template-tree.ts';

export type Campaign = Readonly<Partial<Record<LinkPart, string>>>;

const address = /^(https?:\/\/(?:\[[\da-f:.]+\]|[^\s/?#@:[\]]+)(?::\d{1,5})?)((?:\/[^\s?#]*)?)(?:\?([^\s#]*))?(#\S*)?$/i;

export const isAddress = (text: string): boolean => address.test(text.trim());

/** "Hacker News" → "hacker-news": as campaign parameters are commonly written. */
const asSource = (site: string): string =>
  site
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');

const nameOf = (parameter: string): string => {
  const [name = ''] = parameter.split('=');
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
};

/** Half a letter cannot be written in an address. */
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''));

/**
 * Adds `utm_source` (the site), `utm_medium` ("social" where nothing else was said) and what else is known. What the address has already is
 * kept as it is, and so is what follows its `#`. An empty value leaves that parameter out. Undefined where it is no web address.
 */
export function writeLink(text: string, site: string, defaults: Campaign, own: Campaign): string | undefined {
  const [, origin, path = '', query, fragment = ''] = address.exec(text.trim()) ?? [];
  if (!origin) return undefined;
  const given = query === undefined || query === '' ? [] : query.split('&');
  const there = new Set(given.map(nameOf));
  const wanted: Campaign = { source: asSource(site), medium: 'social', ...dropEmpty(defaults), ...own };
  const order: readonly LinkPart[] = ['source', 'medium', 'campaign', 'term', 'content'];
  const added = order.flatMap((part) => {
    const value = wanted[part]?.trim();
    return value && !there.has(`utm_${part}`) ? [`utm_${part}=${encode(value)}`] : [];
  });
  const all = [...given, ...added];
  return `${origin}${path || (all.length > 0 ? '/' : '')}${all.length > 0 ? `?${all.join('&')}` : ''}${fragment}`;
}

/** A setting that was never filled in says nothing; one in the reply itself says "none". */
const dropEmpty = (defaults: Campaign): Campaign => Object.fromEntries(Object.entries(defaults).filter(([, value]) => value?.trim()));
