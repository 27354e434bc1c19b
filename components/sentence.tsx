import { createElement } from 'preact';
import { splitIsolated } from '../core/isolate.ts';
import { stripControls } from './plain-text.tsx';

/** A sentence of ours: names that were put into it stand apart (core/isolate.ts). */
export function Sentence({ children }: { children: string }) {
  const pieces = splitIsolated(children).map(stripControls);
  return createElement('bdi', null, ...pieces.map((piece, i) => (i % 2 === 0 ? piece : createElement('bdi', null, piece))));
}
