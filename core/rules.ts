/**
 * What is done with a mention when it first arrives. All rules that fit it fire, in their order. Tags add up; who moves or hands on a mention
 * is the first of them, so that what stands higher in the list counts more. Each says of itself what it did, and nothing it did not.
 */
import { heardOf } from './heard.ts';
import { compileMatcher, type Matcher } from './matcher.ts';
import type { Keyword, Mention, Notice, Rule, RuleMark } from './model.ts';

/** What is known of a mention besides itself. */
export interface Surroundings {
  /** Those of its keywords that are kept. */
  readonly keywords: readonly Pick<Keyword, 'id' | 'notify'>[];
  /** The tags of who wrote it. */
  readonly personTags?: readonly string[];
}

export interface Ruled {
  readonly mention: Mention;
  /** At most one: a person is told of a mention once, whoever asked for it. */
  readonly notice: Notice | undefined;
}

export interface CompiledRules {
  /** How many can fire at all. */
  readonly size: number;
  /** In the order they fire. */
  list(mention: Mention, personTags?: readonly string[]): Rule[];
}

const mostTags = 50;
const longestDeed = 120;

export const byOrder = (a: Rule, b: Rule): number => a.order - b.order || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);

const foldTag = (tag: string): string => tag.trim().toLowerCase();

const hasTag = (tags: readonly string[], wanted: readonly string[]): boolean =>
  wanted.some((tag) => tags.some((one) => foldTag(one) === foldTag(tag)));

/** All but the words. */
const isFor = ({ keywordIds, personTags }: Rule, mention: Mention, tags: readonly string[]): boolean =>
  (!keywordIds || keywordIds.some((id) => mention.keywordIds.includes(id))) && (!personTags || hasTag(tags, personTags));

/** Those that are on, made ready. One whose query cannot be read never fires. */
export function compileRules(rules: readonly Rule[]): CompiledRules {
  const on = rules.filter((rule) => rule.on).sort(byOrder);
  const asked = on.filter(({ query }) => query.trim() !== '');
  const matcher: Matcher = compileMatcher(asked.map(({ id, query }) => ({ id, query })));
  return {
    size: on.length - asked.length + matcher.size,
    list(mention, personTags = []) {
      const wanted = on.filter((rule) => isFor(rule, mention, personTags));
      if (wanted.length === 0) return [];
      const matched = new Set(matcher.match(heardOf(mention)).keywordIds);
      return wanted.filter(({ id, query }) => query.trim() === '' || matched.has(id));
    },
  };
}

interface Change {
  readonly deed: string;
  readonly mention: Mention;
}

/** A snooze has to end, and no rule says when: a rule cannot begin one. */
function listChanges(rule: Rule, before: Mention, taken: Set<string>): Change[] {
  const changes: Change[] = [];
  let mention = before;
  const add = (deed: string, part: Partial<Mention>) => {
    mention = { ...mention, ...part };
    changes.push({ deed: deed.slice(0, longestDeed), mention });
  };
  for (const tag of rule.addTags) {
    const tags = mention.tags ?? [];
    if (tags.length < mostTags && !hasTag(tags, [tag])) add(`tag:${tag}`, { tags: [...tags, tag] });
  }
  if (rule.star && !mention.starred) add('star', { starred: 1 });
  if (rule.status && rule.status !== 'snoozed' && !taken.has('status')) {
    taken.add('status');
    if (rule.status !== mention.status) add(`status:${rule.status}`, { status: rule.status });
  }
  if (rule.assignee && !mention.assignee) add(`assign:${rule.assignee}`, { assignee: rule.assignee });
  return changes;
}

function fire(rule: Rule, mention: Mention, taken: Set<string>, now: number): { mention: Mention; mark: RuleMark } {
  const changes = listChanges(rule, mention, taken);
  const did = [...changes.map(({ deed }) => deed), ...(rule.notify ? [`notify:${rule.notify}`] : [])];
  const mark = { ruleId: rule.id, name: rule.name, did: did.slice(0, 10), at: now };
  return { mention: changes.at(-1)?.mention ?? mention, mark };
}

const mostMarks = 50;

/**
 * The mention as its rules leave it. What the person wrote themselves is left alone. A keyword tells only of what is still new: who has a rule
 * put it away does not want to hear of it, unless a rule says so.
 */
export function applyRules(compiled: CompiledRules, mention: Mention, { keywords, personTags }: Surroundings, now: number): Ruled {
  if (mention.own) return { mention, notice: undefined };
  const fired = compiled.list(mention, personTags);
  const taken = new Set<string>();
  const marks: RuleMark[] = [];
  let ruled = mention;
  for (const rule of fired) {
    const { mention: next, mark } = fire(rule, ruled, taken, now);
    ruled = next;
    marks.push(mark);
  }
  if (marks.length > 0) ruled = { ...ruled, rules: [...(ruled.rules ?? []), ...marks].slice(0, mostMarks) };
  return { mention: ruled, notice: noticeOf(ruled, fired, keywords, now) };
}

/** Its id is the mention's, so that no batch that is sent again can make a second one. At once beats once a day. */
function noticeOf(mention: Mention, fired: readonly Rule[], keywords: Surroundings['keywords'], now: number): Notice | undefined {
  const rules = fired.filter(({ notify }) => notify);
  const heard = mention.status === 'new' ? keywords.filter(({ id, notify }) => notify && mention.keywordIds.includes(id)) : [];
  if (rules.length + heard.length === 0) return undefined;
  const how = [...rules, ...heard].some(({ notify }) => notify === 'now') ? 'now' : 'digest';
  const ruleId = (rules.find(({ notify }) => notify === how) ?? rules[0])?.id;
  const keywordId = (heard.find(({ notify }) => notify === how) ?? heard[0])?.id ?? mention.keywordIds[0];
  return {
    id: `mention:${mention.id}`,
    at: now,
    kind: 'mention',
    mentionId: mention.id,
    ...(keywordId ? { keywordId } : {}),
    ...(ruleId ? { ruleId } : {}),
    how,
  };
}

export interface RuleTrial {
  /** On how many mentions it was tried: all but the person's own posts. */
  readonly mentions: number;
  /** Those it would have fired on, in their order. */
  readonly found: readonly Mention[];
}

/** What a rule would have done, had it been there: it is tried as if it were on. */
export function tryRule(rule: Rule, mentions: readonly Mention[], tagsOf: (mention: Mention) => readonly string[]): RuleTrial {
  const compiled = compileRules([{ ...rule, on: true }]);
  const heard = mentions.filter(({ own }) => !own);
  return { mentions: heard.length, found: heard.filter((mention) => compiled.list(mention, tagsOf(mention)).length > 0) };
}
