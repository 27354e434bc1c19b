/** The names a reply may ask for. Values come from the post, who wrote it, the keyword, the site, and the person who answers. */
import { nearestOf } from './nearest.ts';

export const variableNames = [
  'author.firstName',
  'author.name',
  'author.handle',
  'person.note',
  'person.tags',
  'site',
  'keyword',
  'keyword.kind',
  'post.excerpt',
  'post.community',
  'post.lang',
  'post.url',
  'rating',
  'me.name',
  'me.firstName',
] as const;
export type VariableName = (typeof variableNames)[number];
export type Variables = Partial<Record<VariableName, string>>;

/** What the same is called elsewhere, and what one may take it to be called. */
const otherNames: Readonly<Record<string, VariableName>> = {
  'keyword.name': 'keyword',
  'post.rating': 'rating',
  'post.site': 'site',
  'site.name': 'site',
  community: 'post.community',
  lang: 'post.lang',
};

/** Not read as the same, because another tool may mean another thing by them; offered as a repair. */
const probable: Readonly<Record<string, VariableName>> = {
  name: 'author.name',
  'full name': 'author.name',
  full_name: 'author.name',
  first: 'author.firstName',
  firstname: 'author.firstName',
  first_name: 'author.firstName',
  'first name': 'author.firstName',
  'author.first': 'author.firstName',
  'author.first_name': 'author.firstName',
  'contact.first_name': 'author.firstName',
  'customer.first_name': 'author.firstName',
  'user.first_name': 'author.firstName',
  handle: 'author.handle',
  username: 'author.handle',
  user: 'author.handle',
  author: 'author.name',
  excerpt: 'post.excerpt',
  text: 'post.excerpt',
  post: 'post.excerpt',
  'post.text': 'post.excerpt',
  url: 'post.url',
  link: 'post.url',
  stars: 'rating',
  brand: 'keyword',
  tags: 'person.tags',
  note: 'person.note',
  me: 'me.name',
  my_name: 'me.name',
  agent: 'me.name',
};

const byPlainName = new Map<string, VariableName>(variableNames.map((name) => [name.toLowerCase(), name]));
for (const [other, name] of Object.entries(otherNames)) byPlainName.set(other, name);

/** What the person keeps of people has names of their own, `{{person.company}}`; they are kept in small letters. */
const fieldPrefix = 'person.';
export const nameOfField = (field: string): string => fieldPrefix + field;
/** The field a name asks for; undefined where it is one of ours, or none of a person at all. */
export const fieldOfName = (name: string): string | undefined =>
  name.startsWith(fieldPrefix) && !isOwnName(name) ? name.slice(fieldPrefix.length) : undefined;

/** Our own names are found without regard to case and inner spaces; any other is one the caller may know. */
export function findName(written: string): string {
  const plain = written.trim();
  const own = byPlainName.get(written.replace(/\s+/g, '').toLowerCase());
  return own ?? (plain.toLowerCase().startsWith(fieldPrefix) ? plain.toLowerCase() : plain);
}

const own: ReadonlySet<string> = new Set(variableNames);
export const isOwnName = (name: string): name is VariableName => own.has(name);

/** What was probably meant by a name that is none of ours. */
export function guessName(name: string): VariableName | undefined {
  const plain = name.toLowerCase();
  const meant = Object.hasOwn(probable, plain) ? probable[plain] : undefined;
  const near = nearestOf(plain.replace(/\s+/g, ''), [...byPlainName.keys()]);
  return meant ?? (near === undefined ? undefined : byPlainName.get(near));
}

/** A fallback that reads well, for names that are often without a value. */
export const usualFallback: Readonly<Partial<Record<VariableName, string>>> = { 'author.firstName': 'there' };
