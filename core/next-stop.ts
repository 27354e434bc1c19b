/**
 * Which of several places down a page comes next for someone who goes from one to the other. `tops` are in the page's order; `last` is where
 * they went last, `view` the part of the page they see now. Round the end it begins anew; -1 where there is none at all.
 */
export function nextStop(tops: readonly number[], last: number | undefined, view: { from: number; to: number }, by: 1 | -1): number {
  if (tops.length === 0) return -1;
  const half = (view.to - view.from) / 2;
  const top = last === undefined ? undefined : tops[last];
  // Someone who has scrolled far from where they went last goes on from where they are.
  if (last !== undefined && top !== undefined && top >= view.from - half && top <= view.to + half)
    return (last + by + tops.length) % tops.length;
  const below = tops.findIndex((one) => one >= view.from);
  if (by === 1) return below === -1 ? 0 : below;
  return below <= 0 ? tops.length - 1 : below - 1;
}
