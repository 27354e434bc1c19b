import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

/** What stands where nothing is yet: what this place is for and what to do next. */
export function Empty({ icon, title, children }: { icon: IconNode; title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <Icon of={icon} size={22} />
      <strong>{title}</strong>
      {children}
    </div>
  );
}
