/** Posts that name the same keywords share one list of them: what is asked of a list is asked once, and few lists are made for many posts. */

export const noKeywords: readonly string[] = [];

/** @returns the list that has `id` after what is `known`; always the same one for the same two */
export function createLists(): (known: readonly string[], id: string) => readonly string[] {
  const longer = new Map<readonly string[], Map<string, readonly string[]>>();
  return (known, id) => {
    const after = longer.get(known) ?? new Map<string, readonly string[]>();
    longer.set(known, after);
    const list = after.get(id) ?? [...known, id];
    after.set(id, list);
    return list;
  };
}
