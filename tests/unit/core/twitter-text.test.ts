/**
 * The public conformance cases of twitter-text for hashtags, cashtags and mentions. They are not ours to ship: EARSHOT_CORPORA names the
 * folder that holds `twitter-text-conformance/extract.yml`, and where it is unset the cases are skipped and said to be.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileMatcher } from '../../../core/matcher.ts';

const corpora = process.env.EARSHOT_CORPORA;

interface Case {
  description: string;
  text: string;
  expected: string[];
}

const read = (): Record<string, Case[]> =>
  (parse(readFileSync(`${corpora}/twitter-text-conformance/extract.yml`, 'utf8')) as { tests: Record<string, Case[]> }).tests;

const isFound = (query: string, text: string) => compileMatcher([{ id: 'k', query }]).matchText(text).length > 0;

/** Everything in the text that looks like one. */
function listCandidates(candidate: RegExp, text: string): string[] {
  return [...text.matchAll(candidate)].map((match) => match[1] ?? '');
}

/** What a keyword would get wrong about a text: one of the expected not found, or one found that is none. */
function listErrors(sign: string, candidate: RegExp, { text, expected }: Case): string[] {
  const missed = expected.filter((word) => !isFound(sign + word, text)).map((word) => `missed ${word}`);
  const same = (a: string, b: string) => a.normalize('NFKC').toLowerCase() === b.normalize('NFKC').toLowerCase();
  const wrong = listCandidates(candidate, text).filter((word) => !expected.some((e) => same(e, word)) && isFound(sign + word, text));
  return [...missed, ...wrong.map((word) => `invented ${word}`)];
}

/** Where we differ on purpose: "@acme@mastodon.social" speaks of @acme, as on every site of that kind. */
const deviations = ['DO NOT extract username ending in @', 'Extract lone metion but not @user@user (too close to an email)'];

describe.skipIf(!corpora)('twitter-text conformance', () => {
  it.each([
    // A tag of digits alone is none to Twitter; here it is found if somebody listens for it.
    ['hashtags', '#', /[#＃]([\p{L}\p{N}\p{M}_]*\p{L}[\p{L}\p{N}\p{M}_]*)/gu],
    ['hashtags_from_astral', '#', /[#＃]([\p{L}\p{N}\p{M}_]*\p{L}[\p{L}\p{N}\p{M}_]*)/gu],
    // So is a ticker with digits, of other letters, or longer than six.
    ['cashtags', '$', /\$([a-z]{1,6})(?![\p{L}\p{N}])/giu],
    ['mentions', '@', /[@＠]([a-z0-9_]+)/gi],
  ] as const)('%s', (section, sign, candidate) => {
    const cases = read()[section] ?? [];
    expect(cases.length).toBeGreaterThan(0);
    const wrong = cases.flatMap((one) => {
      const errors = listErrors(sign, candidate, one);
      return errors.length > 0 && !deviations.includes(one.description) ? [`${one.description}: ${one.text} → ${errors.join(', ')}`] : [];
    });
    console.log(`${section}: ${cases.length - wrong.length} of ${cases.length}`);
    expect(wrong).toEqual([]);
  });
});

if (!corpora) it.skip('twitter-text conformance: EARSHOT_CORPORA is not set', () => {});
