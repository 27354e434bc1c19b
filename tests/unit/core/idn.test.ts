import { domainToASCII, domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableHost, travellingHost } from '../../../core/idn.ts';
import { compileMatcher } from '../../../core/matcher.ts';

describe('host names in two spellings', () => {
  it.each([
    ['münchen.example', 'xn--mnchen-3ya.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['почта.рф', 'xn--80a1acny.xn--p1ai'],
    ['例え.テスト', 'xn--r8jz45g.xn--zckzah'],
    ['उदाहरण.example', 'xn--p1b6ci4b4b3a.example'],
    ['☕.example', 'xn--53h.example'],
    ['😀a.example', 'xn--a-iv3s.example'],
    ['plain.example', 'plain.example'],
  ])('%s is %s', (readable, travelling) => {
    expect(domainToASCII(readable)).toBe(travelling);
    expect(travellingHost(readable)).toBe(travelling);
    expect(readableHost(travelling.toUpperCase())).toBe(readable);
  });

  it('is of the same opinion as the URL standard about any letters', () => {
    const label = fc.string({ unit: fc.constantFrom(...'abz019üéñłøжядفاב日本語한글กขअआ'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(label, (name) => {
        const ascii = domainToASCII(`${name}.example`);
        fc.pre(ascii !== '' && domainToUnicode(ascii) === `${name}.example`);
        expect(travellingHost(`${name}.example`)).toBe(ascii);
        expect(readableHost(ascii)).toBe(`${name}.example`);
      }),
      { numRuns: 2_000 },
    );
  });

  it('what is no punycode stays as it is, and nothing a page can write is an error', () => {
    expect(readableHost('xn--.example')).toBe('.example');
    expect(readableHost('xn--99999999.example')).toBe('xn--99999999.example');
    expect(readableHost('xn--a_b-.example')).toBeTypeOf('string');
    fc.assert(fc.property(fc.string(), (tail) => typeof readableHost(`xn--${tail}`) === 'string'));
  });
});

describe('a domain is found in both of its spellings', () => {
  const find = (query: string, text: string, links: string[] = [], host?: string) => {
    const match = compileMatcher([{ id: 'k', query }]).match({
      text,
      site: 'x',
      kind: 'post',
      author: {},
      links,
      ...(host ? { host } : {}),
    });
    return match.keywordIds.length > 0 ? match.hits.map(({ start, end }) => text.slice(start, end)) : undefined;
  };

  it.each([
    ['münchen.example', 'https://xn--mnchen-3ya.example/a'],
    ['MÜNCHEN.example', 'https://www.xn--mnchen-3ya.example'],
    ['xn--mnchen-3ya.example', 'https://münchen.example/a'],
    ['xn--mnchen-3ya.example', 'https://xn--mnchen-3ya.example/a'],
    ['mu\u0308nchen.example/tickets', 'https://shop.xn--mnchen-3ya.example/tickets?a=1'],
    ['почта.рф', 'https://xn--80a1acny.xn--p1ai/'],
    ['xn--80a1acny.xn--p1ai', 'https://почта.рф/'],
    ['उदाहरण.example', 'https://xn--p1b6ci4b4b3a.example/'],
    ['münchen.example', 'https://l.site.example/?u=https%3A%2F%2Fxn--mnchen-3ya.example%2Fa'],
  ])('%s where a link leads to %s', (query, link) => {
    expect(find(query, 'see this', [link])).toEqual([]);
  });

  it.each([
    ['münchen.example', 'see xn--mnchen-3ya.example now', 'xn--mnchen-3ya.example'],
    ['xn--mnchen-3ya.example', 'see München.example now', 'München.example'],
    ['"xn--80a1acny.xn--p1ai"', 'это почта.рф', 'почта.рф'],
    ['xn--mnchen-3ya.example AND see', 'see München.example now', 'München.example'],
  ])('%s in %j', (query, text, found) => {
    expect(find(query, text)).toContain(found);
  });

  it('another domain is another one', () => {
    expect(find('münchen.example', 'see this', ['https://xn--mnchn-kva.example/', 'https://munchen.example/'])).toBeUndefined();
    expect(find('xn--mnchen-3ya.example', 'see munchen example')).toBeUndefined();
  });

  it('a page on it is that site', () => {
    expect(find('acme AND site:münchen.example', 'acme', [], 'forum.xn--mnchen-3ya.example')).toEqual(['acme']);
    expect(find('acme AND site:xn--mnchen-3ya.example', 'acme', [], 'xn--mnchen-3ya.example')).toEqual(['acme']);
  });
});
