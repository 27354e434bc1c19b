import { fileLimits, RefusedFile } from '../../core/safe-json.ts';

/** The words of a file someone chose, of any name. @throws RefusedFile where it is larger than any of ours, or no text in UTF-8 */
export async function readText(file: File): Promise<string> {
  if (file.size > fileLimits.bytes) throw new RefusedFile('too-large');
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RefusedFile('not-text');
  }
}
