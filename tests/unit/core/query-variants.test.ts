import { describe, expect, it } from 'vitest';
import { addVariant, hasVariant, removeVariant, subjectOf } from '../../../core/query-variants.ts';

describe('other ways of writing', () => {
  it.each([
    ['Acme', '@acme', 'Acme OR @acme'],
    ['Acme OR @acme', 'acme.com', 'Acme OR @acme OR acme.com'],
    ['Acme NOT recipe', '#acme', '(Acme OR #acme) AND NOT recipe'],
    ['', '#acme', '#acme'],
    ['Acme', 'acme', 'Acme'],
  ])('%j and %j: %j', (query, variant, result) => {
    expect(addVariant(query, variant)).toBe(result);
  });

  it.each(['Acme', 'Red Bull', 'Acme NOT recipe', 'acme OR rocket', '"acme rocket" AND site:reddit'])(
    '%j is itself again once it is taken out',
    (query) => {
      const variant = '@acmehq';
      const added = addVariant(query, variant);
      expect(hasVariant(query, variant)).toBe(false);
      expect(hasVariant(added, variant)).toBe(true);
      expect(hasVariant(removeVariant(added, variant), variant)).toBe(false);
      expect(removeVariant(added, variant)).toBe(removeVariant(query, variant));
    },
  );

  it('the last one stays', () => {
    expect(removeVariant('@acme', '@acme')).toBe('@acme');
  });

  it.each([
    ['Acme', 'Acme'],
    ['Red Bull OR @redbull', 'Red Bull'],
    ['(Acme OR #acme) AND NOT recipe', 'Acme'],
    ['author:ada', ''],
    ['', ''],
  ])('%j is about %j', (query, subject) => {
    expect(subjectOf(query)).toBe(subject);
  });
});
