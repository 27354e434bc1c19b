/** Stands in for the browser's own ways back into our code, so that the time we spend is known and the page's is not counted. */
export const spent = { total: 0, longest: 0 };

export function timed<A extends unknown[], R>(work: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    const start = performance.now();
    try {
      return work(...args);
    } finally {
      const took = performance.now() - start;
      spent.total += took;
      spent.longest = Math.max(spent.longest, took);
    }
  };
}

const real = globalThis as unknown as {
  MutationObserver: typeof globalThis.MutationObserver;
  IntersectionObserver: typeof globalThis.IntersectionObserver;
  MessageChannel: typeof globalThis.MessageChannel;
  setTimeout: (work: () => void, delay?: number) => number;
  requestAnimationFrame: (work: (time: number) => void) => number;
};

class TimedMutationObserver extends real.MutationObserver {
  constructor(callback: MutationCallback) {
    super(timed(callback));
  }
}

class TimedIntersectionObserver extends real.IntersectionObserver {
  constructor(callback: IntersectionObserverCallback, options?: IntersectionObserverInit) {
    super(timed(callback), options);
  }
}

class TimedMessageChannel {
  readonly port1: { onmessage: (() => void) | null; close: () => void };
  readonly port2: MessagePort;
  constructor() {
    const { port1, port2 } = new real.MessageChannel();
    this.port2 = port2;
    this.port1 = {
      close: () => port1.close(),
      set onmessage(work: (() => void) | null) {
        port1.onmessage = work && timed(work);
      },
    };
  }
}

/** For what the benchmark itself waits for. */
export const unmeasuredTimeout = real.setTimeout;

const timedFrame = (work: (time: number) => void) => real.requestAnimationFrame(timed(work));
const timedTimeout = (work: () => void, delay?: number) => real.setTimeout(timed(work), delay);

export {
  TimedIntersectionObserver as IntersectionObserver,
  TimedMessageChannel as MessageChannel,
  TimedMutationObserver as MutationObserver,
  timedFrame as requestAnimationFrame,
  timedTimeout as setTimeout,
};
