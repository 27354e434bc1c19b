import type { IconNode } from 'lucide';
import { h } from 'preact';

/** A lucide icon as Preact elements. Decoration: the control it stands in carries the name. */
export function Icon({ of, size = 16 }: { of: IconNode; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {of.map(([tag, attributes], i) => h(tag, { ...attributes, key: i }))}
    </svg>
  );
}
