/** Several acts in one: what a macro does to a mention, and what it will do, step by step, before it does it. */
import type { Macro, Mention, MentionStatus } from './model.ts';

export type Step =
  | { readonly act: 'insert'; readonly title: string }
  /** The reply it put in is gone. */
  | { readonly act: 'insert-gone' }
  | { readonly act: 'status'; readonly status: MentionStatus }
  | { readonly act: 'tags'; readonly tags: readonly string[] }
  | { readonly act: 'snooze'; readonly hours: number };

const hour = 3_600_000;
const mostTags = 50;

/** A snooze is a status: where a macro has both, it is the snooze. */
export function listSteps(macro: Macro, titleOf: (replyId: string) => string | undefined): Step[] {
  const title = macro.replyId === undefined ? undefined : titleOf(macro.replyId);
  const insert: Step[] = macro.replyId === undefined ? [] : [title === undefined ? { act: 'insert-gone' } : { act: 'insert', title }];
  const move: Step[] =
    macro.snoozeHours !== undefined
      ? [{ act: 'snooze', hours: macro.snoozeHours }]
      : macro.status !== undefined
        ? [{ act: 'status', status: macro.status }]
        : [];
  const tags: Step[] = macro.addTags.length > 0 ? [{ act: 'tags', tags: macro.addTags }] : [];
  return [...insert, ...tags, ...move];
}

/** What may be changed by hand of a mention. Absent: as it is; `null`: taken away. */
export interface MentionChange {
  status?: MentionStatus | undefined;
  tags?: string[] | undefined;
  /** Joined to those that are there; `tags` and these two are not used together. */
  addTags?: string[] | undefined;
  removeTags?: string[] | undefined;
  starred?: boolean | undefined;
  note?: string | null | undefined;
  assignee?: string | null | undefined;
  snoozedUntil?: number | null | undefined;
}

/** "Billing" and "billing" are one tag; the first spelling stays. */
export function joinTags(old: readonly string[], added: readonly string[]): string[] {
  const tags = new Map(old.map((tag) => [tag.toLowerCase(), tag]));
  for (const tag of added) if (!tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  return [...tags.values()].slice(0, mostTags);
}

/** Whatever its capitals, a tag is taken away by its name. */
function leaveTags(old: readonly string[], removed: readonly string[]): string[] {
  const gone = new Set(removed.map((tag) => tag.toLowerCase()));
  return old.filter((tag) => !gone.has(tag.toLowerCase()));
}

export function changeOf({ status, addTags, snoozeHours }: Macro, mention: Mention, now: number): MentionChange {
  return {
    ...(addTags.length > 0 ? { tags: joinTags(mention.tags ?? [], addTags) } : {}),
    ...(snoozeHours !== undefined
      ? { status: 'snoozed' as const, snoozedUntil: now + Math.round(snoozeHours * hour) }
      : status !== undefined
        ? { status }
        : {}),
  };
}

/** The change that takes `change` back from what the mention was before it. */
export function undoOf(change: MentionChange, { status, tags = [], note, assignee, snoozedUntil, starred }: Mention): MentionChange {
  return {
    ...(change.status === undefined ? {} : { status, snoozedUntil: snoozedUntil ?? null }),
    ...(change.tags === undefined ? {} : { tags }),
    ...(change.note === undefined ? {} : { note: note ?? null }),
    ...(change.assignee === undefined ? {} : { assignee: assignee ?? null }),
    ...(change.snoozedUntil === undefined ? {} : { snoozedUntil: snoozedUntil ?? null }),
    ...(change.starred === undefined ? {} : { starred: starred === 1 }),
  };
}

/** A mention with the change made. What is empty is not kept; one that is not snoozed has no time to wake. */
export function changeMention(mention: Mention, change: MentionChange, now: number): Mention {
  const next: Mention = { ...mention };
  if (change.status !== undefined && change.status !== mention.status) {
    next.status = change.status;
    next.statusAt = now;
    delete next.moved;
    delete next.wokeAt;
  }
  if (change.tags !== undefined) next.tags = change.tags;
  if (change.removeTags) next.tags = leaveTags(next.tags ?? [], change.removeTags);
  if (change.addTags) next.tags = joinTags(next.tags ?? [], change.addTags);
  if (change.starred !== undefined) next.starred = change.starred ? 1 : undefined;
  if (change.note !== undefined) next.note = change.note ?? '';
  if (change.assignee !== undefined) next.assignee = change.assignee ?? '';
  if (change.snoozedUntil !== undefined) next.snoozedUntil = change.snoozedUntil ?? undefined;
  if (next.status !== 'snoozed' || next.snoozedUntil === undefined) delete next.snoozedUntil;
  if (!next.tags?.length) delete next.tags;
  if (!next.note?.trim()) delete next.note;
  if (!next.assignee?.trim()) delete next.assignee;
  if (!next.starred) delete next.starred;
  return next;
}
