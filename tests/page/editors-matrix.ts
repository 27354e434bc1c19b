/** What each editor was seen to do in each browser: printed, and kept as docs/editors.md. */
const columns = [
  'empty',
  'never focused',
  'one more',
  'after text',
  'over a selection',
  'out of focus',
  'caret',
  'undo',
  ';shortcut',
] as const;
type Column = (typeof columns)[number];

const browsers = { chromium: 'C', firefox: 'F' } as const;

const head = `# What each editor was seen to do

C: in Chromium, F: in Firefox. Printed by \`tests/page/editors.test.ts\`, which fails where this file says otherwise; \`npx vitest run --project page
tests/page/editors.test.ts -u\` writes it. Each is the real editor from npm, and the text is read from its own state; YouTube's box, which is in no
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

export function createMatrix(pages: Readonly<Record<string, { editor: string }>>) {
  const seen = new Set<string>();
  const cell = (page: string, column: Column) =>
    Object.entries(browsers)
      .map(([browser, letter]) => (seen.has(`${page} ${column} ${browser}`) ? letter : '–'))
      .join(' ');
  const all = Object.keys(pages).flatMap((page) =>
    columns.flatMap((column) => Object.keys(browsers).map((one) => `${page} ${column} ${one}`)),
  );
  return {
    tick: (page: string, column: Column, browser: keyof typeof browsers) => void seen.add(`${page} ${column} ${browser}`),
    isWhole: () => all.filter((one) => seen.has(one)).length > all.length / 2,
    print: () =>
      [
        head,
        `| page | editor | ${columns.join(' | ')} |`,
        `|---|---|${columns.map(() => '---|').join('')}`,
        ...Object.entries(pages).map(
          ([page, { editor }]) => `| ${page} | ${editor} | ${columns.map((one) => cell(page, one)).join(' | ')} |`,
        ),
        '',
      ].join('\n'),
  };
}
