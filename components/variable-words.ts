import type { VariableName } from '../core/template-names.ts';
import { type WordKey, word } from './words.ts';

/** Each name as a person would say it. */
const keys = {
  'author.firstName': 'varFirstName',
  'author.name': 'varName',
  'author.handle': 'varHandle',
  'person.note': 'varNote',
  'person.tags': 'varTags',
  site: 'varSite',
  keyword: 'varKeyword',
  'keyword.kind': 'varKeywordKind',
  'post.excerpt': 'varExcerpt',
  'post.community': 'varCommunity',
  'post.lang': 'varLang',
  'post.url': 'varUrl',
  rating: 'varRating',
  'me.name': 'varMyName',
  'me.firstName': 'varMyFirstName',
} as const satisfies Record<VariableName, WordKey>;

const isKnown = (name: string): name is VariableName => Object.hasOwn(keys, name);

/** One that is none of ours is called what its writer called it. */
export const nameVariable = (name: string): string => (isKnown(name) ? word(keys[name]) : name);
