import { useEffect, useState } from 'preact/hooks';

interface Watched<T> {
  subscribe: (onValue: (value: T) => void, onError?: (error: unknown) => void) => { unsubscribe: () => void };
}

/** Nothing to watch yet. */
export const never: Watched<never> = { subscribe: () => ({ unsubscribe: () => undefined }) };

/** The newest value of something watched. `undefined` until the first one arrives; what was shown stays while another one is asked for. */
export function useObservable<T>(watch: () => Watched<T>, inputs: readonly unknown[]): { value: T | undefined; error: unknown } {
  const [state, setState] = useState<{ value: T | undefined; error: unknown }>({ value: undefined, error: undefined });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what the query depends on.
  useEffect(() => {
    const subscription = watch().subscribe(
      (value) => setState({ value, error: undefined }),
      (error) => setState((before) => ({ ...before, error })),
    );
    return () => subscription.unsubscribe();
  }, [...inputs]);
  return state;
}
