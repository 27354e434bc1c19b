/** Is this key meant for a field, a control of its own, or the browser, rather than for a shortcut of ours? */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  const writes = 'input:not([type=checkbox], [type=radio]), textarea, select';
  return target.isContentEditable || target.matches(writes) || document.querySelector('dialog[open]') !== null;
}
