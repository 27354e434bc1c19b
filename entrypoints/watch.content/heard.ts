const pause = 500;
const mostTries = 7;

/** Says it until it is heard: a background that is just being started is asked again, each time after twice as long. @throws once nobody has heard it for a minute. */
export async function untilHeard<T>(say: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let failed = 1; ; failed += 1) {
    try {
      return await say();
    } catch (error) {
      if (failed === mostTries || signal.aborted) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause * 2 ** failed));
    signal.throwIfAborted();
  }
}
