/** What is known of a post and its author → the values of a reply's names. */
import { guessFirstName } from './first-name.ts';
import type { Reply, ReplyContext } from './model.ts';
import { nameOfField, type VariableName, type Variables } from './template-names.ts';

/** What is kept of who wrote the post. */
export interface KnownPerson {
  readonly note?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly fields?: Readonly<Record<string, string>> | undefined;
  /** The fields that are kept of anyone: a condition may ask for one that this person has not, where any other name is a mistake. */
  readonly fieldNames?: readonly string[] | undefined;
}

/** What is not known is left out, so that fallbacks apply. */
export function variablesFrom(context: ReplyContext, me: { name: string }, person: KnownPerson = {}): Variables {
  const { author } = context;
  const values: Record<VariableName, string | undefined> = {
    'author.firstName': guessFirstName(author?.name),
    'author.name': author?.name,
    'author.handle': author?.handle,
    'person.note': person.note,
    'person.tags': person.tags?.join(', '),
    site: context.site,
    keyword: context.keyword,
    'keyword.kind': context.keywordKind,
    'post.excerpt': context.excerpt,
    'post.community': context.community,
    'post.lang': context.lang,
    'post.url': context.url,
    rating: context.rating?.toString(),
    'me.name': me.name,
    'me.firstName': me.name.trim().split(/\s+/)[0],
  };
  const own = Object.entries(values).flatMap(([name, value]) => {
    const plain = value?.trim();
    return plain ? [[name, plain] as const] : [];
  });
  return { ...fieldsFrom(person), ...Object.fromEntries(own) };
}

/** A field that this person has not is known to be empty, so that a condition can say so; put in by itself it is missing like any other. */
function fieldsFrom({ fields = {}, fieldNames = [] }: KnownPerson): Record<string, string> {
  const names = [...new Set([...fieldNames, ...Object.keys(fields)])];
  return Object.fromEntries(
    names.map((name) => [nameOfField(name), (Object.hasOwn(fields, name) ? fields[name] : undefined)?.trim() ?? '']),
  );
}

/** A reply's wording for a site: its variant there, or else its own. */
export const bodyOn = ({ body, variants }: Pick<Reply, 'body' | 'variants'>, siteId: string | undefined): string =>
  variants?.find(({ site }) => site === siteId)?.body ?? body;

/** The replies that can stand in others, by shortcut: `;sig`, `sig` and `SIG` are one. */
export function snippetsOf(replies: readonly Pick<Reply, 'body' | 'variants' | 'shortcut'>[], siteId: string | undefined) {
  const plain = (shortcut: string) => shortcut.trim().replace(/^;/, '').toLowerCase();
  return (shortcut: string): string | undefined => {
    const wanted = plain(shortcut);
    const found = wanted === '' ? undefined : replies.find((reply) => plain(reply.shortcut) === wanted);
    return found && bodyOn(found, siteId);
  };
}
