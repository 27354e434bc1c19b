import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { Rule } from '../core/model.ts';
import { IconButton, Switch } from './controls.tsx';
import { Icon } from './icon.tsx';
import { Stranger } from './plain-text.tsx';
import { RuleForm, type RuleTools } from './rule-form.tsx';
import { listConditions, listDeeds, nameDeeds } from './rule-words.ts';
import { useOpenForm } from './use-open-form.ts';
import { useSavedRows } from './use-saved-rows.ts';
import { word } from './words.ts';

interface Props {
  /** In the order they fire. */
  rules: readonly Rule[];
  tools: RuleTools;
  onSave: (rule: Rule) => Promise<boolean>;
  onRemove: (rule: Rule) => void;
  /** `to`: its new place, counted from 0. */
  onMove: (rule: Rule, to: number) => void;
}

export function RuleList({ rules: kept, tools, onSave: save, onRemove, onMove }: Props) {
  const { rows: rules, onSave } = useSavedRows(kept, save);
  const { open, onOpen, onClose } = useOpenForm();
  return (
    <>
      <div>
        <button type="button" onClick={() => onOpen('new')}>
          <Icon of={Plus} size={15} />
          {word('ruleNew')}
        </button>
      </div>
      {open === 'new' && <RuleForm order={(rules.at(-1)?.order ?? -1) + 1} tools={tools} onSave={onSave} onClose={() => onClose('new')} />}
      {rules.length === 0 && open !== 'new' && <p class="quiet">{word('rulesEmpty')}</p>}
      <ol class="list" aria-label={word('rules')}>
        {rules.map((rule, i) => (
          <li key={rule.id}>
            {open === rule.id ? (
              <RuleForm rule={rule} order={rule.order} tools={tools} onSave={onSave} onClose={() => onClose(rule.id)} />
            ) : (
              <RuleLine rule={rule} tools={tools} onSave={onSave}>
                <IconButton icon={ArrowUp} name={word('moveUpNamed', rule.name)} onClick={() => onMove(rule, Math.max(0, i - 1))} />
                <IconButton icon={ArrowDown} name={word('moveDownNamed', rule.name)} onClick={() => onMove(rule, i + 1)} />
                <IconButton icon={Pencil} name={word('editNamed', rule.name)} onClick={() => onOpen(rule.id)} />
                <IconButton icon={Trash2} name={word('removeNamed', rule.name)} onClick={() => onRemove(rule)} />
              </RuleLine>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

interface LineProps {
  rule: Rule;
  tools: RuleTools;
  onSave: Props['onSave'];
  children: ComponentChildren;
}

/** What it is for and what it does, in one sentence each. */
function RuleLine({ rule, tools, onSave, children }: LineProps) {
  return (
    <article class={rule.on ? 'rule-line' : 'rule-line off'}>
      <div class="row">
        <strong class="grow clip">
          <Stranger>{rule.name}</Stranger>
        </strong>
        <Switch checked={rule.on} name={word('ruleOnNamed', rule.name)} onChange={(on) => void onSave({ ...rule, on })}>
          {''}
        </Switch>
        <div class="tools">{children}</div>
      </div>
      <p class="small">
        <Stranger>{word('ruleIf', listConditions(rule, tools.keywords).join(word('ruleAnd')))}</Stranger>
      </p>
      <p class="small quiet">
        <Stranger>{word('ruleThen', nameDeeds(listDeeds(rule), 'does'))}</Stranger>
      </p>
    </article>
  );
}
