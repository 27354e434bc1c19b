import { Workflow } from 'lucide';
import type { Mention } from '../core/model.ts';
import { Icon } from './icon.tsx';
import { Stranger } from './plain-text.tsx';
import { nameDeeds } from './rule-words.ts';
import { word } from './words.ts';

/** Which rule did what when the mention arrived: a line for each. */
export function RuleMarks({ mention: { rules = [] } }: { mention: Mention }) {
  if (rules.length === 0) return null;
  return (
    <div class="rule-marks small quiet">
      {rules.map(({ ruleId, name, did }) => (
        <p key={ruleId}>
          <Icon of={Workflow} size={12} />
          <Stranger>{word('ruleDid', name, nameDeeds(did))}</Stranger>
        </p>
      ))}
    </div>
  );
}
