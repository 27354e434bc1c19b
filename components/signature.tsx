import { splitIsolated } from '../core/isolate.ts';
import { Stranger, stripControls } from './plain-text.tsx';

/** Who said it, where and when: the name and the handle each keep their direction to themselves. */
export function Signature({ by }: { by: string }) {
  return <>{splitIsolated(by).map((part, i) => (i % 2 === 0 ? stripControls(part) : <Stranger key={part}>{part}</Stranger>))}</>;
}
