import { publishSnapshot, publishWatch, readWatch } from '../../messages/notices.ts';
import { listKeywords } from '../../storage/keywords.ts';
import { listReplies } from '../../storage/replies.ts';
import { getSettings } from '../../storage/settings.ts';
import { countByKeyword } from '../../storage/tallies.ts';

/** What content scripts listen for. Published only where it differs, because every tab compiles it anew. */
export async function tellPages(): Promise<void> {
  const [keywords, settings, published] = await Promise.all([listKeywords(), getSettings(), readWatch()]);
  const heard = keywords.filter((keyword) => !keyword.paused).map(({ id, query, name, kind, color }) => ({ id, query, name, kind, color }));
  const watch = { keywords: heard, places: settings.places };
  const same = published && JSON.stringify({ keywords: published.keywords, places: published.places }) === JSON.stringify(watch);
  if (!same) await publishWatch({ revision: (published?.revision ?? 0) + 1, ...watch });
}

export async function tellPopup(): Promise<void> {
  const [keywords, replies, counts] = await Promise.all([listKeywords(), listReplies(), countByKeyword()]);
  await publishSnapshot({ keywords, replies, counts });
}
