import type { Page, Site } from '../../sites/_site.ts';

/**
 * Presses the site's own Reply control of a post, because the person asked to answer it. This opens a box to write in. It is the only
 * press in Earshot: what is written is sent by the person, never by us.
 */
export function pressReply(site: Site, root: Element, page: Page): boolean {
  const control = site.replyControl?.(root, page);
  if (!control || opensElsewhere(control, page)) return false;
  control.click();
  return true;
}

/** A link that leaves the site, or a control that would send a form, is not one that opens a box. */
function opensElsewhere(control: HTMLElement, page: Page): boolean {
  if (control instanceof HTMLAnchorElement && control.href) {
    // Older sites write `href="javascript:…"` or `#`; the handler on them opens the box.
    const { protocol, hostname } = control;
    return protocol !== 'javascript:' && hostname !== page.url.hostname;
  }
  const button = control instanceof HTMLButtonElement || control instanceof HTMLInputElement ? control : undefined;
  return button?.type === 'submit' && button.form !== null;
}
