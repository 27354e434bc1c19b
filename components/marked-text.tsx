import type { Hit, Keyword } from '../core/model.ts';
import { stripControls } from './plain-text.tsx';

export type KeywordLook = Pick<Keyword, 'name' | 'kind' | 'color' | 'query' | 'lookalikes'>;
export type KeywordLooks = ReadonlyMap<string, KeywordLook>;

/** A stranger's text with the hits marked. Offsets are into the text as kept, so it is cut first and cleaned piece by piece. */
export function MarkedText({ text, hits, keywords }: { text: string; hits: readonly Hit[]; keywords: KeywordLooks }) {
  return (
    <>
      {cutAtHits(text, hits).map(({ words, hit }) =>
        hit ? <Marked key={hit.start} words={words} look={keywords.get(hit.keywordId)} /> : stripControls(words),
      )}
    </>
  );
}

function Marked({ words, look }: { words: string; look: KeywordLook | undefined }) {
  return (
    <mark class={look ? `kw-${look.color} kind-${look.kind}` : 'searched'} title={look?.name}>
      {stripControls(words)}
    </mark>
  );
}

export function cutAtHits(text: string, hits: readonly Hit[]): { words: string; hit?: Hit }[] {
  const pieces: { words: string; hit?: Hit }[] = [];
  let at = 0;
  for (const hit of [...hits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (hit.start < at || hit.end > text.length) continue;
    if (hit.start > at) pieces.push({ words: text.slice(at, hit.start) });
    pieces.push({ words: text.slice(hit.start, hit.end), hit });
    at = hit.end;
  }
  if (at < text.length) pieces.push({ words: text.slice(at) });
  return pieces;
}
