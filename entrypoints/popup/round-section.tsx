import type { Notify } from '../../components/notices.tsx';
import { RoundPanel } from '../../components/round-panel.tsx';
import { useRounds } from '../../components/use-rounds.ts';
import { word } from '../../components/words.ts';
import type { Keyword, Settings } from '../../core/model.ts';
import { roundTools } from '../pages/round-tools.ts';

interface Props {
  keywords: readonly Keyword[];
  places: Settings['places'] | undefined;
  notify: Notify;
}

/** There where there is a round to go, or one under way. Before the first keyword nothing stands between the person and adding it. */
export function RoundSection({ keywords, places, notify }: Props) {
  const rounds = useRounds(roundTools, keywords, places);
  if (!rounds.view && (keywords.length === 0 || !rounds.ready || (rounds.sites.length === 0 && rounds.unallowed.length === 0))) return null;
  return (
    <section id="rounds" aria-labelledby="rounds-title">
      <h2 id="rounds-title">{word('doRounds')}</h2>
      <RoundPanel
        rounds={rounds}
        tools={roundTools}
        onProblem={() => notify({ text: word('couldNotOpen'), bad: true })}
        onStarted={() => notify({ text: word('roundStarted') })}
      />
    </section>
  );
}
