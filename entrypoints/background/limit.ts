/** At most `most` in any `length` milliseconds, for each name by itself. The first of a span may be larger than what is left of it. */
export function createLimit(most: number, length: number): (name: string, amount: number, now: number) => boolean {
  const spans = new Map<string, { from: number; used: number }>();
  return (name, amount, now) => {
    const span = spans.get(name);
    const fresh = !span || now - span.from >= length || now < span.from;
    if (fresh) for (const [other, { from }] of spans) if (now - from >= length) spans.delete(other);
    const { from, used } = fresh ? { from: now, used: 0 } : span;
    if (amount > 0 && used + amount > most && used > 0) return false;
    spans.set(name, { from, used: used + amount });
    return true;
  };
}
