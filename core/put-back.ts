/** How a change by hand is taken back: field by field, and only where nothing else has changed the field since. */
import type { Mention, MentionStatus } from './model.ts';

/** What a person changes of a mention by hand, and what that changes with it. */
const single = ['tags', 'note', 'assignee', 'starred'] as const;
/** These say one thing together: where the mention stands, since when and why. */
const standing = ['status', 'statusAt', 'moved', 'wokeAt', 'snoozedUntil'] as const;

type Field = (typeof single)[number] | (typeof standing)[number];
/** `null`: the field was not there. A mention always has a status. */
export type Fields = { [F in Exclude<Field, 'status'>]?: Mention[F] | null } & { status?: MentionStatus };

/** One mention as a change found it and as the change left it: only the fields that differ. */
export interface Changed {
  readonly id: string;
  readonly was: Fields;
  readonly made: Fields;
}

const groups: readonly (readonly Field[])[] = [standing, ...single.map((field) => [field])];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

const pick = (mention: Mention, fields: readonly Field[]): Fields =>
  Object.fromEntries(fields.map((field) => [field, mention[field] ?? null])) as Fields;

/** Undefined where the change changed nothing. */
export function differenceOf(before: Mention, after: Mention): Changed | undefined {
  const fields = groups.filter((group) => group.some((field) => !same(before[field], after[field]))).flat();
  return fields.length > 0 ? { id: before.id, was: pick(before, fields), made: pick(after, fields) } : undefined;
}

/** The mention with `changed` taken back. What was changed again meanwhile stays as it is now; undefined where that is all of it. */
export function putBack(now: Mention, { was, made }: Changed): Mention | undefined {
  const back = groups.filter(
    (group) => group.some((field) => Object.hasOwn(made, field)) && group.every((field) => same(now[field], made[field])),
  );
  if (back.length === 0) return undefined;
  const fields = Object.fromEntries(back.flat().map((field) => [field, was[field] ?? undefined]));
  return Object.fromEntries(Object.entries({ ...now, ...fields }).filter(([, value]) => value !== undefined)) as Mention;
}
