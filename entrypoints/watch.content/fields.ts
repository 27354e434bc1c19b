import { findField, isField, watchFields } from '../../editors/index.ts';
import type { Site } from '../../sites/_site.ts';

/** A field that a reply would be written in: the site's own composers, and on unknown pages any field of several lines. */
export function isReplyField(field: Element, site: Site): boolean {
  if (site.composers.length > 0 && field.closest(site.composers.join(','))) return true;
  return site.hosts.length === 0 && !(field instanceof HTMLInputElement);
}

/** The reply fields that can be seen, in the page's order. */
export function listComposers(site: Site): HTMLElement[] {
  const selector = site.composers.length > 0 ? site.composers.join(',') : 'textarea,[contenteditable="true"],[contenteditable=""]';
  const found = [...document.querySelectorAll<HTMLElement>(selector)];
  return found.filter((field) => isField(field) && isReplyField(field, site) && field.checkVisibility({ visibilityProperty: true }));
}

export const findComposer = (site: Site): HTMLElement | undefined => listComposers(site)[0];

/** The reply field in use, or else one to offer. */
export function fieldInUse(site: Site): HTMLElement | undefined {
  const field = findField(document);
  return field && isReplyField(field, site) ? field : undefined;
}

export function watchReplyFields(site: Site, onFocus: (field: HTMLElement) => void, signal: AbortSignal): void {
  watchFields(document, {
    signal,
    onFocus: (field) => {
      if (isReplyField(field, site)) onFocus(field);
    },
  });
}
