/** The Twitter volume series of the Numenta Anomaly Benchmark, by the hour, with the windows their authors labelled. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bin } from '../../core/inflection.ts';
import type { Labelled } from './inflection-yardsticks.ts';

const hourLength = 3_600_000;
const timeOf = (written: string): number => Date.parse(`${written.replace(' ', 'T').replace(/\.\d+$/, '')}Z`);

/** All of it was counted, so that every hour has the same exposure. */
function readBins(path: string): Bin[] {
  const hours = new Map<number, { count: number; rows: number }>();
  for (const row of readFileSync(path, 'utf8').trim().split('\n').slice(1)) {
    const [written = '', value = '0'] = row.split(',');
    const hour = Math.floor(timeOf(written) / hourLength) * hourLength;
    const entry = hours.get(hour) ?? { count: 0, rows: 0 };
    hours.set(hour, { count: entry.count + Number(value), rows: entry.rows + 1 });
  }
  return [...hours].map(([at, { count, rows }]) => ({ at, count, exposed: rows * 1000 })).sort((a, b) => a.at - b.at);
}

export function readSeries(folder: string): Labelled[] {
  const windows: Record<string, [string, string][]> = JSON.parse(readFileSync(join(folder, 'nab_combined_windows.json'), 'utf8'));
  return readdirSync(folder)
    .filter((file) => /^Twitter_volume_.*\.csv$/.test(file))
    .map((file) => ({
      name: file,
      bins: readBins(join(folder, file)),
      windows: (windows[`realTweets/${file}`] ?? []).map(([from, to]) => ({ from: timeOf(from), to: timeOf(to) })),
    }));
}
