/** Lets the person keep a file; it is made here and goes nowhere else. */
export const download = (name: string, text: string, type: string): void => downloadPieces(name, [text], type);

/** The same of a file that is at hand piece by piece. */
export function downloadPieces(name: string, pieces: BlobPart[], type: string): void {
  const address = URL.createObjectURL(new Blob(pieces, { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** `earshot-replies-2026-11-24.json`. */
export const nameFile = (what: string, ending: string, now: number): string =>
  `earshot-${what}-${new Date(now).toISOString().slice(0, 10)}.${ending}`;
