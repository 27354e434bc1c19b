import type { Rule } from '../core/model.ts';
import { applyRules, byOrder, type CompiledRules, compileRules } from '../core/rules.ts';
import type { ArrivalStep } from './arrival.ts';
import { reading, write } from './db.ts';
import { tagsIn } from './person-rows.ts';

/** In the order they fire. */
export const listRules = (): Promise<Rule[]> => reading(async (db) => (await db.rules.toArray()).sort(byOrder));

/** A rule that is new, or whose place is taken by none yet, comes last. */
export const saveRules = (rules: readonly Rule[]): Promise<unknown> => write(['rules'], (db) => db.rules.bulkPut([...rules]));

export const removeRule = (id: string): Promise<void> => write(['rules'], (db) => db.rules.delete(id));

/** Puts a rule at a place in the list, counted from 0; all are numbered anew in one transaction. False where it is gone. */
export const moveRule = (id: string, to: number): Promise<boolean> =>
  write(['rules'], async (db) => {
    const rules = (await db.rules.toArray()).sort(byOrder);
    const moved = rules.find((rule) => rule.id === id);
    if (!moved) return false;
    const others = rules.filter((rule) => rule !== moved);
    const place = Math.max(0, Math.min(to, others.length));
    await db.rules.bulkPut([...others.slice(0, place), moved, ...others.slice(place)].map((rule, order) => ({ ...rule, order })));
    return true;
  });

let compiled: { key: string; rules: CompiledRules } | undefined;

let last: { rules: readonly Rule[]; compiled: CompiledRules } | undefined;

/** Rules change seldom and mentions come all the time; those of one batch share one list. */
function compileOnce(rules: readonly Rule[]): CompiledRules {
  if (last?.rules === rules) return last.compiled;
  const key = JSON.stringify(rules);
  if (compiled?.key !== key) compiled = { key, rules: compileRules(rules) };
  last = { rules, compiled: compiled.rules };
  return compiled.rules;
}

/** Rules fire when a mention is seen for the first time, in the transaction that keeps it; so does what the person is to be told of it. */
export const ruleArrival: ArrivalStep = (arrived, { rules, keywords, people, now }) => {
  const { mention, old, notices } = arrived;
  if (old) return arrived;
  const heard = mention.keywordIds.flatMap((id) => keywords.get(id) ?? []);
  const ruled = applyRules(
    compileOnce(rules),
    mention,
    { keywords: heard, personTags: tagsIn(people, `${mention.site}:${mention.author.handle}`) },
    now,
  );
  return { ...arrived, mention: ruled.mention, notices: [...notices, ...(ruled.notice ? [ruled.notice] : [])] };
};
