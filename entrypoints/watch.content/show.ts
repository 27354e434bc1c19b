import { rangesOf } from '../../sites/_text.ts';
import type { Session } from './session.ts';

/** `unlessSeen`: what is looked at already stays where it is. */
export function scrollToPost(element: Element, unlessSeen = false): void {
  const { top, bottom } = element.getBoundingClientRect();
  if (unlessSeen && top >= 0 && bottom <= innerHeight) return;
  // A tab behind another does not move smoothly: it does not move at all.
  const calm = document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
}

/** Scrolls to a mention, gives its hits a moment's emphasis and says where they stand. Undefined where its post is not in the page now. */
export function showMention(session: Session, id: string): StaticRange[] | undefined {
  const root = session.mentions.rootOf(id);
  const reading = root && session.reader.read(root);
  if (!reading) return undefined;
  const { text } = reading;
  const ranges = session.match(reading).hits.flatMap(({ start, end }) => rangesOf(text, start, end));
  // A long post is shown where it is about the keyword.
  scrollToPost(ranges[0]?.startContainer.parentElement ?? root);
  if (session.rules().highlight && ranges.length > 0) session.painter.flash(ranges);
  return ranges;
}
