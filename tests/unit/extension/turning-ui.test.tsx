import { renderToString } from 'preact-render-to-string';
import { expect, test, vi } from 'vitest';
import { listLanes } from '../../../components/chart-marks.ts';
import { TurningCard } from '../../../components/turning-card.tsx';
import type { KeptTurningPoint } from '../../../core/model.ts';

vi.mock('wxt/browser', async () => ({ browser: { i18n: { getMessage: (await import('./english.ts')).getMessage } } }));

const hour = 3_600_000;
const now = Date.UTC(2026, 10, 30, 12);

function show(change: Partial<KeptTurningPoint>): string {
  const span = { at: now, since: now - 24 * hour, until: now, from: now - 24 * hour, to: now };
  const numbers = { z: 12, p: 1e-30, weeks: 55, bins: 24, count: 65, expected: 5.2, posts: 578, drivers: [] };
  const point = { id: 'k:1', keywordId: 'k', direction: 'up', kind: 'spike', ...span, ...numbers, ...change } as KeptTurningPoint;
  const card = <TurningCard point={point} name="Acme" formatMoment={String} nameDriver={({ value }) => value} onJudge={async () => true} />;
  return renderToString(card);
}

test('how rare a spike is is told as what it is, the history of its bursts, and not as chance', () => {
  const card = show({});
  expect(card).toContain('By how often and how high this keyword has burst before, as much comes once in 55 weeks.');
  expect(card).not.toMatch(/chance/i);
});

test('a level is told as a level, in days, and by how its days vary', () => {
  const card = show({ kind: 'level', direction: 'down', from: now - 240 * hour, count: 17, expected: 66.3, posts: 12_345, weeks: 700 });
  expect(card).toContain('Acme: a new level, only 0.3 times the usual mentions');
  expect(card).toContain('17 mentions among 12,345 posts read in 10 days; 66 are usual for so many.');
  expect(card).toContain('By how much its days varied before, as much comes once in more than ten years when nothing has changed.');
});

test('what is usual on a site that was not read before nobody knows, and the card says so', () => {
  const drivers = [
    { kind: 'site' as const, value: 'Reddit', count: 40, isNew: true as const },
    { kind: 'site' as const, value: 'X', count: 24 },
    { kind: 'site' as const, value: 'YouTube', count: 1, isNew: true as const },
  ];
  const unknown = 'Nothing was read there before, so what is usual there is not known: Reddit.';
  expect(show({ drivers }).replace(/<[^>]+>/g, '')).toContain(unknown);
  expect(show({ drivers: drivers.slice(1) })).not.toContain('what is usual there');
});

test('a spike of more than two days is told in days, as every span is', () => {
  expect(show({ from: now - 24 * hour })).toContain('posts read in 24 h;');
  expect(show({ from: now - 72 * hour })).toContain('posts read in 3 d;');
});

test('of one it is told as of one', () => {
  const card = show({ from: now - hour, count: 1, posts: 1, weeks: 1.2 });
  expect(card).toContain('1 mention among 1 post read in 1 h; 5.2 are usual for so many.');
  expect(card).toContain('as much comes once in 1 week.');
});

test('marks at one time stand below one another, and go up again where there is room', () => {
  const mark = (first: number, last: number) => ({ first, last, direction: 'up' as const });
  expect(listLanes([mark(0, 20), mark(5, 5), mark(6, 9), mark(8, 30), mark(21, 22)])).toEqual([0, 1, 1, 2, 0]);
});
