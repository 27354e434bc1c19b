import { describe, expect, it } from 'vitest';
import { compileMatcher } from '../../../core/matcher.ts';

/** The words found, in order. */
function find(query: string, text: string): string[] {
  return compileMatcher([{ id: 'k', query }])
    .matchText(text)
    .map((hit) => text.slice(hit.start, hit.end));
}

/** query, text, what is found. */
type Truth = readonly [string, string, readonly string[]];
const truths: Record<string, readonly Truth[]> = {
  'a keyword is a whole word': [
    ['acme', 'I love Acme.', ['Acme']],
    ['acme', 'acme', ['acme']],
    ['acme', 'acme ACME (acme)', ['acme', 'ACME', 'acme']],
    ['acme', "Acme's rocket, acme-like", ['Acme', 'acme']],
    ['acme', 'acmes placme acme2 acme_fan', []],
    ['caf', 'un café', []],
    ['cafe', 'un café', ['café']],
    ['école', "l'école ÉCOLE ecole", ['école', 'ÉCOLE', 'ecole']],
    ['go', 'ergo gone go', ['go']],
    ['', 'anything', []],
    ['   ', 'any thing', []],
  ],
  'case and accents do not matter in any script': [
    ['strasse', 'Straße STRASSE', ['Straße', 'STRASSE']],
    ['Straße', 'strasse', ['strasse']],
    ['istanbul', 'İSTANBUL Istanbul ıstanbul', ['İSTANBUL', 'Istanbul', 'ıstanbul']],
    ['σοφος', 'ΣΟΦΌΣ σοφός', ['ΣΟΦΌΣ', 'σοφός']],
    ['Łódź', 'lodz ŁÓDŹ', ['lodz', 'ŁÓDŹ']],
    ['еж', 'Ёж', ['Ёж']],
    ['smorrebrod', 'Smørrebrød', ['Smørrebrød']],
    ['שלום', 'שָׁלוֹם', ['שָׁלוֹם']],
    ['محمد', 'مُحَمَّد محـــمد', ['مُحَمَّد', 'محـــمد']],
    ['हिन्दी', 'यह हिन्दी है', ['हिन्दी']],
    ['हिन', 'यह हिन्दी है', []],
  ],
  'characters that cannot be seen, and other forms of letters, hide nothing': [
    ['acme', 'a\u200bc\u200dm\u2060e', ['a\u200bc\u200dm\u2060e']],
    ['acme', 'ac\u00adme \u202eacme\u202c', ['ac\u00adme', 'acme']],
    ['a\u200bcme', 'acme', ['acme']],
    ['acme', 'ＡＣＭＥ', ['ＡＣＭＥ']],
    ['acme', '𝗔𝗰𝗺𝗲 𝒜𝒸𝓂ℯ Ⓐⓒⓜⓔ', ['𝗔𝗰𝗺𝗲', '𝒜𝒸𝓂ℯ', 'Ⓐⓒⓜⓔ']],
    ['office', 'oﬃce', ['oﬃce']],
    ['メルカリ', 'ﾒﾙｶﾘで', ['ﾒﾙｶﾘ']],
    ['ガンダム', 'ｶﾞﾝﾀﾞﾑ カ\u3099ンタ\u3099ム ガンダム', ['ｶﾞﾝﾀﾞﾑ', 'カ\u3099ンタ\u3099ム', 'ガンダム']],
    ['iphone 15', 'iPhone\u00a0１５', ['iPhone\u00a0１５']],
  ],
  'a hit takes its marks along and splits no character': [
    ['cafe', 'cafe\u0301!', ['cafe\u0301']],
    ['cafe', 'cafe\u0301\u200b ', ['cafe\u0301']],
    ['acme', '👍acme👍🏽', ['acme']],
    ['か', 'が', []],
    ['👍', 'ok 👍🏽 👍', ['👍🏽', '👍']],
    ['❤', 'I ❤️ it', ['❤️']],
  ],
  'scripts without spaces are searched by letters, unless the dictionary reads them otherwise': [
    ['東京', '昨日東京に行きました', ['東京']],
    ['東京', '東京都', ['東京']],
    ['京都', '東京都に住む', []],
    ['京都', '京都に住む', ['京都']],
    ['小米', '我买了小米手机', ['小米']],
    ['北京', '我爱北京天安门', ['北京']],
    ['LINE', '今日LINEで送った', ['LINE']],
    ['東京 タワー', '東京タワー 東京・タワー', ['東京タワー', '東京・タワー']],
    ['ไทย', 'ภาษาไทยง่าย', ['ไทย']],
    ['กา', 'กาแฟ กา', ['กา', 'กา']],
    ['𠮷野家', '今日は𠮷野家で', ['𠮷野家']],
    ['野', '𠮷野家', ['野']],
    ['A社', '昨日A社が', ['A社']],
  ],
  'Korean words take particles and nothing else': [
    ['삼성', '삼성은 삼성에서는 삼성', ['삼성', '삼성', '삼성']],
    ['삼성', '삼성전자 한삼성', []],
    ['삼성 전자', '삼성 전자가', ['삼성 전자']],
    ['삼성', '삼성은'.normalize('NFD'), ['삼성'.normalize('NFD')]],
    ['acme', 'Acme는 좋다', ['Acme']],
    ['사', '삼', []],
  ],
  'the words of a phrase may be parted by anything but letters': [
    [
      'acme rocket',
      'Acme Rocket, acme, (rocket) acme\n rocket #acme #rocket',
      ['Acme Rocket', 'acme, (rocket', 'acme\n rocket', 'acme #rocket'],
    ],
    ['acme rocket', 'acme the rocket acmerocket', []],
    ['acme rocket', `acme${' '.repeat(16)}rocket acme${'.'.repeat(17)}rocket`, [`acme${' '.repeat(16)}rocket`]],
    ['coca-cola', 'Coca Cola coca‑cola cocacola', ['Coca Cola', 'coca‑cola']],
    ['the north face', 'The North Face', ['The North Face']],
    ['a b a', 'a b a b a', ['a b a', 'a b a']],
    ['Acme, Inc.', 'acme inc', ['acme inc']],
    ['Marks & Spencer', 'marks & spencer Marks&Spencer marks spencer', ['marks & spencer', 'Marks&Spencer']],
  ],
  'a tag or handle is found only as one, and its word in both': [
    ['#acme', '#acme acme #ACME! ＃acme', ['#acme', '#ACME', '＃acme']],
    ['#acme', '#acmes x#acme example.com/#acme &#acme', []],
    ['#東京', '#東京 #東京タワー 東京', ['#東京']],
    ['@acme', 'RT@acme', ['@acme']],
    ['@acme', 'RT\u0301@acme', []],
    ['@acme', 'R\u0164@acme', []],
    ['@acme', '@acme, acme .@Acme info@acme.com @acme_fan @acmes', ['@acme', '@Acme']],
    ['@acme', '@acmeさん', ['@acme']],
    ['acme', '#acme @acme', ['acme', 'acme']],
    ['@acme@mastodon.social', 'hi @acme@mastodon.social.', ['@acme@mastodon.social']],
    ['$AAPL', '$aapl AAPL US$AAPL', ['$aapl']],
  ],
  'symbols count where they carry meaning': [
    ['C++', 'C++ and c++11, C is not C', ['C++', 'c++']],
    ['C#', 'C# (c#) C', ['C#', 'c#']],
    ['.NET', 'we use .NET. Not example.net, nor net', ['.NET']],
    ['AT&T', 'AT&T at & t; at t', ['AT&T', 'at & t']],
    ['example.com', 'https://www.example.com/x Example.com! example com', ['example.com', 'Example.com']],
    ["McDonald's", 'McDonald’s mcdonald s', ['McDonald’s']],
    ['U.S.', 'the U.S. and us', ['U.S']],
    ['AC/DC', 'AC/DC', ['AC/DC']],
    ['Yahoo!', 'yahoo', ['yahoo']],
    ['Acme™', 'acme', ['acme']],
    ['acme', 'Acme™ Acme®', ['Acme', 'Acme']],
    ['🍎', 'an 🍎a day', ['🍎']],
    [':)', 'well :) ok', [':)']],
  ],
};

describe('the matcher', () => {
  for (const [name, list] of Object.entries(truths)) {
    it.each(list)(`${name}: %j in %j`, (query, text, found) => {
      expect(find(query, text)).toEqual(found);
    });
  }

  it('reports overlapping hits of all keywords, by start, then end', () => {
    const matcher = compileMatcher([
      { id: 'a', query: 'acme rocket' },
      { id: 'b', query: 'acme' },
      { id: 'c', query: 'rocket fuel' },
      { id: 'd', query: 'Acme' },
    ]);
    expect(matcher.size).toBe(4);
    expect(matcher.matchText('My acme rocket fuel').map((h) => [h.keywordId, h.start, h.end])).toEqual([
      ['b', 3, 7],
      ['d', 3, 7],
      ['a', 3, 14],
      ['c', 8, 19],
    ]);
  });

  it('finds nothing without keywords', () => {
    expect(compileMatcher([]).matchText('acme')).toEqual([]);
  });

  it('reads a text of 20,000 characters of any script', () => {
    expect(find('삼성', '각'.repeat(19_990))).toEqual([]);
    expect(find('東東', '東'.repeat(20_000)).length).toBeGreaterThan(0);
    expect(find('acme', `${'ß'.repeat(19_000)} acme`)).toEqual(['acme']);
  });
});
