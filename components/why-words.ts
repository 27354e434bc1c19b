/** Why a mention is one, in words. */
import { explainMatch, type Reason } from '../core/explain.ts';
import { heardOf } from '../core/heard.ts';
import { showLink } from '../core/links.ts';
import type { Keyword, Mention } from '../core/model.ts';
import { type WordKey, word } from './words.ts';

export type ExplainedKeyword = Pick<Keyword, 'name' | 'query' | 'lookalikes'>;
type Field = Extract<Reason, { type: 'field' }>;

const mostNamed = 4;

function quoted(text: string): string {
  return word('quoted', text.replace(/^"(.*)"$/, '$1'));
}

function nameWords({ text, exact, lookalike, spans }: Extract<Reason, { type: 'words' }>): string {
  const words = exact ? word('whyExact', quoted(text)) : lookalike ? word('whyAlike', quoted(text)) : quoted(text);
  return spans.length > 1 ? word('whyTimes', words, spans.length) : words;
}

function nameEvidence(reason: Exclude<Reason, Field>): string {
  if (reason.type === 'words') return nameWords(reason);
  if (reason.type === 'link') return word('whyLink', showLink(reason.link));
  return word(reason.ordered ? 'whyOrdered' : 'whyNear', quoted(reason.left), quoted(reason.right));
}

const kindWords: Record<string, WordKey> = { post: 'whyPost', comment: 'whyComment', review: 'whyReview', message: 'whyMessage' };

export function nameLanguage(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function nameFact({ field, comparison, value }: Field, nameSite: (site: string) => string): string {
  switch (field) {
    case 'site':
      return word('whySite', nameSite(value));
    case 'author':
      return word('whyAuthor', value);
    case 'in':
      return word('whyIn', value.replace(/^[a-z0-9-]+\/(?=.*\/)/, ''));
    case 'lang':
      return word('whyLang', nameLanguage(value));
    case 'rating':
      return comparison === '=' ? word('whyRated', value) : word('whyRating', comparison, value);
    case 'has':
      return word(value.toLowerCase() === 'link' ? 'whyHasLink' : 'whyHasQuestion');
    default:
      return word(kindWords[value.toLowerCase()] ?? 'whyPost');
  }
}

const joinWords = (parts: readonly string[]): string =>
  parts.length > 1 ? word('whyAnd', parts.slice(0, -1).join(', '), parts.at(-1) ?? '') : (parts[0] ?? '');

/** "Because of “acme rocket” (2×) near “launch”, on Reddit, in r/devops". `name`: said first where there are several keywords. */
export function nameReasons(reasons: readonly Reason[], nameSite: (site: string) => string, name?: string): string {
  const facts = reasons.filter((reason) => reason.type === 'field').map((reason) => nameFact(reason, nameSite));
  const evidence = reasons.flatMap((reason) => (reason.type === 'field' ? [] : [nameEvidence(reason)])).slice(0, mostNamed);
  const [plain, named]: [WordKey, WordKey] = evidence.length > 0 ? ['whyBecause', 'whyBecauseFor'] : ['whyFacts', 'whyFactsFor'];
  const said = [...(evidence.length > 0 ? [joinWords(evidence)] : []), ...facts].join(', ');
  return name === undefined ? word(plain, said) : word(named, name, said);
}

/** The words themselves, where the query that found them is not there any more. */
function wordsFound({ text, hits }: Pick<Mention, 'text' | 'hits'>, keywordId: string): string {
  const found = hits.filter((hit) => hit.keywordId === keywordId).map(({ start, end }) => text.slice(start, end).toLowerCase());
  return joinWords([...new Set(found)].slice(0, mostNamed).map((words) => quoted(words)));
}

/** One sentence for each keyword of the mention. */
export function explainMention(
  mention: Mention,
  keywords: ReadonlyMap<string, ExplainedKeyword>,
  nameSite: (site: string) => string,
): string[] {
  const several = mention.keywordIds.length > 1;
  return mention.keywordIds.map((id) => {
    const keyword = keywords.get(id);
    const words = wordsFound(mention, id);
    if (!keyword) return words ? word('whyGone', words) : word('whyGoneOnly');
    const { matched, reasons } = explainMatch(keyword.query, heardOf(mention), keyword.lookalikes);
    if (matched && reasons.length > 0) return nameReasons(reasons, nameSite, several ? keyword.name : undefined);
    return words ? word('whyChanged', keyword.name, words) : word('whyChangedOnly', keyword.name);
  });
}
