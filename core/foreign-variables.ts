/**
 * Other tools' variables → ours, where the meaning is the same. All else is kept as a tag, so that it is seen, asked for, and never reaches a
 * reader as it stands. Sources are named at each.
 */
import { quote } from './template-arguments.ts';

export type Dialect = 'text-blaze' | 'briskine' | 'espanso' | 'prokeys' | 'zendesk' | 'auto-text' | 'own';

/** Takes meaning from braces that meant nothing where they come from. */
const asWords = (text: string): string => text.replace(/(\\*)\{\{/g, (_, slashes: string) => `${slashes}${slashes}\\{{`);

const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ').trim();
const tagOf = (name: string, argument: string): string => `{{${name} ${quote(oneLine(argument))}}}`;
/** A tag nobody here knows, which is what keeps it from being inserted. */
const unknown = (written: string): string =>
  `{{${oneLine(written)
    .replace(/[{}|]+/g, ' ')
    .trim()}}}`;

/** `convert` gives undefined for what is no tag after all. */
function convertTags(text: string, pattern: RegExp, convert: (found: RegExpExecArray) => string | undefined): string {
  let out = '';
  let at = 0;
  for (const found of text.matchAll(pattern)) {
    const tag = convert(found as RegExpExecArray);
    if (tag === undefined) continue;
    out += asWords(text.slice(at, found.index)) + tag;
    at = found.index + found[0].length;
  }
  return out + asWords(text.slice(at));
}

/** `name=value; default=there`, as Text Blaze writes settings. */
function readSettings(text: string): Map<string, string> {
  const parts = text.split(';').map((part) => /^\s*([a-z]+)\s*=\s*(.*?)\s*$/s.exec(part));
  return new Map(parts.flatMap((part) => (part ? [[part[1] ?? '', part[2] ?? '']] : [])));
}

const askFor = (question: string, preset: string | undefined): string =>
  preset && !/[{}|\n]/.test(preset) ? `{{ask ${quote(oneLine(question))}|${preset}}}` : tagOf('ask', question);

/** The formats of moment.js that say the same as one of ours. */
const dates: Readonly<Record<string, string>> = {
  dddd: 'weekday',
  ddd: 'weekday:short',
  'YYYY-MM-DD': 'iso',
  LL: 'date',
  LT: 'time',
  L: 'short',
  YYYY: 'year',
  MMMM: 'month',
  'MMMM D': 'month day',
  'D MMMM': 'day month',
  'MMMM D, YYYY': 'date',
  'MMMM Do YYYY': 'date',
  'MMMM Do, YYYY': 'date',
};

const dateFor = (format: string, written: string): string => {
  const ours = Object.hasOwn(dates, format.trim()) ? dates[format.trim()] : undefined;
  return ours ? tagOf('date', ours) : unknown(written);
};

/** blaze.today/commands: cursor, time, import, formtext, formparagraph, formmenu, formdate, clipboard, key, if … */
function fromTextBlaze(text: string): string {
  const command =
    /\{(=[^{}]*|(?:cursor|time|import|form[a-z]+|clipboard|key|click|wait|site|user|snippet|if|else(?:if)?|endif|repeat|endrepeat|note|endnote|link|endlink|image|run|error|urlload|dbselect)\b(?:[^{}]|\{[^{}]*\})*)\}/g;
  return convertTags(text, command, ([, inner = '']) => {
    const [, name = '', rest = ''] = /^([a-z]+)\s*:?\s*([\s\S]*)$/.exec(inner) ?? [];
    const settings = readSettings(rest);
    if (inner === 'cursor') return '{{cursor}}';
    if (name === 'import' && /^\/?[^\s;{}]+$/.test(rest)) return tagOf('snippet', rest.replace(/^\//, ''));
    if (name === 'formtext' || name === 'formparagraph')
      return askFor(settings.get('name') || rest.split(';')[0] || name, settings.get('default'));
    if (name === 'time' && !rest.includes(';')) return dateFor(rest, inner);
    return unknown(inner.replace(/^=/, 'formula '));
  });
}

const namesOf: Readonly<Record<'briskine' | 'zendesk', Readonly<Record<string, string>>>> = {
  // Briskine, src/store/default-data.js and help.briskine.com: to, from and account are contacts.
  briskine: {
    'to.first_name': 'author.firstName',
    'to.name': 'author.name',
    'to.0.first_name': 'author.firstName',
    'to.0.name': 'author.name',
    'from.first_name': 'me.firstName',
    'from.name': 'me.name',
    'account.first_name': 'me.firstName',
    'account.name': 'me.name',
  },
  // support.zendesk.com, "Zendesk placeholders reference": the requester is who wrote, the current user is who answers.
  zendesk: {
    'ticket.requester.first_name': 'author.firstName',
    'ticket.requester.name': 'author.name',
    'current_user.first_name': 'me.firstName',
    'current_user.name': 'me.name',
  },
};

/** Both write `{{…}}`; Zendesk writes its logic as `{% … %}`. */
function fromBraces(text: string, dialect: 'briskine' | 'zendesk'): string {
  const names = namesOf[dialect];
  return text.replace(/\{\{\{?([^{}]*)\}?\}\}|\{%([^{}]*)%\}/g, (written: string, inner?: string, logic?: string) => {
    if (logic !== undefined) return dialect === 'zendesk' ? unknown(`% ${logic.replace(/^-|-$/g, '').trim()}`) : written;
    const name = (inner ?? '').trim();
    const ours = Object.hasOwn(names, name) ? names[name] : undefined;
    if (ours) return `{{${ours}}}`;
    const choice =
      dialect === 'briskine' &&
      /^choice\s+(['"])(.*)\1$/
        .exec(name)?.[2]
        ?.split(',')
        .map((one) => one.trim());
    return choice && choice.length > 1 ? `{{choose ${choice.map(quote).join(' ')}}}` : written;
  });
}

/** ProKeys, js/snippetClasses.js (caret, embedded snippets, paste, dates, addresses) and its placeholders `%name%`. */
function fromProKeys(text: string): string {
  return convertTags(text, /\[\[%([csdpu])(?:\(([^\]]*?)\)|\{([^\]]*?)\})?\]\]|%([A-Za-z][A-Za-z0-9_]{1,40})%/g, (found) => {
    const [written, kind, inner = '', , placeholder] = found;
    if (placeholder) return tagOf('ask', placeholder);
    if (kind === 'c' && !/[se]/.test(inner)) return '{{cursor}}';
    if (kind === 's' && inner) return tagOf('snippet', inner);
    return unknown(written.replace(/[[\]]/g, ''));
  });
}

/** A variable of an espanso match (espanso.org/docs/matches/basics, …/variables, …/forms). */
export interface EspansoVariable {
  readonly name: string;
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const strftime: Readonly<Record<string, string>> = {
  '%A': 'weekday',
  '%a': 'weekday:short',
  '%Y-%m-%d': 'iso',
  '%F': 'iso',
  '%B': 'month',
  '%Y': 'year',
  '%B %d': 'month day',
  '%d %B': 'day month',
  '%H:%M': 'time',
};

function espansoTag({ name, type, params }: EspansoVariable): string {
  const format = typeof params.format === 'string' ? params.format.trim() : '';
  const offset = Number(params.offset ?? 0);
  if (type === 'date' && offset === 0 && Object.hasOwn(strftime, format)) return tagOf('date', strftime[format] ?? '');
  if (type === 'echo' && typeof params.echo === 'string') return asWords(params.echo);
  const choices = Array.isArray(params.choices) ? params.choices.filter((one) => typeof one === 'string') : [];
  if (type === 'random' && choices.length > 1) return `{{choose ${choices.map((one) => quote(oneLine(one))).join(' ')}}}`;
  return unknown(`${type} ${name}`);
}

export function fromEspanso(text: string, variables: readonly EspansoVariable[], isForm: boolean): string {
  const known = new Map(variables.map((one) => [one.name, one]));
  const pattern = isForm ? /\$\|\$|\{\{\s*([\w.]+)\s*\}\}|\[\[\s*([\w ]+?)\s*\]\]/g : /\$\|\$|\{\{\s*([\w.]+)\s*\}\}/g;
  return convertTags(text, pattern, ([written, name, field]) => {
    if (written === '$|$') return '{{cursor}}';
    if (field) return tagOf('ask', field);
    const variable = known.get(name ?? '');
    return variable ? espansoTag(variable) : unknown(name ?? '');
  });
}

/** Auto Text Expander's read-me, version 1.5.0: the clipboard is put in with `%clip%`. */
const fromAutoText = (text: string): string => convertTags(text, /%clip%/g, () => '{{clipboard}}');

export function translateVariables(text: string, dialect: Dialect): string {
  switch (dialect) {
    case 'text-blaze':
      return fromTextBlaze(text);
    case 'briskine':
    case 'zendesk':
      return fromBraces(text, dialect);
    case 'prokeys':
      return fromProKeys(text);
    case 'auto-text':
      return fromAutoText(text);
    default:
      return text;
  }
}
