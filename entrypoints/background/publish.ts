import type { Watch } from '../../core/model.ts';
import { joinHandles } from '../../core/own.ts';
import { publishSnapshot, publishWatch, readWatch } from '../../messages/notices.ts';
import { listKeywords } from '../../storage/keywords.ts';
import { listMutes } from '../../storage/mutes.ts';
import { listReplies } from '../../storage/replies.ts';
import { getSettings } from '../../storage/settings.ts';
import { countByKeyword } from '../../storage/tallies.ts';
import { inTurn } from './later.ts';

const toHeard = ({ id, query, name, kind, color, lookalikes }: Watch['keywords'][number]) => ({
  id,
  query,
  name,
  kind,
  color,
  ...(lookalikes ? { lookalikes } : {}),
});

/** Browsers give stored objects back with their fields in another order, so they are laid out anew before they are compared. */
const canonical = ({
  keywords,
  places,
  mutes = [],
  keepRecent = true,
  strip = true,
  shortcuts = true,
  myHandles = {},
}: Omit<Watch, 'revision'>): string =>
  JSON.stringify([
    keywords.map(toHeard),
    mutes.map(({ id, kind, site, value, keywordId, until }) => [id, kind, site, value, keywordId, until].join(' ')).sort(),
    keepRecent,
    strip,
    shortcuts,
    Object.entries(myHandles)
      .map(([site, handles]) => `${site} ${handles.join(' ')}`)
      .sort(),
    Object.entries(places)
      .map(([name, { listen, highlight, strip = true }]) => `${name} ${listen} ${highlight} ${strip}`)
      .sort(),
  ]);

const oneByOne = inTurn();

/** What content scripts listen for. Published only where it differs, because every tab compiles it anew. */
export const tellPages = (): Promise<void> =>
  oneByOne(async () => {
    const [keywords, settings, mutes, published] = await Promise.all([listKeywords(), getSettings(), listMutes(), readWatch()]);
    const { places, keepRecent = true, strip = true, shortcuts = true } = settings;
    const myHandles = joinHandles(settings.myHandles, settings.learntHandles);
    const heard = keywords.filter((keyword) => !keyword.paused).map(toHeard);
    const watch = { keywords: heard, places, mutes, keepRecent, strip, shortcuts, myHandles };
    if (published && canonical(published) === canonical(watch)) return;
    await publishWatch({ revision: (published?.revision ?? 0) + 1, ...watch });
  });

export async function tellPopup(): Promise<void> {
  const [keywords, replies, counts] = await Promise.all([listKeywords(), listReplies(), countByKeyword()]);
  await publishSnapshot({ keywords, replies, counts });
}
