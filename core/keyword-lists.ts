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

/** Of a list of keywords those that were asked for: the very list where it is all of them. */
export function createAsking(keywordIds: readonly string[]): (list: readonly string[]) => readonly string[] {
  const asked = new Set(keywordIds);
  const known = new Map<readonly string[], readonly string[]>();
  return (list) => {
    const kept = known.get(list);
    if (kept) return kept;
    const named = list.filter((id) => asked.has(id));
    const answer = named.length === list.length ? list : named;
    known.set(list, answer);
    return answer;
  };
}

/** Of posts those that name one of the keywords; others are not named any more. What Insights, goals, audits and reports count goes through here. */
export function ofKeywords<T extends { readonly keywordIds: readonly string[] }>(posts: readonly T[], keywordIds: readonly string[]): T[] {
  const name = createAsking(keywordIds);
  return posts.flatMap((post): T[] => {
    const named = name(post.keywordIds);
    if (named === post.keywordIds) return [post];
    return named.length > 0 ? [{ ...post, keywordIds: named }] : [];
  });
}
