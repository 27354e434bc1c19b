import { Braces } from 'lucide';
import { useRef } from 'preact/hooks';
import { nameOfField, usualFallback, variableNames } from '../core/template-names.ts';
import { Icon } from './icon.tsx';
import { nameVariable } from './variable-words.ts';
import { type WordKey, word } from './words.ts';

/** What a reply can do; where it takes words, those that are selected are put between the two. */
const parts: readonly { name: WordKey; before: string; after?: string }[] = [
  { name: 'partIf', before: '{{#if rating < 3}}', after: '{{/if}}' },
  { name: 'partChoose', before: '{{choose "', after: '" "Thank you"}}' },
  { name: 'partDate', before: '{{date +2d "weekday"}}' },
  { name: 'partAsk', before: '{{ask "', after: '"}}' },
  { name: 'partCursor', before: '{{cursor}}' },
  { name: 'partSnippet', before: '{{snippet "', after: '"}}' },
  { name: 'partLink', before: '{{link "https://', after: '" campaign="care"}}' },
];

const variables = variableNames.map((name) => ({ name, tag: `{{${name}${name in usualFallback ? `|${usualFallback[name]}` : ''}}}` }));

/** Everything that may stand in a reply, to be put in where the caret is. */
interface Props {
  onInsert: (before: string, after?: string) => void;
  /** What is kept of people besides note and tags. */
  personFields?: readonly string[] | undefined;
}

export function InsertMenu({ onInsert, personFields = [] }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  function insert(before: string, after?: string) {
    if (menu.current) menu.current.open = false;
    onInsert(before, after);
  }
  /** Escape closes the menu first, then the form. */
  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !menu.current?.open) return;
    event.stopPropagation();
    menu.current.open = false;
    menu.current.querySelector('summary')?.focus();
  }
  return (
    <details ref={menu} class="insert-menu" onKeyDown={onKey}>
      <summary class="button slim" aria-label={word('insertMenuName')}>
        <Icon of={Braces} size={13} />
        {word('insertMenu')}
      </summary>
      <div class="insert-choices">
        <fieldset>
          <legend class="quiet small">{word('insertNames')}</legend>
          {variables.map(({ name, tag }) => (
            <button key={name} type="button" class="plain" onClick={() => insert(tag)}>
              <span>{nameVariable(name)}</span>
              <code class="quiet">{name}</code>
            </button>
          ))}
          {personFields.map(nameOfField).map((name) => (
            <button key={name} type="button" class="plain" onClick={() => insert(`{{${name}}}`)}>
              <span>{word('varField', name.slice(name.indexOf('.') + 1))}</span>
              <code class="quiet">{name}</code>
            </button>
          ))}
        </fieldset>
        <fieldset>
          <legend class="quiet small">{word('insertParts')}</legend>
          {parts.map(({ name, before, after }) => (
            <button key={name} type="button" class="plain" onClick={() => insert(before, after)}>
              <span>{word(name)}</span>
              <code class="quiet">{/^\{\{#?\w+/.exec(before)?.[0].slice(2)}</code>
            </button>
          ))}
        </fieldset>
      </div>
    </details>
  );
}
