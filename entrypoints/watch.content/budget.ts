/**
 * Allowances that refill with time, so that an honest burst (a long thread opened at once) is read whole and a page that never stops
 * changing cannot make us work without end.
 */
export interface Allowance {
  /** Takes `amount` where anything is left; the last taker may overdraw. */
  take: (amount: number) => boolean;
  /** Milliseconds until something is left again. */
  wait: () => number;
}

export function createAllowance(burst: number, perSecond: number, now: () => number): Allowance {
  let left = burst;
  let at = now();
  const refill = () => {
    const time = now();
    left = Math.min(burst, left + ((time - at) / 1000) * perSecond);
    at = time;
  };
  return {
    take(amount) {
      refill();
      if (left <= 0) return false;
      left -= amount;
      return true;
    },
    wait() {
      // The clock is only asked where the answer hangs on it.
      if (left > 0) return 0;
      refill();
      return left > 0 ? 0 : Math.ceil((-left / perSecond) * 1000) + 1;
    },
  };
}
