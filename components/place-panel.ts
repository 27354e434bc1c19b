const edge = 8;

/** Below the button where there is room, else above it, and never out of the window. */
export function placePanel(panel: HTMLElement, button: DOMRect): void {
  panel.style.removeProperty('max-height');
  const { width, height } = panel.getBoundingClientRect();
  const below = button.bottom + edge / 2;
  const top = below + height + edge <= innerHeight ? below : Math.max(edge, button.top - edge / 2 - height);
  const left = Math.max(edge, Math.min(button.right - width, innerWidth - width - edge));
  panel.style.top = `${top}px`;
  panel.style.left = `${left}px`;
  panel.style.maxHeight = `${innerHeight - Math.max(edge, top) - edge}px`;
}
