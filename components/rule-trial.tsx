import { excerptOf } from '../core/mention.ts';
import type { RuleTrial } from '../core/rules.ts';
import { Stranger } from './plain-text.tsx';
import { SiteMark } from './site-mark.tsx';
import { formatNumber, word } from './words.ts';

interface Props {
  /** Absent until the mentions are there. */
  trial: RuleTrial | undefined;
  /** The query has to be mended first. */
  isSecond: boolean;
  nameSite: (place: { site: string; url?: string | undefined }) => string;
}

const mostShown = 3;
const mostWords = 120;

/** On how many of the latest mentions the rule would have fired, and on which. */
export function RuleTrialPanel({ trial, isSecond, nameSite }: Props) {
  if (!trial || isSecond) return null;
  if (trial.mentions === 0) return <p class="quiet small">{word('ruleTryNothing')}</p>;
  return (
    <section class="rule-trial" aria-label={word('ruleTry')}>
      <p role="status">{word('ruleWould', formatNumber(trial.found.length), formatNumber(trial.mentions))}</p>
      {trial.found.length > 0 && (
        <ul class="stack tight">
          {trial.found.slice(0, mostShown).map((mention) => (
            <li key={mention.id} class="row small">
              <SiteMark site={mention.site} name={nameSite(mention)} />
              <span class="grow" dir="auto">
                <Stranger>{excerptOf(mention.text, mention.hits, mostWords).text}</Stranger>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
