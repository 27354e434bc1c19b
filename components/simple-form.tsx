import { useEffect, useRef, useState } from 'preact/hooks';
import { printQuery } from '../core/query-print.ts';
import { readQuery } from '../core/query-reader.ts';
import { type SimpleQuery, simpleOf, treeOf } from '../core/simple-query.ts';
import { Field } from './controls.tsx';
import { type WordKey, word } from './words.ts';

type Part = keyof SimpleQuery;
type Texts = Record<Part, string>;

const parts: readonly (readonly [Part, WordKey, WordKey])[] = [
  ['any', 'simpleAny', 'simpleAnyExample'],
  ['all', 'simpleAll', 'simpleAllExample'],
  ['none', 'simpleNone', 'simpleNoneExample'],
  ['exact', 'simpleExact', 'simpleExactExample'],
  ['sites', 'simpleSites', 'simpleSitesExample'],
];
const blank: Texts = { any: '', all: '', none: '', exact: '', sites: '' };

const bare = (text: string): string => text.replace(/^"(.*)"$/, '$1');

/** Between commas, but not those inside quotes. */
export const splitList = (text: string): string[] => (text.match(/(?:"[^"]*"?|[^,"])+/g) ?? []).map((item) => item.trim()).filter(Boolean);

export const joinList = (items: readonly string[]): string =>
  items.map((item) => (item.includes(',') && !item.startsWith('"') ? `"${item}"` : item)).join(', ');

export function readForm(query: string): Texts | undefined {
  const tree = readQuery(query);
  if (!tree) return blank;
  const simple = simpleOf(tree);
  if (!simple) return undefined;
  const { any, all, none, exact, sites } = simple;
  return { any: joinList(any), all: joinList(all), none: joinList(none), exact: joinList(exact), sites: joinList(sites) };
}

export function writeForm({ any, all, none, exact, sites }: Texts): string {
  const lists = { any: splitList(any), all: splitList(all), none: splitList(none) };
  const tree = treeOf({ ...lists, exact: splitList(exact).map(bare), sites: splitList(sites).map(bare) });
  return tree ? printQuery(tree) : '';
}

/** The query as five lists. Both are kept in step: what is typed here is written above, and what is written above is shown here. */
export function SimpleForm({ query, onChange }: { query: string; onChange: (query: string) => void }) {
  const [texts, setTexts] = useState(() => readForm(query));
  const written = useRef(query);
  useEffect(() => {
    // What was written here is left as it was typed, half-finished as it may be.
    if (query === written.current) return;
    written.current = query;
    setTexts(readForm(query));
  }, [query]);
  if (!texts) return <p class="quiet small">{word('simpleCannot')}</p>;

  function change(part: Part, text: string) {
    const next = { ...(texts ?? blank), [part]: text };
    setTexts(next);
    written.current = writeForm(next);
    onChange(written.current);
  }
  return (
    <>
      <div class="simple-form">
        {parts.map(([part, name, example]) => (
          <Field key={part} label={word(name)} value={texts[part]} placeholder={word(example)} onInput={(text) => change(part, text)} />
        ))}
      </div>
      <p class="quiet small">{word('simpleHint')}</p>
    </>
  );
}
