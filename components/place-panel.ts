const edge = 8;

/** Below the button where there is room, else above it; from its left edge on, else up to its right one; and never out of the window. */
export function placePanel(panel: HTMLElement, button: DOMRect): void {
  panel.style.removeProperty('max-height');
  const { width, height } = panel.getBoundingClientRect();
  const below = button.bottom + edge / 2;
  const top = below + height + edge <= innerHeight ? below : Math.max(edge, button.top - edge / 2 - height);
  const from = button.left + width + edge <= innerWidth ? button.left : button.right - width;
  const left = Math.max(edge, Math.min(from, innerWidth - width - edge));
  panel.style.top = `${top}px`;
  panel.style.left = `${left}px`;
  panel.style.maxHeight = `${innerHeight - Math.max(edge, top) - edge}px`;
}

/** For `onFocusOut` of a panel: whoever goes on from it by Tab has done with it. A window that is left, or a file being chosen, is not that. */
export function closeWhenLeft({ currentTarget: panel, relatedTarget: next }: FocusEvent & { readonly currentTarget: HTMLElement }): void {
  const opener = (next as HTMLButtonElement | null)?.popoverTargetElement;
  if (next instanceof Node && !panel.contains(next) && opener !== panel) panel.hidePopover();
}
