/** What the card of a mention asks and does. It is a frame in a web page, which has no database of its own. */
import { addGuard } from '../../core/guard.ts';
import type { Mention } from '../../core/model.ts';
import type { Answered, Handlers } from '../../messages/contract.ts';
import { nameOfPlace, placeOfPost } from '../../sites/_index.ts';
import { getDraft, saveDraft } from '../../storage/drafts.ts';
import { getKeyword, saveKeywords } from '../../storage/keywords.ts';
import { getMention } from '../../storage/mentions.ts';
import { listCovered } from '../../storage/mutes.ts';
import { readCard } from '../../storage/people.ts';
import { adviseWords } from '../../storage/word-advice.ts';

function readPlace(mention: Mention): { value: string; name: string } {
  const value = placeOfPost(mention);
  return { value, name: nameOfPlace(value) };
}

async function leaveOut(id: string, words: string): Promise<string | undefined> {
  const keyword = await getKeyword(id);
  const query = keyword && addGuard(keyword.query, words);
  if (!keyword || !query) return undefined;
  await saveKeywords([{ ...keyword, query }]);
  return keyword.name;
}

/** `watched` is what is done with a change that open pages have to hear of. */
export function createCardHandlers(watched: (work: Promise<unknown>) => Promise<unknown>) {
  return {
    'mention/card': async ({ id }): Promise<Answered<'mention/card'>> => {
      const [facts, draft] = await Promise.all([readCard(id), getDraft(`card ${id}`)]);
      return { ...facts, ...(facts.mention ? { place: readPlace(facts.mention) } : {}), ...(draft ? { draft: draft.text } : {}) };
    },
    'note/draft': async ({ id, text }) => {
      await saveDraft(`card ${id}`, text.trim() && text, Date.now());
      return {};
    },
    'mention/advice': async ({ id, keywordId }) => {
      const [mention, keyword] = await Promise.all([getMention(id), keywordId ? getKeyword(keywordId) : undefined]);
      return mention ? adviseWords(mention, keyword, Date.now()) : { words: [] };
    },
    'mute/covers': async ({ mute, except }) => ({ ids: (await listCovered([mute], Date.now())).filter((id) => id !== except) }),
    'keyword/leaveOut': async ({ id, words }): Promise<Answered<'keyword/leaveOut'>> => {
      const work = leaveOut(id, words);
      await watched(work);
      const name = await work;
      return name === undefined ? {} : { name };
    },
  } satisfies Partial<Handlers>;
}
