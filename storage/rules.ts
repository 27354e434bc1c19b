import type { Keyword, Mention, Notice, Rule } from '../core/model.ts';
import { applyRules, byOrder, type CompiledRules, compileRules } from '../core/rules.ts';
import { type Database, reading, write } from './db.ts';
import { readPersonTags } from './people.ts';

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

/** Rules change seldom and mentions come all the time. */
function compileOnce(rules: readonly Rule[]): CompiledRules {
  const key = JSON.stringify(rules);
  if (compiled?.key !== key) compiled = { key, rules: compileRules(rules) };
  return compiled.rules;
}

/** The tables `ruleArrivals` reads and writes: what its transaction must span. */
export const arrivalTables = ['rules', 'keywords', 'people', 'notices'] as const;

/**
 * Part of the transaction that keeps mentions which were not there before: applies the rules to them and writes down what the person is to be
 * told of, so that no mention is kept without it.
 * @returns the mentions as they are to be kept, in the same order.
 */
export async function ruleArrivals(db: Database, fresh: readonly Mention[], now: number): Promise<Mention[]> {
  if (fresh.length === 0) return [];
  const ids = [...new Set(fresh.flatMap(({ keywordIds }) => keywordIds))];
  const [all, found] = await Promise.all([db.rules.toArray(), db.keywords.bulkGet(ids)]);
  const rules = compileOnce(all);
  const keywords = found.filter((keyword): keyword is Keyword => keyword?.notify !== undefined);
  if (rules.size === 0 && keywords.length === 0) return [...fresh];
  const tags = all.some(({ on, personTags }) => on && personTags) ? await readPersonTags(db, fresh) : undefined;
  const notices: Notice[] = [];
  const ruled = fresh.map((mention) => {
    const personTags = tags?.get(`${mention.site}:${mention.author.handle}`);
    const result = applyRules(rules, mention, { keywords, ...(personTags ? { personTags } : {}) }, now);
    if (result.notice) notices.push(result.notice);
    return result.mention;
  });
  if (notices.length > 0) await db.notices.bulkPut(notices);
  return ruled;
}
