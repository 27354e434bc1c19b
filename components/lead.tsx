import { wordFor } from './words.ts';

/** Where a figure leads: to what it was counted from. */
export interface LeadTo {
  href: string;
  /** How many stand there. */
  count: number;
}

interface Props {
  to: LeadTo | undefined;
  /** What the figure is of, where it stands apart from it, as in a table or a tile. */
  name?: string;
  /** As it is shown; it is part of what the link is called. */
  children: string;
}

export const nameLead = (name: string, figure: string, count: number): string =>
  wordFor(count, 'leadOne', 'leadMany', [name, figure].filter(Boolean).join(', '));

/** A figure that can be pressed, where it is of something that is still there. */
export function Lead({ to, name = '', children }: Props) {
  if (!to) return <>{children}</>;
  return (
    <a class="lead" href={to.href} aria-label={nameLead(name, children, to.count)}>
      {children}
    </a>
  );
}
