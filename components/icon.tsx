import type { IconNode } from 'lucide';
import { h } from 'preact';
import { pathOf } from './icon-path.ts';

/** A lucide icon as Preact elements, drawn as theme.css says. Decoration: the control it stands in carries the name. */
export function Icon({ of, size = 16 }: { of: IconNode; size?: number }) {
  const path = pathOf(of);
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      {path === undefined ? of.map(([tag, attributes], i) => h(tag, { ...attributes, key: i })) : <path d={path} />}
    </svg>
  );
}
