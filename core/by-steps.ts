/** Work that can be done a step at a time: a generator that yields between its steps and returns what came of them. */
export type Steps<T> = Generator<undefined, T>;

/** All of it at once. */
export function runThrough<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
