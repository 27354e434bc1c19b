import { useEffect, useState } from 'preact/hooks';

interface Watched<T> {
  subscribe: (onValue: (value: T) => void, onError?: (error: unknown) => void) => { unsubscribe: () => void };
}

/** Nothing to watch yet. */
export const never: Watched<never> = { subscribe: () => ({ unsubscribe: () => undefined }) };

interface Observed<T> {
  value: T | undefined;
  error: unknown;
  /** The value answers these inputs, and not those before them. */
  isCurrent: boolean;
}

interface Answer<T> {
  value: T | undefined;
  error: unknown;
  /** What was asked. */
  of: readonly unknown[] | undefined;
}

/** The newest value of something watched. `undefined` until the first one arrives; what was shown stays while another one is asked for. */
export function useObservable<T>(watch: () => Watched<T>, inputs: readonly unknown[]): Observed<T> {
  const [{ value, error, of }, setState] = useState<Answer<T>>({ value: undefined, error: undefined, of: undefined });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what the query depends on.
  useEffect(() => {
    const subscription = watch().subscribe(
      (next) => setState({ value: next, error: undefined, of: inputs }),
      (problem) => setState((before) => ({ ...before, error: problem })),
    );
    return () => subscription.unsubscribe();
  }, [...inputs]);
  return { value, error, isCurrent: of?.every((input, i) => Object.is(input, inputs[i])) ?? false };
}
