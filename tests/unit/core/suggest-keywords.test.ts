import { describe, expect, it } from 'vitest';
import { listMisspellings } from '../../../core/misspell.ts';
import { chooseSuggestions, suggestKeywords, suggestMisspellings } from '../../../core/suggest-keywords.ts';

const suggest = (brand: string) => suggestKeywords(brand).map((s) => s.query);

describe('further keywords of a brand', () => {
  it.each([
    ['Acme', ['@acme', '#acme', 'acme.com']],
    ['Red Bull', ['@redbull', '#redbull', 'redbull.com', 'redbull']],
    ['PagerDuty', ['@pagerduty', '#pagerduty', 'pagerduty.com', 'Pager Duty']],
    ['Acme, Inc.', ['@acme', '#acme', 'acme.com', 'acme']],
    ['https://www.acme.io/pricing', ['@acme', '#acme', 'acme.io', 'acme']],
    ['@acme', ['#acme', 'acme.com', 'acme']],
    ['Café Noir', ['@cafenoir', '#cafenoir', 'cafenoir.com', 'cafenoir']],
    ['楽天', ['#楽天']],
    ['x', []],
    ['', []],
  ])('%j: %j', (brand, queries) => {
    expect(suggest(brand)).toEqual(queries);
  });
});

/** Insertions, deletions, substitutions and swaps of neighbours between two words. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = best;
    }
  }
  return rows[a.length]![b.length]!;
}

describe('misspellings', () => {
  it.each(['tidepool', 'pagerduty', 'google', 'cloudflare', 'foxglove'])(
    'of %s are one slip away, each once, with its first letter',
    (word) => {
      const misspelt = listMisspellings(word, 500);
      expect(new Set(misspelt).size).toBe(misspelt.length);
      for (const one of misspelt) expect([one, distance(word, one), one[0]]).toEqual([one, 1, word[0]]);
    },
  );

  it.each([
    ['google', 'gogle'],
    ['tidepool', 'tidepol'],
    ['pagerduty', 'pagreduty'],
    ['cloudflare', 'cloudfare'],
    ['trello', 'trelo'],
    ['asana', 'assana'],
  ])('%s: %s is among the likely ones', (word, slip) => {
    expect(listMisspellings(word, 24)).toContain(slip);
  });

  it('the longest word of a name is the one that is misspelt; short names and other scripts have none', () => {
    expect(suggestMisspellings('Foxglove Desk').map((s) => s.query)).toContain('foxglov desk');
    expect(suggestMisspellings('Foxglove Desk').every((s) => s.query.endsWith(' desk'))).toBe(true);
    expect(suggestMisspellings('https://www.tidepool.io/').map((s) => s.query)).toContain('tidepol');
    for (const brand of ['Acme', 'Red Bull', '楽天市場です', '', 'Société']) expect(suggestMisspellings(brand)).toEqual([]);
  });

  it('what somebody wrote is shown first, and few of what nobody did', () => {
    const counted = [
      ...suggestKeywords('Tidepool').map((s) => ({ ...s, count: 0 })),
      ...suggestMisspellings('Tidepool').map((s) => ({
        ...s,
        count: s.query === 'tidepole' ? 0 : s.query === 'tidpool' ? 3 : s.query === 'tidepol' ? 5 : 0,
      })),
    ];
    const shown = chooseSuggestions(counted, 3);
    expect(shown.slice(0, 5).map((s) => s.query)).toEqual(['@tidepool', '#tidepool', 'tidepool.com', 'tidepol', 'tidpool']);
    expect(shown).toHaveLength(6);
  });
});
