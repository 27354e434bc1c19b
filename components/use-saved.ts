import { useState } from 'preact/hooks';

/**
 * What was just saved stands for what is kept, until that is read again: whoever opens a form a moment after finds there what they wrote.
 *
 * @returns what is kept, and how to say what was saved
 */
export function useSaved(kept: string): [kept: string, onSaved: (text: string) => void] {
  const [saved, setSaved] = useState<{ text: string; before: string }>();
  return [saved?.before === kept ? saved.text : kept, (text) => setSaved({ text, before: kept })];
}
