import type { Page } from '../../sites/_site.ts';

/** The page as it is now. `onMove` is called when the person goes elsewhere within the site without the document being loaded again. */
export function watchAddress(onMove: () => void, signal: AbortSignal): () => Page {
  let href = location.href;
  let page: Page = { url: new URL(href), document };
  let isFresh = false;

  function look() {
    if (location.href === href) return;
    const before = page.url;
    href = location.href;
    page = { url: new URL(href), document };
    if (before.pathname !== page.url.pathname || before.search !== page.url.search) queueMicrotask(onMove);
  }
  function spoil() {
    isFresh = false;
  }
  // Not in every browser Earshot runs in yet; where it is missing the next change of the page shows that the address changed too.
  const { navigation } = window as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', look, { signal });
  for (const type of ['popstate', 'hashchange']) window.addEventListener(type, look, { signal });
  // While we read one post after the other, nobody can go elsewhere.
  return () => {
    if (!isFresh) {
      isFresh = true;
      queueMicrotask(spoil);
      look();
    }
    return page;
  };
}
