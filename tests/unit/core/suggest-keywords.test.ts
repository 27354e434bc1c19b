import { describe, expect, it } from 'vitest';
import { suggestKeywords } from '../../../core/suggest-keywords.ts';

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
