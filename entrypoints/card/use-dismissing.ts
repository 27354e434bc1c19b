import { useMemo } from 'preact/hooks';
import { type Dismissing, listChoices } from '../../components/dismissing.ts';
import { word } from '../../components/words.ts';
import { send } from '../../messages/send.ts';
import type { Act } from './actions.tsx';
import type { CardData } from './use-card.ts';

/** What a person does about a mention that is not relevant, at the card; all that it takes is asked of the background. */
export function useDismissing({ shown, facts }: CardData, act: Act, onDone: () => void): Dismissing {
  const place = facts?.place ?? { value: shown.site, name: shown.siteName };
  function nameSite(site: string): string {
    if (site === place.value) return place.name;
    // The reader of unknown pages is no site to a person.
    return site === 'generic' ? word('otherSites') : shown.siteName;
  }
  const nameOf = (id: string) => facts?.keywords.find((keyword) => keyword.id === id)?.name ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: each card has its own, and `act` is the same all its life.
  return useMemo(() => {
    const othersOf: Dismissing['countOthers'] = async (mention, mute) =>
      (await send('mute/covers', { mute, except: mention.id })).ids.length;
    const ignore = (ids: string[]) => send('mention/setStatus', { ids, status: 'ignored' });
    const finish = async (event: Event, work: () => Promise<unknown>, said: string) => {
      if (await act(event, work, said)) onDone();
    };
    return {
      listChoices: (mention) => listChoices(mention, place.value, nameSite),
      adviseWords: (mention, keywordId) => send('mention/advice', { id: mention.id, keywordId }),
      countOthers: othersOf,
      onMute(mention, mute, also, event) {
        const work = async () => {
          const more = also ? (await send('mute/covers', { mute, except: mention.id })).ids : [];
          await ignore([mention.id, ...more]);
          // Last: the post is no mention any more from then on, and the card of none is closed.
          await send('mute/save', { mutes: [mute] });
        };
        void finish(event, work, word('cardMuted'));
      },
      onGuard(mention, keywordId, words, event) {
        const work = async () => {
          const { name } = await send('keyword/leaveOut', { id: keywordId, words });
          if (name === undefined) throw new Error(word('leaveOutKept', nameOf(keywordId)));
          await ignore([mention.id]);
        };
        void finish(event, work, word('cardLeftOut', words));
      },
    };
  }, [shown.mention.id, place.value]);
}
