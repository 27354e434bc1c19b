import { findField, isField, watchFields } from '../../editors/index.ts';
import type { Site } from '../../sites/_site.ts';

const anyField = 'textarea,[contenteditable="true"],[contenteditable=""],[contenteditable="plaintext-only"]';

/** The site's own elements that hold a composer in their shadow root, where no selector from outside leads. */
function listHolders(site: Site): string[] {
  return site.composers.flatMap((selector) => /^[a-z]+-[\w-]+(?= )/.exec(selector)?.[0] ?? []);
}

function isInHolder(field: Element, site: Site): boolean {
  const holders = listHolders(site);
  for (let root = field.getRootNode(); holders.length > 0 && root instanceof ShadowRoot; root = root.host.getRootNode())
    if (holders.includes(root.host.localName)) return true;
  return false;
}

/** A field that a reply would be written in: the site's own composers, and on unknown pages any field of several lines. */
export function isReplyField(field: Element, site: Site): boolean {
  if (site.composers.length > 0 && (field.closest(site.composers.join(',')) || isInHolder(field, site))) return true;
  return site.hosts.length === 0 && field.localName !== 'input';
}

/** The documents of frames of the page's own origin. */
function listFrames(): Document[] {
  return [...document.querySelectorAll('iframe')].flatMap((frame) => {
    try {
      return frame.contentDocument?.body ? [frame.contentDocument] : [];
    } catch {
      return [];
    }
  });
}

/** The reply fields that can be seen: in the page's order, then those in shadow roots and in frames of the page's own. */
export function listComposers(site: Site, trees: readonly (Document | ShadowRoot)[] = [document]): HTMLElement[] {
  const own = site.composers.length > 0 ? site.composers.join(',') : anyField;
  return [...trees, ...listFrames()].flatMap((tree) => {
    const found = tree.querySelectorAll<HTMLElement>(tree instanceof ShadowRoot ? `${own},${anyField}` : own);
    return [...found].filter((field) => isField(field) && isReplyField(field, site) && field.checkVisibility({ visibilityProperty: true }));
  });
}

export const findComposer = (site: Site): HTMLElement | undefined => listComposers(site)[0];

/** The reply field in use, or else one to offer. */
export function fieldInUse(site: Site): HTMLElement | undefined {
  const field = findField(document);
  return field && isReplyField(field, site) ? field : undefined;
}

/** True where the caret is in this field, also within a shadow root or a frame. */
export function isFocused(field: HTMLElement): boolean {
  const active = (field.getRootNode() as Document | ShadowRoot).activeElement;
  return active !== null && field.contains(active);
}

/** Where a field stands on the screen, also from within frames. */
export function rectOf(field: HTMLElement): DOMRect {
  const { x, y, width, height } = field.getBoundingClientRect();
  const at = { x, y };
  for (let frame = frameOf(field); frame; frame = frameOf(frame)) {
    const box = frame.getBoundingClientRect();
    at.x += box.x + frame.clientLeft;
    at.y += box.y + frame.clientTop;
  }
  return new DOMRect(at.x, at.y, width, height);
}

const frameOf = (element: Element): Element | null => {
  const view = element.ownerDocument.defaultView;
  return view && view !== window ? view.frameElement : null;
};

export function watchReplyFields(
  site: Site,
  { onFocus, onKey }: { onFocus: (field: HTMLElement) => void; onKey: (event: KeyboardEvent) => void },
  signal: AbortSignal,
): void {
  watchFields(document, {
    signal,
    onKey,
    onFocus: (field) => {
      if (isReplyField(field, site)) onFocus(field);
    },
  });
}
