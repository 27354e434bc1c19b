/** What each field of the query language takes, and whether a post is so. */
import { foldText } from './fold.ts';
import { readableHost } from './idn.ts';
import { langOf } from './lang.ts';
import type { FieldName, FieldNode, Heard } from './query-tree.ts';

export const fieldNames: readonly FieldName[] = ['site', 'author', 'kind', 'lang', 'rating', 'has', 'in'];
export const postKinds: readonly string[] = ['post', 'comment', 'review', 'message'];
export const properties: readonly string[] = ['link', 'question'];
export const highestRating = 10;

/** True for a question mark that ends something, not for one inside an address. */
const question = /[?？؟¿⁇⁈፧՞](?![\w=&%/])/u;
const address = /(?:https?:\/\/|www\.)\S/i;

const isOnHost = (hostname: string, host: string): boolean => hostname === host || hostname.endsWith(`.${host}`);

function isOnSite(post: Heard, value: string): boolean {
  const site = readableHost(value.replace(/^(?:https?:\/\/)?(?:www\.)?/i, '').replace(/\/.*$/, ''));
  return site !== '' && (post.site === site || (post.host !== undefined && isOnHost(readableHost(post.host), site)));
}

/** A handle with or without its server, or a name that holds these words. */
function isBy({ author }: Heard, value: string): boolean {
  const wanted = foldText(value.replace(/^@/, '')).trim();
  if (wanted === '') return false;
  const handle = foldText((author.handle ?? '').replace(/^@/, ''));
  if (handle === wanted || handle.replace(/@.*$/, '') === wanted) return true;
  return ` ${words(author.name ?? '')} `.includes(` ${words(value)} `) && words(value) !== '';
}

const words = (text: string): string =>
  foldText(text)
    .replace(/[^\p{L}\p{N}\p{M}_]+/gu, ' ')
    .trim();

const bare = (community: string): string => foldText(community).replace(/^\//, '');
/** What comes before a community's name on one site or another. */
const sigil = /^(?:[rcm]\/|[!#])/;

function isSameCommunity(community: string, value: string): boolean {
  return community === value || community.replace(sigil, '') === value || community.replace(/^!?([^@]+)@.*$/, '$1') === value;
}

function isIn(post: Heard, value: string): boolean {
  if (post.community === undefined) return false;
  const community = bare(post.community);
  const wanted = bare(value);
  if (wanted === '') return false;
  const slash = wanted.indexOf('/');
  if (slash > 0 && wanted.slice(0, slash) === post.site) return isSameCommunity(community, wanted.slice(slash + 1));
  return isSameCommunity(community, wanted);
}

let guess: { readonly text: string; readonly lang: string | undefined } | undefined;

/** The language of the words, which many queries may ask of the same post. */
function guessLang(text: string): string | undefined {
  if (guess?.text !== text) guess = { text, lang: langOf(text) };
  return guess.lang;
}

function isInLanguage(post: Heard, value: string): boolean {
  const lang = (post.lang || guessLang(post.text) || '').toLowerCase().replaceAll('_', '-');
  const wanted = value.toLowerCase().replaceAll('_', '-');
  return wanted !== '' && (lang === wanted || lang.startsWith(`${wanted}-`));
}

function isRated({ rating }: Heard, { comparison, value }: FieldNode): boolean {
  const wanted = Number(value);
  if (rating === undefined || value.trim() === '' || Number.isNaN(wanted)) return false;
  if (comparison === '<') return rating < wanted;
  if (comparison === '<=') return rating <= wanted;
  if (comparison === '>') return rating > wanted;
  return comparison === '>=' ? rating >= wanted : rating === wanted;
}

function has(post: Heard, value: string): boolean {
  if (value === 'link') return address.test(post.text) || (post.links?.length ?? 0) > 0;
  return value === 'question' && question.test(post.text);
}

export function isSo(post: Heard, node: FieldNode): boolean {
  switch (node.field) {
    case 'site':
      return isOnSite(post, node.value);
    case 'author':
      return isBy(post, node.value);
    case 'kind':
      return post.kind === node.value.toLowerCase();
    case 'lang':
      return isInLanguage(post, node.value);
    case 'rating':
      return isRated(post, node);
    case 'has':
      return has(post, node.value.toLowerCase());
    case 'in':
      return isIn(post, node.value);
  }
}
