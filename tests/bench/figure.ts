/** One measured number beside its yardstick, both medians of interleaved rounds in one run; `ratio` is value ÷ yardstickValue. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  yardstick?: string;
  yardstickValue?: number;
  ratio?: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function figure(name: string, value: number, unit: string, yardstick?: string, yardstickValue?: number): Figure {
  return { name, value, unit, yardstick, yardstickValue, ratio: yardstickValue ? value / yardstickValue : undefined };
}
