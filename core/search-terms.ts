/** The terms a mention is found by in the search index, and those a filter needs a mention to have. */
import type { InboxFilter } from './inbox-filter.ts';
import type { Mention } from './model.ts';
import { propertyMark, shortestPrefix } from './postings.ts';
import { readQuery } from './query-reader.ts';
import type { QueryNode } from './query-tree.ts';
import { listWords, readSearch, searchedTexts } from './search-text.ts';

const property = (name: string, value: string): string => `${propertyMark}${name}:${value.replaceAll('\n', ' ')}`;

const personOf = ({ site, author }: Mention): string[] => (author.handle === undefined ? [] : [`${site}:${author.handle}`]);

/** A mention's properties that an index by time and status does not know. What changes one of them has the mention indexed anew. */
function listProperties(mention: Mention): string[] {
  const { keywordIds, site, kind, community, sentiment, intents = [], tags = [], assignee, starred, thread, postId } = mention;
  return [
    ...keywordIds.map((id) => property('keyword', id)),
    property('site', site),
    property('kind', kind),
    ...(community === undefined ? [] : [property('community', community)]),
    ...personOf(mention).map((id) => property('person', id)),
    property('sentiment', sentiment?.value ?? 'unknown'),
    ...intents.map((intent) => property('intent', intent)),
    ...tags.map((tag) => property('tag', tag.toLowerCase())),
    ...(assignee === undefined ? [] : [property('assignee', assignee.toLowerCase())]),
    ...(starred ? [property('is', 'starred')] : []),
    ...new Set([postId, thread ?? postId].map((id) => property('thread', id))),
  ];
}

/** Each once. */
export function listTerms(mention: Mention): Set<string> {
  const terms = new Set(listProperties(mention));
  for (const text of searchedTexts(mention)) for (const { units } of listWords(text)) terms.add(units);
  return terms;
}

/** The same for two states of a mention where it is found by the same terms. */
export const termsPrint = (mention: Mention): string => JSON.stringify([listProperties(mention), searchedTexts(mention)]);

/** Words of a query without which it is true of no mention; those that are not known to be needed are left out. */
function listNeeded(node: QueryNode): string[] {
  switch (node.type) {
    case 'term': {
      const isWild = !node.quoted && !node.exact;
      const words = listWords(isWild ? (node.text.split(/[*?]/)[0] ?? '') : node.text);
      return words.map(({ units }) => units);
    }
    case 'near':
      return [...listNeeded(node.left), ...listNeeded(node.right)];
    case 'and':
      return node.children.flatMap(listNeeded);
    default:
      return [];
  }
}

function listNeededByQuery(query: string): string[] {
  const tree = readQuery(query);
  return tree ? listNeeded(tree) : [];
}

/** The letters of a script without spaces are terms of their own, one by one. */
const lettersOf = (run: string): string[] => listWords(run).map(({ units }) => units);

/** What cannot be looked for in a bucket is left to whoever looks at the mention itself. */
const isIndexed = (term: string): boolean =>
  term.startsWith(propertyMark) || term.length >= shortestPrefix || listWords(term)[0]?.run === true;

/**
 * All of these a mention must have that the filter lets through (a word, as a word that begins so), those that are likely rarest first. A
 * mention that has them all still has to be looked at. Empty where the filter asks for nothing of the kind.
 */
export function listNeededTerms(filter: InboxFilter): string[] {
  const { words = '', query, keywordId, site, kind, community, personId, sentiment, intent, tag, assignee, starred, thread } = filter;
  const { prefixes, runs } = readSearch(words);
  const typed = [...prefixes, ...runs.flatMap(lettersOf), ...(query === undefined ? [] : listNeededByQuery(query))];
  const given = (name: string, value: string | undefined): string[] => (value === undefined ? [] : [property(name, value)]);
  const terms = [
    ...given('thread', thread),
    ...given('person', personId),
    ...typed.sort((a, b) => b.length - a.length),
    ...given('assignee', assignee?.toLowerCase()),
    ...given('tag', tag?.toLowerCase()),
    ...given('is', starred && 'starred'),
    // However it is written: by the words of its name, which are searched too.
    ...listWords(community ?? '').map(({ units }) => units),
    ...given('intent', intent),
    ...given('keyword', keywordId),
    ...given('sentiment', sentiment),
    ...given('site', site),
    ...given('kind', kind),
  ];
  return [...new Set(terms)].filter(isIndexed);
}
