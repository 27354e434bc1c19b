/** The folder with labelled texts and series, named by `--corpora FOLDER` or EARSHOT_CORPORA. Says so and returns nothing where there is none. */
import { existsSync } from 'node:fs';

export function corpora(): string | undefined {
  const at = process.argv.findIndex((argument) => /^--corpora(?:=|$)/.test(argument));
  const folder = at < 0 ? process.env.EARSHOT_CORPORA : (process.argv[at]?.split('=')[1] ?? process.argv[at + 1]);
  if (folder && existsSync(folder)) return folder;
  console.log('skipped: EARSHOT_CORPORA (or --corpora) names no folder with labelled data');
  return undefined;
}
