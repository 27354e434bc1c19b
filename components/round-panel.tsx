import { Footprints } from 'lucide';
import { Icon } from './icon.tsx';
import { RoundBar } from './round-bar.tsx';
import { RoundChooser } from './round-chooser.tsx';
import { formatRelative } from './time.tsx';
import type { Rounds, RoundTools } from './use-rounds.ts';
import { formatNumber, word, wordFor } from './words.ts';

interface Props {
  rounds: Rounds;
  tools: RoundTools;
  /** What went wrong is told where the page tells such things. */
  onProblem: () => void;
  onStarted: () => void;
}

/** A round under way, or the way to begin one. */
export function RoundPanel({ rounds, tools, onProblem, onStarted }: Props) {
  const { view, stops, choice, ready, keywords } = rounds;
  if (view) return <RoundBar view={view} onMove={(to) => void tools.move(to).catch(onProblem)} />;
  if (!ready) return null;
  if (keywords.length === 0) return <FirstKeyword />;
  const start = () => void tools.start(choice).then((count) => (count > 0 ? onStarted() : onProblem()), onProblem);
  return (
    <div class="stack">
      <div class="row wrap">
        <button type="button" class="primary" disabled={stops.length === 0} onClick={start}>
          <Icon of={Footprints} size={15} />
          {stops.length === 0 ? word('roundNone') : wordFor(stops.length, 'roundStartOne', 'roundStartMany')}
        </button>
        <p class="quiet small grow">{stops.length === 0 ? sayWhyNone(rounds) : sayExtent(rounds)}</p>
      </div>
      <details class="round-details">
        <summary>{word('roundChoose')}</summary>
        <RoundChooser rounds={rounds} tools={tools} />
      </details>
    </div>
  );
}

/** A round without a keyword would find nothing. */
function FirstKeyword() {
  return (
    <div class="row wrap">
      <a class="button primary" href="#keywords">
        {word('roundAddKeyword')}
      </a>
      <p class="quiet small grow">{word('roundNoKeyword')}</p>
    </div>
  );
}

function sayExtent({ stops, rounds }: Rounds): string {
  const sites = new Set(stops.map(({ site }) => site)).size;
  const keywords = new Set(stops.flatMap(({ keywordIds }) => keywordIds)).size;
  const last = Math.max(0, ...rounds.map(({ checkedAt }) => checkedAt));
  const extent = word('roundExtent', formatNumber(sites), formatNumber(keywords));
  return last > 0 ? `${extent} · ${word('roundLast', formatRelative(last, Date.now()))}` : extent;
}

function sayWhyNone({ sites, choice }: Rounds): string {
  if (sites.length === 0) return word('roundNoSites');
  const isChosen = choice.sites.length > 0 && (choice.keywordIds.length > 0 || choice.notifications);
  return word(isChosen ? 'roundAllFresh' : 'roundNothingChosen');
}
