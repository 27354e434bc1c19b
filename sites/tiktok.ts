import type { Gone, PostCounts } from '../core/model.ts';
import { countOf } from './_counts.ts';
import { goneFromPage } from './_gone.ts';
import { contentId, linkOf, pathOf, rememberElement, timeOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

// Class names change with every build, the boxes move; only the words are marked. So they are the root, and the rest is found around them.
const comment = '[data-e2e="comment-level-1"], [data-e2e="comment-level-2"]';
const video = '[data-e2e="browse-video-desc"], [data-e2e="video-desc"], [data-e2e="search-card-video-caption"], [data-e2e="new-desc-span"]';
const words = `${comment}, ${video}`;

const profile = 'a[href*="/@"]';
const watched = 'a[href*="/video/"], a[href*="/photo/"], [id^="xgwrapper-"]';
const videoPath = /^\/@([\w.-]+)\/(video|photo)\/(\d{15,20})/;
const numbered = /^\d{15,20}$/;
const whoAmI = rememberElement(
  'a[data-e2e="nav-profile"], [data-e2e="nav-profile"] a[href*="/@"], [data-e2e="profile-icon"] a[href*="/@"]',
);

const handleOf = (link: Element | null | undefined): string | undefined => /^\/@([\w.-]+)/.exec(pathOf(link))?.[1];

/** The nearest box around some words that also holds one of these, other than in words (where others are named). */
function climb(root: Element, wanted: string, alone: string): { box: Element; found: Element } | undefined {
  for (let box = root.parentElement, steps = 0; box && steps < 12; box = box.parentElement, steps++) {
    const found = [...box.querySelectorAll(wanted)].find((one) => !one.closest(words));
    if (found) return { box, found };
    if (box.querySelectorAll(alone).length > 1) return undefined;
  }
  return undefined;
}

/** Ids count seconds in their upper half. */
const timeOfId = (id: string): number | undefined => timeOf(new Date(Number(BigInt(id) >> 32n) * 1000).toISOString());

/** Only a date of another year is written whole, and in the same way in every language. */
function writtenDate(box: Element): number | undefined {
  for (const span of box.querySelectorAll('span, p')) {
    const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(span.textContent ?? '') ?? [];
    if (year && month && day) return timeOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  }
  return undefined;
}

const writerOf = (link: Element, name: string | undefined): Post['author'] => {
  const handle = handleOf(link);
  return { handle, name: name === handle ? undefined : name, url: handle && `https://www.tiktok.com/@${handle}` };
};

/** Beside the name may stand a word that says the video is theirs. */
function readName(box: Element): string | undefined {
  const shown = box.querySelector('[data-e2e^="comment-username-"]');
  return wordsOf(shown?.querySelector('a') ?? shown);
}

function isOwn(page: Page, handle: string | undefined): true | undefined {
  return (handle !== undefined && handleOf(whoAmI(page)) === handle) || undefined;
}

function readComment(root: Element, page: Page): Post | undefined {
  const around = climb(root, profile, comment);
  if (!around || !root.textContent?.trim()) return undefined;
  const { box, found } = around;
  const author = writerOf(found, readName(box));
  const [path, , , id] = videoPath.exec(page.url.pathname) ?? [];
  const marked = box.closest('[id]')?.id ?? '';
  const own = numbered.test(marked)
    ? marked
    : [...box.querySelectorAll('[id]')].find((one) => numbered.test(one.id) && one.contains(root))?.id;
  return {
    id: own ?? contentId(id ?? 'comment', { author, text: [root] }),
    url: path && `https://www.tiktok.com${path}`,
    kind: 'comment',
    author,
    text: [root],
    postedAt: own ? timeOfId(own) : writtenDate(box),
    own: isOwn(page, author.handle),
  };
}

/** A player knows the number of what it plays, and a card links to it. Neither is looked for outside the video's own box. */
function findWatched(root: Element): Element | undefined {
  const item = root.closest('[data-e2e="recommend-list-item-container"], article');
  if (item) return item.querySelector(watched) ?? undefined;
  return root.matches('[data-e2e="browse-video-desc"]') ? undefined : climb(root, watched, video)?.found;
}

/** What is not marked so is what the page is about, if it is by the same person. */
function readVideo(root: Element, page: Page): Post | undefined {
  const near = findWatched(root);
  const by = handleOf(climb(root, profile, video)?.found);
  const ofPage = videoPath.exec(page.url.pathname);
  const ofLink = videoPath.exec(linkOf(page, near?.getAttribute('href'))?.pathname ?? '');
  const played = /^xgwrapper-\d+-(\d{15,20})$/.exec(near?.id ?? '')?.[1];
  const [, of, kind = 'video', linked] = ofLink ?? (!played && (!by || ofPage?.[1] === by) ? ofPage : undefined) ?? [];
  const id = played ?? linked;
  const handle = of ?? by;
  if (!id || !handle || !root.textContent?.trim()) return undefined;
  return {
    id,
    url: `https://www.tiktok.com/@${handle}/${kind}/${id}`,
    kind: 'post',
    author: { handle, url: `https://www.tiktok.com/@${handle}` },
    text: [root],
    postedAt: timeOfId(id),
    own: isOwn(page, handle),
  };
}

const read = (root: Element, page: Page): Post | undefined => (root.matches(comment) ? readComment(root, page) : readVideo(root, page));

/** A video's numbers stand in its own box, or on the page that shows it alone; a card in a search shows how often it was played. */
function counts(root: Element, page: Page): PostCounts {
  const near = (marks: string, alone: string) => {
    const around = climb(root, marks, alone);
    // What stands with another one is anybody's.
    return around?.box.querySelectorAll(alone).length === 1 ? countOf(page, around.found) : undefined;
  };
  if (root.matches(comment)) return { likes: near('[data-e2e="comment-like-count"]', comment) };
  const item = root.closest('[data-e2e="recommend-list-item-container"], article');
  const of = (name: string) =>
    item ? countOf(page, item.querySelector(`[data-e2e="${name}"]`)) : near(`[data-e2e="${name}"], [data-e2e="browse-${name}"]`, video);
  return {
    likes: of('like-count'),
    replies: of('comment-count'),
    reposts: of('share-count'),
    views: near('[data-e2e="video-views"]', video),
  };
}

function mainPost(page: Page): Element | undefined {
  const id = videoPath.exec(page.url.pathname)?.[3];
  return id ? [...page.document.querySelectorAll(video)].find((root) => read(root, page)?.id === id) : undefined;
}

const gone = (page: Page): Gone[] =>
  goneFromPage(
    page,
    videoPath.exec(page.url.pathname)?.[3],
    'main p, [class*="DivErrorContainer"] p',
    /^(?:video currently unavailable|video isn.t available|this video is unavailable)/i,
  );

const site: Site = {
  name: 'TikTok',
  hosts: ['tiktok.com'],
  basis: 'reports',
  posts: [comment, video], // 2026-08
  read,
  composers: ['[data-e2e="comment-input"] [contenteditable="true"]'], // 2026-08
  replyControl: (root, page) =>
    read(root, page)?.kind === 'comment'
      ? (climb(root, '[data-e2e^="comment-reply-"]', comment)?.found as HTMLElement | undefined)
      : undefined,
  mainPost,
  counts,
  gone,
  searchUrl: (text) => `https://www.tiktok.com/search/video?q=${encodeURIComponent(text)}`,
};
export default site;
