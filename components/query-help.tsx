import { type WordKey, word } from './words.ts';

/** What can be written, and what it means. The examples are the language's own and are the same in every tongue. */
const examples: readonly (readonly [string, WordKey])[] = [
  ['acme rocket', 'helpPhrase'],
  ['acme OR "acme corp"', 'helpOr'],
  ['acme AND (price OR cost)', 'helpAnd'],
  ['acme NOT recipe', 'helpNot'],
  ['acme NEAR/5 broken', 'helpNear'],
  ['rocket*  ·  organi?e', 'helpWildcard'],
  ['{Apple}', 'helpExact'],
  ['#acme  ·  @acme  ·  $ACME', 'helpSigns'],
  ['acme.com', 'helpDomain'],
  ['site:reddit  ·  in:reddit/r/devops', 'helpPlace'],
  ['author:ada  ·  lang:en  ·  kind:review', 'helpAuthor'],
  ['rating:<3  ·  has:question  ·  has:link', 'helpRating'],
];

export function QueryHelp() {
  return (
    <dl class="query-help">
      {examples.map(([query, meaning]) => (
        <div key={query}>
          <dt>
            {query.split('  ·  ').map((one) => (
              <code key={one}>{one}</code>
            ))}
          </dt>
          <dd class="small">{word(meaning)}</dd>
        </div>
      ))}
    </dl>
  );
}
