import { useMemo } from 'preact/hooks';
import type { Dismissing, MuteChoice, WordAdvice } from '../../components/dismissing.ts';
import { nameMute } from '../../components/mute-words.ts';
import { word, wordFor } from '../../components/words.ts';
import { addGuard, findGuard } from '../../core/guard.ts';
import { listGuardWords } from '../../core/guard-words.ts';
import type { Keyword, Mention, Mute } from '../../core/model.ts';
import { personOf } from '../../core/mutes.ts';
import { postsFor } from '../../core/try-query.ts';
import { send } from '../../messages/send.ts';
import { placeOf } from '../../sites/_index.ts';
import { listMentions } from '../../storage/mentions.ts';
import { listCovered } from '../../storage/mutes.ts';
import { listTriedPosts } from '../../storage/tried-posts.ts';
import type { PageProps } from './page-props.ts';
import { nameSite } from './site-names.ts';

/** What of a mention can be muted, the narrowest first. */
export function listChoices({ site, url, author, community }: Mention): MuteChoice[] {
  const person = personOf(author);
  const host = url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : undefined;
  const place = host === undefined ? site : placeOf(host);
  const named = (choice: Omit<MuteChoice, 'name'>): MuteChoice => ({ ...choice, name: nameMute(choice, nameSite) });
  return [
    ...(person ? [named({ kind: 'person', site, value: person })] : []),
    ...(community ? [named({ kind: 'community', site, value: community })] : []),
    named({ kind: 'place', value: place }),
  ];
}

const lookedAt = 500;

async function adviseWords(mention: Mention, keyword: Keyword | undefined): Promise<WordAdvice> {
  const [words, guard] = await Promise.all([
    listWords(mention, keyword?.id ?? '', keyword?.query ?? ''),
    keyword && listTriedPosts(Date.now()).then((posts) => findGuard(mention.id, keyword, postsFor(keyword.id, posts))),
  ]);
  if (!guard) return { words };
  const best = words.find((one) => one.word === guard.text) ?? { word: guard.text, dismissed: guard.removes - 1, kept: guard.loses };
  return { words: [best, ...words.filter((one) => one !== best)], guard };
}

async function listWords(mention: Mention, keywordId: string, query: string) {
  const mentions = await listMentions({ ...(keywordId ? { keywordId } : {}), limit: lookedAt });
  const others = mentions.filter(({ id, own }) => id !== mention.id && !own);
  return listGuardWords(mention.text, query, {
    dismissed: others.filter(({ status }) => status === 'ignored').map(({ text }) => text),
    // What still lies in New may be as irrelevant as this one: it is no reason to keep a word.
    kept: others.filter(({ status }) => status === 'done' || status === 'waiting' || status === 'snoozed').map(({ text }) => text),
  });
}

const others = async (mention: Mention, mute: Mute): Promise<string[]> =>
  (await listCovered([mute], Date.now())).filter((id) => id !== mention.id);

/** What a person does about a mention that is not relevant. Each of it can be taken back as a whole. */
export function useDismissing({ data, editing, notify }: PageProps): Dismissing {
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
      listChoices,
      adviseWords: (mention, keywordId) => adviseWords(mention, keywordOf(keywordId)),
      countOthers: async (mention, mute) => (await others(mention, mute)).length,
      async onMute(mention, mute, also) {
        const more = also ? await others(mention, mute) : [];
        const done = both(send('mute/save', { mutes: [mute] }), () => setStatus([mention.id, ...more], 'ignored'));
        if (!(await editing.attempt(done))) return;
        const what = nameMute(mute, nameSite);
        const text = more.length > 0 ? wordFor(more.length, 'mutedNowOne', 'mutedNowMany', what) : word('mutedNow', what);
        const back = async () => {
          await send('mute/remove', { id: mute.id });
          await setStatus([mention.id], mention.status);
          await setStatus(more, 'new');
        };
        notify({ text, undo: () => void editing.attempt(back()) });
      },
      async onGuard(mention, keywordId, words) {
        const keyword = keywordOf(keywordId);
        const query = keyword && addGuard(keyword.query, words);
        if (!keyword || !query) return notify({ text: word('leaveOutKept', keyword?.name ?? ''), bad: true });
        const name = keyword.name === keyword.query ? keyword.query : keyword.name;
        const done = both(send('keyword/save', { keywords: [{ ...keyword, query, name }] }), () => setStatus([mention.id], 'ignored'));
        if (!(await editing.attempt(done))) return;
        const back = async () => {
          await send('keyword/save', { keywords: [keyword] });
          await setStatus([mention.id], mention.status);
        };
        notify({ text: word('leftOut', keyword.name, words), undo: () => void editing.attempt(back()) });
      },
    };
  }, [data.keywords, editing, notify]);
}
