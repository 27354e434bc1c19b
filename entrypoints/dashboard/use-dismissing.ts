import { useMemo } from 'preact/hooks';
import { type Dismissing, listChoices } from '../../components/dismissing.ts';
import { nameMute } from '../../components/mute-words.ts';
import { word, wordFor } from '../../components/words.ts';
import { addGuard } from '../../core/guard.ts';
import type { Mention, Mute } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import { placeOfPost } from '../../sites/_index.ts';
import { listCovered } from '../../storage/mutes.ts';
import { adviseWords } from '../../storage/word-advice.ts';
import type { InboxActs } from './inbox/use-inbox-acts.ts';
import type { PageProps } from './page-props.ts';
import { nameSite } from './site-names.ts';

const others = async (mention: Mention, mute: Mute): Promise<string[]> =>
  (await listCovered([mute], Date.now())).filter((id) => id !== mention.id);

/** What a person does about a mention that is not relevant. Each of it can be taken back as a whole. */
export function useDismissing({ data, editing, notify }: PageProps, { around, back: takeBack }: InboxActs): Dismissing {
  return useMemo(() => {
    const keywordOf = (id: string) => data.keywords.find((keyword) => keyword.id === id);
    const setStatus = (ids: string[], status: Mention['status']) =>
      ids.length > 0 ? send('mention/setStatus', { ids, status }) : Promise.resolve();
    /** Both or, where the second fails, what was done is said to have failed. */
    const both = async (first: Promise<unknown>, second: () => Promise<unknown>) => {
      await first;
      await second();
    };
    return {
      listChoices: (mention) => listChoices(mention, placeOfPost(mention), nameSite),
      adviseWords: (mention, keywordId) => adviseWords(mention, keywordOf(keywordId), Date.now()),
      countOthers: async (mention, mute) => (await others(mention, mute)).length,
      async onMute(mention, mute, also) {
        const more = also ? await others(mention, mute) : [];
        const all = [mention.id, ...more];
        const done = () => editing.attempt(both(send('mute/save', { mutes: [mute] }), () => setStatus(all, 'ignored')));
        if (!(await around(all, done))) return;
        const what = nameMute(mute, nameSite);
        const text = more.length > 0 ? wordFor(more.length, 'mutedNowOne', 'mutedNowMany', what) : word('mutedNow', what);
        const back = async () => {
          await send('mute/remove', { id: mute.id });
          await setStatus([mention.id], mention.status);
          await setStatus(more, 'new');
        };
        notify({ text, undo: () => takeBack(all, () => editing.attempt(back())) });
      },
      async onGuard(mention, keywordId, words) {
        const keyword = keywordOf(keywordId);
        const query = keyword && addGuard(keyword.query, words);
        if (!keyword || !query) return notify({ text: word('leaveOutKept', keyword?.name ?? ''), bad: true });
        const name = keyword.name === keyword.query ? keyword.query : keyword.name;
        const done = () =>
          editing.attempt(
            both(send('keyword/save', { keywords: [{ ...keyword, query, name }] }), () => setStatus([mention.id], 'ignored')),
          );
        if (!(await around([mention.id], done))) return;
        const back = async () => {
          await send('keyword/save', { keywords: [keyword] });
          await setStatus([mention.id], mention.status);
        };
        notify({ text: word('leftOut', keyword.name, words), undo: () => takeBack([mention.id], () => editing.attempt(back())) });
      },
    };
  }, [data.keywords, editing, notify, around, takeBack]);
}
