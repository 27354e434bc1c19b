/**
 * A canned reply's body → the text that is put into a reply box.
 *
 * `{{author.firstName}}` is filled in; `{{author.firstName|there}}` falls back to "there"; `{{author.firstName|}}` to nothing. A variable
 * that has neither value nor fallback stays as it is and is reported: the caller must not insert such a text.
 */
import type { ReplyContext } from './model.ts';

export const variableNames = [
  'author.firstName',
  'author.name',
  'author.handle',
  'site',
  'keyword',
  'post.excerpt',
  'me.name',
  'me.firstName',
] as const;
export type VariableName = (typeof variableNames)[number];
export type Variables = Partial<Record<VariableName, string>>;

export interface Filled {
  text: string;
  /** What could not be filled in, and where it stands in `text`. */
  unresolved: { name: string; start: number; end: number }[];
}

const placeholder = /\{\{([^{}|\n]*)(?:\|([^{}\n]*))?\}\}/g;

/** Our own names are found without regard to case and inner spaces; any other is one the caller may know. */
function findName(written: string): string {
  const plain = written.replace(/\s+/g, '').toLowerCase();
  return variableNames.find((name) => name.toLowerCase() === plain) ?? written.trim();
}

/** Fills in a reply. Values are put in as they are: braces in them are not read again. */
export function fillTemplate(body: string, variables: Readonly<Record<string, string | undefined>>): Filled {
  let text = '';
  let last = 0;
  const unresolved: Filled['unresolved'] = [];
  for (const found of body.matchAll(placeholder)) {
    text += body.slice(last, found.index);
    last = found.index + found[0].length;
    const name = findName(found[1] ?? '');
    const known = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const value = known || found[2];
    if (value === undefined) unresolved.push({ name, start: text.length, end: text.length + found[0].length });
    // "@{{author.handle}}" must not become "@@maya" where handles are kept with their sign.
    text += value?.startsWith('@') && text.endsWith('@') ? value.slice(1) : (value ?? found[0]);
  }
  return { text: text + body.slice(last), unresolved };
}

/** The variables a body asks for, each once. */
export function listVariables(body: string): string[] {
  return [...new Set([...body.matchAll(placeholder)].map((found) => findName(found[1] ?? '')))];
}

const titles =
  /^(?:mr|mrs|ms|mx|miss|dr|prof|professor|sir|dame|lady|lord|rev|fr|herr|frau|dipl|ing|mag|m|mme|mlle|sr|sra|srta|don|doña)\.?$/iu;
const organisation =
  /(?:^|\s)(?:inc|llc|ltd|gmbh|ag|corp|co|team|support|official|news|daily|studio|studios|labs?|app|hq|help|customer|service|shop|store|games?|group|media|magazine|club|agency|foundation|university|institute|community|bot)\.?(?:\s|$)/i;
const person = /^\p{L}[\p{L}\p{M}'’.-]*$/u;

/**
 * The name to greet someone by, if their shown name looks like a person's; undefined rather than a wrong one ("Hi The,").
 */
export function guessFirstName(name: string | undefined): string | undefined {
  const plain = (name ?? '')
    .normalize('NFKC')
    .replace(/[([{|•·–—].*$/u, '')
    .replace(/[^\p{L}\p{M}\p{N}'’.\-\s_@]/gu, ' ')
    .trim();
  if (plain === '' || plain.length > 60 || organisation.test(plain) || /[@_\p{N}]/u.test(plain)) return undefined;
  // Family names come first where these are written, and nobody is greeted by half a name there.
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(plain)) return undefined;
  const words = plain.split(/\s+/).filter((word) => word !== '');
  if (/^the$/i.test(words[0] ?? '')) return undefined;
  const first = words.find((word) => !titles.test(word))?.replace(/[.’'-]+$/u, '');
  if (!first || [...first].length < 2 || !person.test(first) || /\./.test(first)) return undefined;
  return toNameCase(first, words.length);
}

/** "ANNA" and "anna" are Anna; "DeShawn" stays. One word in capitals is more likely an abbreviation ("IBM"). */
function toNameCase(word: string, words: number): string | undefined {
  const lower = word.toLowerCase();
  if (word === word.toUpperCase() && word !== lower && words === 1 && word.length <= 4) return undefined;
  if (word !== word.toUpperCase() && word !== lower) return word;
  return lower.replace(/(^|-)(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** What is known → the variables of a reply. What is not known is left out, so that fallbacks apply. */
export function variablesFrom(context: ReplyContext, me: { name: string }): Variables {
  const { author } = context;
  const values: Record<VariableName, string | undefined> = {
    'author.firstName': guessFirstName(author?.name),
    'author.name': author?.name?.trim(),
    'author.handle': author?.handle?.trim(),
    site: context.site.trim(),
    keyword: context.keyword?.trim(),
    'post.excerpt': context.excerpt?.trim(),
    'me.name': me.name.trim(),
    'me.firstName': me.name.trim().split(/\s+/)[0],
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value));
}
