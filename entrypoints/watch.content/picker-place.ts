export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Field {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Viewport {
  width: number;
  height: number;
}

export const buttonSize = 36;
const gap = 4;
const panelWidth = 380;
const panelHeight = 460;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** In the lower right corner of the field; in a field of one line, at its end. Undefined where the field is out of sight. */
export function placeButton(field: Field, viewport: Viewport): Box | undefined {
  if (field.bottom < 0 || field.top > viewport.height || field.right < 0 || field.left > viewport.width || field.right - field.left < 60)
    return undefined;
  const size = buttonSize;
  const height = field.bottom - field.top;
  const inset = height < size + 2 * gap ? (height - size) / 2 : gap;
  const left = clamp(field.right - size - gap, gap, viewport.width - size - gap);
  const top = clamp(field.bottom - size - inset, gap, viewport.height - size - gap);
  return { left, top, width: size, height: size };
}

const cardWidth = 364;

/** In less of a frame than this nobody can read a card. */
export const leastView = { width: 220, height: 150 };

/** Right below the words where there is room in view, else right above them; it begins where they begin. */
export function placeCard(words: Field, view: Box, wanted: number): Box {
  const [right, bottom] = [view.left + view.width, view.top + view.height];
  const width = Math.min(cardWidth, view.width - 2 * gap);
  const height = Math.min(wanted, view.height - 2 * gap);
  const isBelow = bottom - words.bottom - 2 * gap >= height || bottom - words.bottom >= words.top - view.top;
  return {
    left: clamp(words.left - 8, view.left + gap, right - width - gap),
    top: clamp(isBelow ? words.bottom + gap : words.top - gap - height, view.top + gap, bottom - height - gap),
    width,
    height,
  };
}

/** In less than this nobody can choose a reply. */
const leastPanel = 180;
/** Of a field that leaves no room beside it so much stays in sight. */
const firstLines = 72;

/** What the panel is to leave in sight: the field, or the first lines of one that fills the window. */
function keptInSight(field: Field, viewport: Viewport): Pick<Field, 'top' | 'bottom'> {
  if (Math.max(field.top, viewport.height - field.bottom) - 2 * gap >= leastPanel) return field;
  const top = Math.max(field.top, 0);
  return { top, bottom: Math.min(field.bottom, top + firstLines) };
}

/** Below the field where there is room, else above it, else as much of it as one of the two has room for; always whole within the viewport. */
export function placePanel(field: Field, viewport: Viewport, wanted = panelHeight): Box {
  const kept = keptInSight(field, viewport);
  const below = viewport.height - kept.bottom - 2 * gap;
  const above = kept.top - 2 * gap;
  const width = Math.min(panelWidth, viewport.width - 2 * gap);
  const height = Math.min(wanted, panelHeight, viewport.height - 2 * gap, Math.max(below, above, leastPanel));
  const top = below >= height ? kept.bottom + gap : kept.top - gap - height;
  return {
    left: clamp(field.right - width, gap, viewport.width - width - gap),
    top: clamp(top, gap, viewport.height - height - gap),
    width,
    height,
  };
}
