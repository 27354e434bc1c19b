import { useEffect, useState } from 'preact/hooks';
import type { Answered } from '../../messages/contract.ts';
import { send } from '../../messages/send.ts';
import type { ShownCard } from '../../messages/tab-contract.ts';
import { askTab } from './tab.ts';

export type Facts = Answered<'mention/card'>;

export interface CardData {
  shown: ShownCard;
  facts: Facts | undefined;
  /** One more each time the card is opened, so that nothing of the card before is left in it. */
  turn: number;
}

/** A mention that was found just now is on its way to the database. */
const tries = 8;
const pause = 350;

/**
 * The script in the page says which mention is shown, and nothing else of it is believed where the database has it. Asked at the start and
 * whenever the script pokes this frame; a poke carries nothing, so anyone may send one.
 */
export function useCard(): { data: CardData | undefined; reload: () => Promise<void> } {
  const [data, setData] = useState<CardData>();
  useEffect(() => {
    const stop = new AbortController();
    let turn = 0;
    async function look() {
      turn += 1;
      const mine = turn;
      const isOver = () => stop.signal.aborted || mine !== turn;
      const { card } = await askTab('tab/card', {});
      if (isOver() || !card) return;
      for (let count = 0; count < tries && !isOver(); count += 1) {
        const facts = await send('mention/card', { id: card.mention.id });
        if (isOver()) return;
        setData({ shown: card, facts, turn: mine });
        if (facts.mention) return;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    const begin = () => void look().catch(console.error);
    window.addEventListener('message', ({ data }) => data === 'look' && begin(), { signal: stop.signal });
    begin();
    return () => stop.abort();
  }, []);
  const id = data?.shown.mention.id;
  async function reload() {
    if (!id) return;
    const facts = await send('mention/card', { id });
    setData((before) => (before?.shown.mention.id === id ? { ...before, facts } : before));
  }
  return { data, reload };
}
