import type { Reply, ReplyContext, Settings } from '../core/model.ts';
import { bodyOn, type KnownPerson, snippetsOf } from '../core/reply-values.ts';
import { type Ask, type Filled, fillTemplate, variablesFrom } from '../core/template.ts';

/** All that is at hand where a reply is chosen. */
export interface Desk {
  readonly context?: ReplyContext | undefined;
  readonly me: { readonly name: string };
  /** What is kept of who wrote the post. */
  readonly person?: KnownPerson | undefined;
  /** All replies: one may stand in another. */
  readonly replies?: readonly Reply[] | undefined;
  readonly campaign?: Settings['campaign'];
  readonly now?: number;
}

/** What a person can still supply: the answer to a question, or a value for a name that has none here. */
export interface Need extends Ask {
  readonly kind: 'ask' | 'value';
}

export interface FilledReply {
  text: string;
  /** Where the caret is to stand in `text`; absent: after it. */
  cursor?: number;
  /** All that is missing. A text with any of these goes nowhere. */
  names: string[];
  /** What of it can be asked for, each once. */
  needs: Need[];
  /** What of it cannot: a reply that is not there, a tag that says nothing. */
  stuck: string[];
}

type Chosen = Pick<Reply, 'body'> & Partial<Reply>;

/** A reply for the post it answers; every place where one is shown, chosen or put in fills it in by this. `given` are values a person typed. */
export function fillReply(reply: Chosen, desk: Desk, given: Readonly<Record<string, string>> = {}): FilledReply {
  const { context, me, person, replies = [], campaign, now = Date.now() } = desk;
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const known = variablesFrom(context ?? { site: '' }, me, person);
  const has = (name: string) => Object.entries(known).some(([one, value]) => one === name && value !== '');
  const typed = Object.fromEntries(Object.entries(given).filter(([name, value]) => value.trim() && !has(name)));
  const world = {
    now,
    lang: reply.lang || locale,
    zone: timeZone,
    turn: reply.usedCount ?? 0,
    answers: given,
    findSnippet: snippetsOf(replies, context?.siteId),
    ...(campaign ? { campaign: dropMissing(campaign) } : {}),
  };
  return summarise(fillTemplate(bodyOn(reply, context?.siteId), { ...known, ...typed }, world, reply.shortcut), given);
}

/**
 * A reply as it is shown before all it needs is known: an ellipsis, or what a question offers, stands for what is missing.
 * @param filled what `fillReply` makes of the same, where that is known already
 */
export function previewReply(
  reply: Chosen,
  desk: Desk,
  given: Readonly<Record<string, string>> = {},
  filled: Pick<FilledReply, 'text' | 'needs'> = fillReply(reply, desk, given),
): string {
  const { text, needs } = filled;
  if (needs.length === 0) return text;
  const stand = Object.fromEntries(needs.map(({ question, preset }) => [question, preset ?? '…']));
  return fillReply(reply, desk, { ...given, ...stand }).text;
}

const dropMissing = (campaign: NonNullable<Settings['campaign']>): Record<string, string> =>
  Object.fromEntries(Object.entries(campaign).filter((part): part is [string, string] => part[1] !== undefined));

function summarise({ text, cursor, unresolved, asks }: Filled, given: Readonly<Record<string, string>>): FilledReply {
  const missing = [...new Map(unresolved.map((gap) => [`${gap.kind} ${gap.name}`, gap])).values()];
  // A question that may be left empty is asked all the same, once.
  const open = asks.filter(({ question }) => !Object.hasOwn(given, question) || missing.some(({ name }) => name === question));
  const needs: Need[] = [
    ...missing.flatMap(({ kind, name }) => (kind === 'value' ? [{ kind, question: name }] : [])),
    ...open.map((ask) => ({ kind: 'ask' as const, ...ask })),
  ];
  return {
    text,
    ...(cursor === undefined ? {} : { cursor }),
    names: [...new Set([...missing.map(({ name }) => name), ...needs.map(({ question }) => question)])],
    needs,
    stuck: missing.flatMap(({ kind, name }) => (kind === 'value' || kind === 'ask' ? [] : [name])),
  };
}
