/** What each editor was seen to do in each browser: printed, and kept as docs/editors.md. */
const all = ['empty', 'never focused', 'one more', 'after text', 'over a selection', 'out of focus', 'caret', 'undo', ';shortcut'] as const;
const ofMentions = ['never focused', 'undo', 'one more'] as const;

const browsers = { chromium: 'C', firefox: 'F' } as const;

const head = `# What each editor was seen to do

C: in Chromium, F: in Firefox. Printed by \`tests/page/editors.test.ts\`, which fails where this file says otherwise; \`npx vitest run --project page
tests/page/editors.test.ts -u\` writes all but the last part. Each is the real editor from npm, and the text is read from its own state; YouTube's box, which is in no
package, is written by hand after its kind.

- **empty**: two paragraphs with a blank line, an emoji of two parts and letters that mean something in HTML stand in the field; the Post button is open.
- **after text**: behind a handle the site has put there, which stays. **out of focus**: before the last letter, where the caret was.
- **one more**: a second reply begins a line of its own.
- **caret**: what is typed next stands at \`{{cursor}}\`. **undo**: one undo gives back what was there, in each of these cases.
- **;shortcut**: a typed word is replaced, and one undo gives it back.
- An \`<input>\` has no lines: there they are joined by spaces.
- ProseMirror, TipTap and Quill take what is done within half a second or a second for one step: an undo after that time gives back exactly what was
  there before the insertion, one before it takes the last words typed with it.
`;

const mentions = `
## Where a mention stands already

The site has put one into the box, as a thing of its own and not as letters only (in the textarea: with the page itself). It stays what it is, before
the reply.
`;

export type Page = { editor: string };
type Browser = keyof typeof browsers;

function createTable<Column extends string>(pages: Readonly<Record<string, Page>>, columns: readonly Column[]) {
  const seen = new Set<string>();
  const cell = (page: string, column: Column) =>
    Object.entries(browsers)
      .map(([browser, letter]) => (seen.has(`${page} ${column} ${browser}`) ? letter : '–'))
      .join(' ');
  const cells = Object.keys(pages).length * columns.length * Object.keys(browsers).length;
  return {
    tick: (page: string, column: Column, browser: Browser) => void seen.add(`${page} ${column} ${browser}`),
    isWhole: () => seen.size > cells / 2,
    print: () =>
      [
        `| page | editor | ${columns.join(' | ')} |`,
        `|---|---|${columns.map(() => '---|').join('')}`,
        ...Object.entries(pages).map(
          ([page, { editor }]) => `| ${page} | ${editor} | ${columns.map((one) => cell(page, one)).join(' | ')} |`,
        ),
      ].join('\n'),
  };
}

/** What was seen by hand is written by hand, and kept as it is. */
const byHand = '\n## Seen by hand\n';

export function createMatrix(pages: Readonly<Record<string, Page>>, withMention: Readonly<Record<string, Page>>) {
  const editors = createTable(pages, all);
  const mentioning = createTable(withMention, ofMentions);
  return {
    tick: editors.tick,
    tickMention: mentioning.tick,
    isWhole: () => editors.isWhole() && mentioning.isWhole(),
    /** `written`: the file as it is. */
    print: (written: string) => {
      const at = written.indexOf(byHand);
      return [head, editors.print(), mentions, mentioning.print(), at < 0 ? '' : written.slice(at)].join('\n');
    },
  };
}
