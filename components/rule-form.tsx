import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import type { Keyword, Mention, MentionStatus, Rule } from '../core/model.ts';
import { personTags } from '../core/people.ts';
import { parseQuery } from '../core/query.ts';
import type { Problem as QueryProblem } from '../core/query-tree.ts';
import { type RuleTrial, tryRule } from '../core/rules.ts';
import { Field, Problem, Switch } from './controls.tsx';
import { Form } from './form.tsx';
import { nameStatus } from './mention-words.ts';
import { nameTag } from './people-words.ts';
import { QueryBox } from './query-box.tsx';
import { isError, QueryProblems } from './query-problems.tsx';
import { RuleTrialPanel } from './rule-trial.tsx';
import { listDeeds, notifyWords } from './rule-words.ts';
import { word } from './words.ts';
import { readTags } from './writing.ts';

/** What the form of a rule needs from the page it is shown in. */
export interface RuleTools {
  keywords: readonly Pick<Keyword, 'id' | 'name'>[];
  /** The sites a query may name. */
  sites: readonly string[];
  /** The latest mentions, newest first, and the tags of who wrote them. */
  listMentions: () => Promise<{ mentions: readonly Mention[]; tagsOf: (mention: Mention) => readonly string[] }>;
  nameSite: (place: { site: string; url?: string | undefined }) => string;
}

interface Props {
  rule?: Rule;
  /** Its place, for a new one. */
  order: number;
  tools: RuleTools;
  onSave: (rule: Rule) => Promise<boolean>;
  onClose: () => void;
}

const makeRule = (order: number, now: number): Rule => ({
  id: crypto.randomUUID(),
  name: '',
  query: '',
  on: true,
  order,
  addTags: [],
  createdAt: now,
});

/** A quote that was just opened is no mistake yet. */
const pause = 300;

function useLater<T>(value: T, wait: number): T {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return later;
}

function useMentions({ listMentions }: RuleTools) {
  const [read, setRead] = useState<Awaited<ReturnType<RuleTools['listMentions']>>>();
  useEffect(() => {
    let ended = false;
    void listMentions().then((value) => !ended && setRead(value), console.error);
    return () => {
      ended = true;
    };
  }, [listMentions]);
  return read;
}

const none: readonly QueryProblem[] = [];

export function RuleForm({ rule, order, tools, onSave, onClose }: Props) {
  const [draft, setDraft] = useState<Rule>(() => rule ?? makeRule(order, Date.now()));
  const [tags, setTags] = useState(() => draft.addTags.join(', '));
  const [tried, setTried] = useState(false);
  const change = (part: Partial<Rule>) => setDraft((before) => ({ ...before, ...part }));
  const made = tidyRule({ ...draft, addTags: readTags(tags).slice(0, 20) });
  const query = useLater(draft.query, pause);
  const problems = useMemo(() => (query.trim() ? parseQuery(query, tools.sites).problems : none), [query, tools.sites]);
  const read = useMentions(tools);
  const wanted = JSON.stringify({ query, keywordIds: draft.keywordIds, personTags: draft.personTags });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is tried anew where a condition changed, and only there.
  const trial = useMemo<RuleTrial | undefined>(() => read && tryRule({ ...draft, query }, read.mentions, read.tagsOf), [read, wanted]);
  const wrong = findWrong(made, problems);

  async function save(event: Event) {
    event.preventDefault();
    setTried(true);
    // What was typed last may not have been read yet.
    if (!findWrong(made, parseProblems(made.query, tools.sites)) && (await onSave(made))) onClose();
  }
  return (
    <Form class="rule-form" label={rule ? word('editNamed', rule.name) : word('ruleNew')} onSubmit={save} onClose={onClose}>
      <Field
        label={word('ruleName')}
        value={draft.name}
        maxLength={200}
        autofocus
        problem={tried && wrong === 'name' ? word('ruleNameEmpty') : undefined}
        onInput={(name) => change({ name })}
      />
      <Conditions draft={draft} problems={query === draft.query ? problems : none} tools={tools} onChange={change} />
      <RuleTrialPanel trial={trial} isSecond={wrong === 'query'} nameSite={tools.nameSite} />
      <Deeds draft={draft} tags={tags} onTags={setTags} onChange={change} />
      {tried && wrong === 'query' && <Problem>{word('ruleQueryWrong')}</Problem>}
      {tried && wrong === 'deeds' && <Problem>{word('ruleNoDeed')}</Problem>}
      <div class="ends">
        <button type="button" onClick={onClose}>
          {word('cancel')}
        </button>
        <button type="submit" class="primary">
          {word('ruleSave')}
        </button>
      </div>
    </Form>
  );
}

const parseProblems = (query: string, sites: readonly string[]) => (query ? parseQuery(query, sites).problems : none);

function findWrong(rule: Rule, problems: readonly QueryProblem[]): 'name' | 'query' | 'deeds' | undefined {
  if (!rule.name) return 'name';
  if (problems.some(isError)) return 'query';
  return listDeeds(rule).length === 0 ? 'deeds' : undefined;
}

/** As it is kept: what was left empty is not there. */
function tidyRule({ keywordIds, personTags: people, assignee, status, notify, star, ...rest }: Rule): Rule {
  return {
    ...rest,
    name: rest.name.trim(),
    query: rest.query.trim(),
    ...(keywordIds && keywordIds.length > 0 ? { keywordIds } : {}),
    ...(people && people.length > 0 ? { personTags: people } : {}),
    ...(assignee?.trim() ? { assignee: assignee.trim() } : {}),
    ...(status ? { status } : {}),
    ...(notify ? { notify } : {}),
    ...(star ? { star } : {}),
  };
}

interface PartProps {
  draft: Rule;
  onChange: (part: Partial<Rule>) => void;
}

function Conditions({ draft, problems, tools, onChange }: PartProps & { problems: readonly QueryProblem[]; tools: RuleTools }) {
  const id = useId();
  const { query, keywordIds = [], personTags: people = [] } = draft;
  const toggle = (all: readonly string[], one: string) => (all.includes(one) ? all.filter((other) => other !== one) : [...all, one]);
  return (
    <fieldset class="stack tight">
      <legend class="label">{word('ruleWhen')}</legend>
      <div class="field">
        <label for={id}>{word('ruleWords')}</label>
        <QueryBox
          id={id}
          value={query}
          marks={problems.map(({ span, severity }) => ({ ...span, severity }))}
          invalid={problems.some(isError)}
          placeholder={word('ruleWordsHint')}
          onInput={(next) => onChange({ query: next })}
        />
      </div>
      <QueryProblems query={query} problems={problems} onFix={(next) => onChange({ query: next })} />
      <Chips
        name={word('ruleKeywordChoice')}
        options={tools.keywords}
        chosen={keywordIds}
        onToggle={(one) => onChange({ keywordIds: toggle(keywordIds, one) })}
      />
      <Chips
        name={word('rulePeopleChoice')}
        options={personTags.map((tag) => ({ id: tag, name: nameTag(tag) }))}
        chosen={people}
        onToggle={(one) => onChange({ personTags: toggle(people, one) })}
      />
    </fieldset>
  );
}

interface ChipsProps {
  name: string;
  options: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onToggle: (id: string) => void;
}

function Chips({ name, options, chosen, onToggle }: ChipsProps) {
  if (options.length === 0) return null;
  return (
    <fieldset class="rule-chips">
      <legend class="small quiet">{name}</legend>
      {options.map((option) => (
        <button key={option.id} type="button" class="slim" aria-pressed={chosen.includes(option.id)} onClick={() => onToggle(option.id)}>
          <span class="clip">
            <bdi>{option.name}</bdi>
          </span>
        </button>
      ))}
    </fieldset>
  );
}

const statuses = ['waiting', 'done', 'ignored'] as const satisfies readonly MentionStatus[];
const notifies = ['', 'now', 'digest'] as const;

function Deeds({ draft, tags, onTags, onChange }: PartProps & { tags: string; onTags: (tags: string) => void }) {
  const id = useId();
  const { status: _, ...withoutStatus } = draft;
  return (
    <fieldset class="stack tight">
      <legend class="label">{word('ruleDeeds')}</legend>
      <Field label={word('careTags')} value={tags} hint={word('replyTagsHint')} onInput={onTags} />
      <div class="rule-deeds">
        <div class="field">
          <label for={`${id}-status`}>{word('ruleStatus')}</label>
          <select
            id={`${id}-status`}
            value={draft.status ?? ''}
            onChange={(event) => onChange({ ...withoutStatus, status: statuses.find((one) => one === event.currentTarget.value) })}
          >
            <option value="">{word('ruleStatusNone')}</option>
            {statuses.map((status) => (
              <option key={status} value={status}>
                {nameStatus(status)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for={`${id}-notify`}>{word('ruleNotify')}</label>
          <select
            id={`${id}-notify`}
            value={draft.notify ?? ''}
            onChange={(event) => onChange({ notify: (['now', 'digest'] as const).find((one) => one === event.currentTarget.value) })}
          >
            {notifies.map((how) => (
              <option key={how} value={how}>
                {word(notifyWords[how])}
              </option>
            ))}
          </select>
        </div>
        <Field label={word('assignee')} value={draft.assignee ?? ''} maxLength={300} onInput={(assignee) => onChange({ assignee })} />
      </div>
      <Switch checked={draft.star === true} onChange={(star) => onChange({ star })}>
        {word('ruleStar')}
      </Switch>
    </fieldset>
  );
}
