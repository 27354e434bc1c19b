/**
 * Keywords made ready without holding up the page: a few at once, thousands in slices. What is asked for last is what counts, and keywords
 * that did not change are not made ready again.
 */
import type { Steps } from '../../core/by-steps.ts';
import { compileBySteps, type Listened, type Matcher } from '../../core/matcher.ts';
import type { Allowance } from './budget.ts';
import { createSlices } from './slices.ts';

type Then = (matcher: Matcher) => void;

/** It is done once for many posts, and nothing is heard before it is done. */
const unlimited: Allowance = { take: () => true, wait: () => 0 };

const printOf = (keywords: readonly Listened[]): string =>
  JSON.stringify(keywords.map(({ id, query, lookalikes }) => [id, query, lookalikes ?? false]));

export function createCompiler(signal: AbortSignal): { compile: (keywords: readonly Listened[], then: Then) => void } {
  let work: { readonly steps: Steps<Matcher>; readonly print: string; readonly then: Then } | undefined;
  let ready: { readonly matcher: Matcher; readonly print: string } | undefined;
  const slices = createSlices(step, unlimited, signal);

  function step(): boolean {
    if (!work) return false;
    const { steps, print, then } = work;
    const { done, value } = steps.next();
    if (!done) return true;
    work = undefined;
    ready = { matcher: value, print };
    then(value);
    return false;
  }

  return {
    compile(keywords, then) {
      const print = printOf(keywords);
      if (ready?.print === print) {
        work = undefined;
        return then(ready.matcher);
      }
      work = work?.print === print ? { ...work, then } : { steps: compileBySteps(keywords), print, then };
      slices.run();
    },
  };
}
