import type { Settings } from '../core/model.ts';
import { keepHabit, readHabit } from './habits.ts';

const key = 'theme';

/**
 * The chosen scheme is in the database, which answers after the first paint. A copy in our origin's localStorage is there at once, so that no
 * page flashes white at night.
 */
export function applyKeptTheme(): void {
  show(readHabit(key));
}

export function applyTheme(theme: Settings['theme']): void {
  keepHabit(key, theme);
  show(theme);
}

function show(theme: string | null): void {
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}
