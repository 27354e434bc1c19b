import { useMemo } from 'preact/hooks';
import type { RuleTools } from '../../components/rule-form.tsx';
import { RuleList } from '../../components/rule-list.tsx';
import { useObservable } from '../../components/use-observable.ts';
import { word } from '../../components/words.ts';
import type { Mention, Rule } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import { listSites } from '../../sites/_index.ts';
import { watchQuery } from '../../storage/db.ts';
import { listMentions } from '../../storage/mentions.ts';
import { readTagsOf } from '../../storage/people.ts';
import { listRules } from '../../storage/rules.ts';
import type { PageProps } from './page-props.ts';
import './rules.css';
import { nameSiteOf } from './site-names.ts';

/** A rule is tried on so many of the latest mentions. */
const triedOn = 500;
const sites = listSites().map(({ id }) => id);

async function readMentions(): ReturnType<RuleTools['listMentions']> {
  const mentions = await listMentions({ limit: triedOn });
  const tags = await readTagsOf(mentions);
  return { mentions, tagsOf: ({ site, author }: Mention) => tags.get(`${site}:${author.handle}`) ?? [] };
}

/** What is done with mentions when they arrive. */
export function RulesSection({ data, editing, notify }: PageProps) {
  const rules = useObservable(() => watchQuery(listRules), []).value;
  const tools = useMemo<RuleTools>(
    () => ({ keywords: data.keywords, sites, listMentions: readMentions, nameSite: nameSiteOf }),
    [data.keywords],
  );
  if (!rules) return null;
  const save = (rule: Rule) => editing.attempt(send('rule/save', { rules: [rule] }));
  async function remove(rule: Rule) {
    if (!(await editing.attempt(send('rule/remove', { id: rule.id })))) return;
    notify({ text: word('removed', rule.name), undo: () => void save(rule) });
  }
  return (
    <section class="stack" aria-labelledby="rules-title">
      <h2 id="rules-title">{word('rules')}</h2>
      <p class="quiet">{word('rulesIntro')}</p>
      <RuleList
        rules={rules}
        tools={tools}
        onSave={save}
        onRemove={(rule) => void remove(rule)}
        onMove={(rule, to) => void editing.attempt(send('rule/move', { id: rule.id, to }))}
      />
    </section>
  );
}
