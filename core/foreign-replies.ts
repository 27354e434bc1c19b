/** The files of other tools → rows that may become replies. Which tools, and where their formats are written down, is in docs/import.md. */
import { type Dialect, type EspansoVariable, fromEspanso } from './foreign-variables.ts';
import { type Fields, fieldOf, isFields, RefusedFile, textOf } from './safe-json.ts';

export type Format = 'earshot' | 'text-blaze' | 'briskine' | 'espanso' | 'prokeys' | 'zendesk' | 'pairs' | 'list' | 'table';

/** `translated`: its variables are ours already. `acts` are what a macro did beside the text. */
export interface ForeignRow {
  readonly row: string;
  readonly body: string;
  readonly dialect: Dialect;
  readonly title?: string;
  readonly shortcut?: string;
  readonly tags?: readonly string[];
  readonly folder?: string;
  readonly lang?: string;
  readonly favourite?: boolean;
  readonly variants?: readonly { site: string; body: string }[];
  readonly id?: string;
  readonly html?: boolean | 'perhaps';
  readonly acts?: { readonly status?: 'waiting' | 'done'; readonly tags: readonly string[] };
}

export interface ForeignFile {
  readonly format: Format;
  readonly rows: readonly ForeignRow[];
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const fieldsOf = (value: unknown): readonly Fields[] => listOf(value).filter(isFields);
const splitTags = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((tag) => tag.trim())
    .filter(Boolean);

/** `{"folders":[{"name","snippets":[{"name","shortcut","text"}]}]}`: "Export all folders". */
function readTextBlaze(file: Fields): ForeignRow[] {
  return fieldsOf(fieldOf(file, 'folders')).flatMap((folder, f) =>
    fieldsOf(fieldOf(folder, 'snippets')).map((snippet, i) => ({
      row: `${textOf(folder, 'name') || f + 1} ${i + 1}`,
      title: textOf(snippet, 'name'),
      shortcut: textOf(snippet, 'shortcut'),
      body: textOf(snippet, 'text'),
      folder: textOf(folder, 'name'),
      dialect: 'text-blaze' as const,
    })),
  );
}

const isProKeys = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && typeof value[0] === 'string' && (typeof value[1] === 'number' || value.length === 1 || isFields(value[1]));

/** A folder is `[name, timestamp, …]`, with snippets `{name, body, timestamp}` and folders in it. */
function readProKeys(folder: readonly unknown[], path: readonly string[] = []): ForeignRow[] {
  const items = folder.slice(typeof folder[1] === 'number' ? 2 : 1);
  return items.flatMap((item, i) => {
    if (Array.isArray(item)) return readProKeys(item, [...path, String(item[0])]);
    if (!isFields(item)) return [];
    const name = textOf(item, 'name');
    const row = [...path, i + 1].join(' ');
    return [
      {
        row,
        title: name,
        shortcut: name,
        body: textOf(item, 'body'),
        html: 'perhaps' as const,
        folder: path.join(' › '),
        dialect: 'prokeys' as const,
      },
    ];
  });
}

const statuses: Readonly<Record<string, 'waiting' | 'done'>> = { pending: 'waiting', hold: 'waiting', solved: 'done' };

/** A comment's value may be a text, or its channel and a text. */
const lastText = (value: unknown): string => {
  const last = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last : '';
};

function readZendesk(macro: Fields, i: number): ForeignRow {
  const actions = new Map(fieldsOf(fieldOf(macro, 'actions')).map((one) => [textOf(one, 'field'), fieldOf(one, 'value')]));
  const html = lastText(actions.get('comment_value_html'));
  const path = textOf(macro, 'title').split('::');
  const status = statuses[lastText(actions.get('status'))];
  const inactive = fieldOf(macro, 'active') === false;
  return {
    row: String(i + 1),
    title: path.at(-1) ?? '',
    folder: path.slice(0, -1).join(' › '),
    body: html || lastText(actions.get('comment_value')),
    html: html !== '',
    tags: inactive ? ['inactive'] : [],
    dialect: 'zendesk',
    acts: { ...(status ? { status } : {}), tags: lastText(actions.get('current_tags')).split(/\s+/).filter(Boolean) },
  };
}

/** What a reply's parts are called by other tools; the first that a row has counts. */
export const columns = {
  title: ['title', 'name', 'label', 'subject'],
  body: [
    'text',
    'body',
    'content',
    'message',
    'reply',
    'snippet',
    'replacement',
    'replace',
    'expansion',
    'template',
    'response',
    'phrase',
    'comment_value',
  ],
  shortcut: ['shortcut', 'abbreviation', 'trigger', 'keyword', 'shortcode', 'command', 'hotkey'],
  tags: ['tags', 'labels', 'categories'],
  folder: ['folder', 'group', 'category', 'collection'],
  lang: ['language', 'lang', 'locale'],
  favourite: ['favourite', 'favorite', 'starred'],
} as const;

const plainName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/** A row by names, whatever their case: of a table with a header, or of a list of objects. */
export function readNamed(fields: Fields, row: string, dialect: Dialect, html: ForeignRow['html']): ForeignRow {
  const byName = new Map(Object.keys(fields).map((name) => [plainName(name), name]));
  const find = (part: keyof typeof columns): unknown => {
    const name = columns[part].map((one) => byName.get(one)).find((one) => one !== undefined && fieldOf(fields, one) !== '');
    return name === undefined ? undefined : fieldOf(fields, name);
  };
  const text = (part: keyof typeof columns): string => {
    const value = find(part);
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  };
  const tags = find('tags');
  return {
    row,
    title: text('title'),
    body: text('body'),
    shortcut: text('shortcut'),
    tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : splitTags(text('tags')),
    folder: text('folder'),
    lang: text('lang'),
    favourite: /^(?:true|yes|1|x)$/i.test(text('favourite')) || find('favourite') === true,
    dialect,
    ...(html === undefined ? {} : { html }),
  };
}

export const isNamed = (names: readonly string[]): boolean => {
  const known = new Set(names.map(plainName));
  return columns.body.some((name) => known.has(name));
};

/** Any of the JSON files we know. @throws RefusedFile */
export function readForeignJson(file: unknown): ForeignFile {
  if (isProKeys(file)) return { format: 'prokeys', rows: readProKeys(file) };
  if (isFields(file)) {
    const snippets = fieldOf(file, 'snippets');
    if (isProKeys(snippets)) return { format: 'prokeys', rows: readProKeys(snippets) };
    if (Array.isArray(fieldOf(file, 'folders'))) return { format: 'text-blaze', rows: readTextBlaze(file) };
    const macro = fieldOf(file, 'macro');
    const macros = isFields(macro) ? [macro] : fieldsOf(fieldOf(file, 'macros'));
    if (macros.some((one) => Array.isArray(fieldOf(one, 'actions')))) return { format: 'zendesk', rows: macros.map(readZendesk) };
    const list = ['snippets', 'replies', 'templates', 'items', 'shortcuts'].map((name) => fieldsOf(fieldOf(file, name)));
    const found = list.find((rows) => rows.some((row) => isNamed(Object.keys(row))));
    if (found) return readList(found);
    return readPairs(file);
  }
  const rows = fieldsOf(file);
  if (rows.length > 0 && rows.every((one) => Array.isArray(fieldOf(one, 'actions'))))
    return { format: 'zendesk', rows: rows.map(readZendesk) };
  if (rows.some((row) => isNamed(Object.keys(row)))) return readList(rows);
  throw new RefusedFile('unknown');
}

const readList = (rows: readonly Fields[]): ForeignFile => ({
  format: 'list',
  rows: rows.map((row, i) => readNamed(row, String(i + 1), 'own', 'perhaps')),
});

/** `{"shortcut": "text"}`, as several text expanders write it; Auto Text Expander's clipboard is known by its read-me. */
function readPairs(file: Fields): ForeignFile {
  const pairs = Object.entries(file);
  if (pairs.length === 0 || !pairs.every((pair): pair is [string, string] => typeof pair[1] === 'string')) throw new RefusedFile('unknown');
  return { format: 'pairs', rows: pairs.map(([name, body]) => ({ row: name, title: name, shortcut: name, body, dialect: 'auto-text' })) };
}

const variablesOf = (value: unknown): EspansoVariable[] =>
  fieldsOf(value).map((one) => {
    const params = fieldOf(one, 'params');
    return { name: textOf(one, 'name'), type: textOf(one, 'type'), params: isFields(params) ? params : {} };
  });

/** A match file: `matches` with `trigger` or `triggers`, and `replace` or `form`. @throws RefusedFile */
export function readEspanso(file: unknown): ForeignFile {
  const matches = isFields(file) ? fieldOf(file, 'matches') : undefined;
  if (!isFields(file) || !Array.isArray(matches)) throw new RefusedFile('unknown');
  const global = variablesOf(fieldOf(file, 'global_vars'));
  const rows = fieldsOf(matches).map((match, i): ForeignRow => {
    const form = textOf(match, 'form');
    const markup = textOf(match, 'html');
    const [first] = listOf(fieldOf(match, 'triggers'));
    const trigger = textOf(match, 'trigger') || (typeof first === 'string' ? first : '');
    const body = form || markup || textOf(match, 'replace') || textOf(match, 'markdown');
    return {
      row: String(i + 1),
      title: textOf(match, 'label'),
      shortcut: trigger,
      body: fromEspanso(body, [...global, ...variablesOf(fieldOf(match, 'vars'))], form !== ''),
      html: markup !== '' && form === '',
      dialect: 'own',
    };
  });
  return { format: 'espanso', rows };
}
