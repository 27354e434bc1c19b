import type { IconNode } from 'lucide';

type Numbers = Record<string, number>;

/** Each shape as it is drawn from the corner of the icon. */
const drawn: Record<string, { of: string; draw: (shape: Numbers) => string }> = {
  circle: { of: 'cx cy r', draw: ({ cx = 0, cy = 0, r = 0 }) => `m${cx - r} ${cy}${halves(r, r)}` },
  ellipse: { of: 'cx cy rx ry', draw: ({ cx = 0, cy = 0, rx = 0, ry = 0 }) => `m${cx - rx} ${cy}${halves(rx, ry)}` },
  line: { of: 'x1 y1 x2 y2', draw: ({ x1 = 0, y1 = 0, x2 = 0, y2 = 0 }) => `m${x1} ${y1}L${x2} ${y2}` },
  rect: {
    of: 'x y width height rx ry',
    draw: ({ x = 0, y = 0, width = 0, height = 0, rx, ry }) => {
      const [a, b] = [rx ?? ry ?? 0, ry ?? rx ?? 0];
      const corner = (right: number, down: number) => `a${a} ${b} 0 0 1 ${right} ${down}`;
      const [across, along] = [width - 2 * a, height - 2 * b];
      return `m${x + a} ${y}h${across}${corner(a, b)}v${along}${corner(-a, b)}h${-across}${corner(-a, -b)}v${-along}${corner(a, -b)}z`;
    },
  },
};

const halves = (rx: number, ry: number): string => `a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;

function drawShape([tag, { key: _, ...attributes }]: IconNode[number]): string | undefined {
  const names = Object.keys(attributes);
  if (tag === 'path') return names.length === 1 ? String(attributes.d) : undefined;
  const shape = drawn[tag];
  if (!shape || names.some((name) => !shape.of.split(' ').includes(name))) return undefined;
  return shape.draw(Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, Number(value)])));
}

function makePath(icon: IconNode): string | undefined {
  const parts = icon.map(drawShape);
  // Every part may begin relative to where it stands: that is the corner.
  return parts.includes(undefined) ? undefined : parts.map((part) => `M0 0${part}`).join('');
}

const paths = new WeakMap<IconNode, { path: string | undefined }>();

/** All shapes of an icon as one path, a single thing for the browser to lay out; undefined where one of them is not only drawn along. */
export function pathOf(icon: IconNode): string | undefined {
  const known = paths.get(icon) ?? { path: makePath(icon) };
  paths.set(icon, known);
  return known.path;
}
