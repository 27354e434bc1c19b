/**
 * What is a habit of this browser's and no part of the data, in our origin's localStorage: it answers at once, and all pages of ours share it.
 * A browser that gives no room throws at the very name of it; nothing is remembered then, and the page goes on.
 */
export function readHabit(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keepHabit(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // No room: a habit that is forgotten is no loss.
  }
}
