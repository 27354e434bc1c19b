import { useEffect, useState } from 'preact/hooks';
import { BrandMark } from '../../components/brand-mark.tsx';
import { RoundBar, type RoundMove } from '../../components/round-bar.tsx';
import type { RoundView } from '../../core/round.ts';
import { send } from '../../messages/send.ts';

/** The background knows how the round stands; a frame in a web page has no storage of its own to watch. */
const askEvery = 1_000;

export function Strip() {
  const [view, setView] = useState<RoundView>();
  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      const answer = await send('round/state', {}).catch(() => undefined);
      if (answer && !stop.signal.aborted) setView(answer.round);
    };
    void ask();
    const timer = setInterval(() => !document.hidden && void ask(), askEvery);
    stop.signal.addEventListener('abort', () => clearInterval(timer));
    return () => stop.abort();
  }, []);
  if (!view) return null;
  const move = async (to: RoundMove) => {
    await send('round/move', { to }).catch(console.error);
    const answer = await send('round/state', {}).catch(() => undefined);
    if (answer) setView(answer.round);
  };
  return (
    <div class="strip">
      <BrandMark size={24} />
      <RoundBar view={view} onMove={(to) => void move(to)} />
    </div>
  );
}
