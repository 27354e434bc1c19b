import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bodyOn, snippetsOf, variablesFrom } from '../../../core/reply-values.ts';
import { fillTemplate, parseTemplate, type World } from '../../../core/template.ts';

// A Friday, 15:30 in Berlin.
const now = Date.UTC(2026, 0, 30, 14, 30);
const say = (body: string, values: Record<string, string> = {}, world: World = {}) => fillTemplate(body, values, { now, ...world }).text;
const gaps = (body: string, values: Record<string, string> = {}, world: World = {}) =>
  fillTemplate(body, values, { now, ...world }).unresolved.map(({ kind, name }) => `${kind} ${name}`);

describe('a block', () => {
  it.each([
    ['rating < 3', { rating: '2' }, true],
    ['rating < 3', { rating: '3' }, false],
    ['rating < 3', {}, false],
    ['rating >= 4.5', { rating: '4,5' }, true],
    ['rating is 5', { rating: '5' }, true],
    ['rating != 5', {}, false],
    ['author.firstName', { 'author.firstName': 'Maya' }, true],
    ['author.firstName', { 'author.firstName': ' ' }, false],
    ['not author.firstName', {}, true],
    ['site = "bluesky"', { site: 'Bluesky' }, true],
    ['site is “Bluesky”', { site: 'Bluesky' }, true],
    ['site != "X"', { site: 'Bluesky' }, true],
    ['person.tags contains "VIP"', { 'person.tags': 'press, vip' }, true],
    ['rating < 3 and not author.firstName', { rating: '1' }, true],
    ['site = "X" or site = "Bluesky" and rating < 3', { site: 'X' }, true],
    ['(site = "X" or site = "Bluesky") and rating < 3', { site: 'X' }, false],
    ['not (rating > 3 or keyword)', { rating: '1', keyword: 'Acme' }, false],
    ['3 > rating', { rating: '1' }, true],
  ])('%s of %j: %s', (condition, values, isTrue) => {
    expect(say(`{{#if ${condition}}}yes{{else}}no{{/if}}`, values as Record<string, string>)).toBe(isTrue ? 'yes' : 'no');
  });

  it('has as many branches as it needs, and blocks within', () => {
    const body = '{{#if rating < 2}}a{{else if rating < 4}}b{{#if keyword}}!{{/if}}{{else}}c{{/if}}';
    expect([1, 3, 5].map((rating) => say(body, { rating: String(rating), keyword: 'x' }))).toEqual(['a', 'b!', 'c']);
    expect(say('{{#if keyword}}a{{/if}}b')).toBe('b');
  });

  it('takes the lines with it that only its tags stand on', () => {
    const body = 'Hi\n{{#if rating < 3}}\nSorry.\n{{else}}\n  Glad.\n{{/if}}\nBye';
    expect(say(body, { rating: '1' })).toBe('Hi\nSorry.\nBye');
    expect(say(body, { rating: '5' })).toBe('Hi\n  Glad.\nBye');
    expect(say('Hi\n  {{#if rating}}\n  a\n  {{/if}}\n\nBye')).toBe('Hi\n\nBye');
    expect(say('Hi\n{{#if rating}}\na\n{{/if}}')).toBe('Hi');
    expect(say('{{#if keyword}}\nabout {{keyword}}\n{{/if}}', { keyword: 'Acme' })).toBe('about Acme');
  });

  it('whose name nobody knows decides nothing', () => {
    expect(gaps('{{#if ratng < 3}}a{{else}}b{{/if}}')).toEqual(['value ratng']);
    expect(gaps('{{#if }}a{{/if}}')).toHaveLength(1);
    expect(gaps('{{#if rating}}a')).toHaveLength(1);
  });
});

describe('a choice', () => {
  it('is another one each time, and several in one reply are not the same', () => {
    const body = '{{choose "Thanks" "Thank you" "Cheers"}}, {{choose "a" "b" "c"}}';
    expect([0, 1, 2, 3].map((turn) => say(body, {}, { turn }))).toEqual(['Thanks, b', 'Thank you, c', 'Cheers, a', 'Thanks, b']);
  });

  it('may hold names, and quotes of its own', () => {
    expect(say('{{choose "Hi {{author.firstName|there}}" "Hello"}}')).toBe('Hi there');
    expect(say('{{choose "say \\"hi\\"" “curly”}}')).toBe('say "hi"');
    expect(gaps('{{choose "Hi {{author.name}}" "Hello"}}')).toEqual(['value author.name']);
  });
});

describe('a date', () => {
  it.each([
    ['{{date}}', 'January 30, 2026'],
    ['{{date +2d "weekday"}}', 'Sunday'],
    ['{{date +2b "weekday"}}', 'Tuesday'],
    ['{{date +1bd "weekday"}}', 'Monday'],
    ['{{date -1b "weekday"}}', 'Thursday'],
    ['{{date +1m "iso"}}', '2026-02-28'],
    ['{{date +1w "iso"}}', '2026-02-06'],
    ['{{date +9h "iso" zone="UTC"}}', '2026-01-30'],
    ['{{date +9h "iso" zone="Europe/Berlin"}}', '2026-01-31'],
    ['{{date +1w -1d "iso"}}', '2026-02-05'],
    ['{{date "weekday" lang="de"}}', 'Freitag'],
    ['{{date +2d "weekday:short day month"}}', 'Sun, February 1'],
    ['{{date "time" lang="de" zone="Europe/Berlin"}}', '15:30'],
    ['{{date +1d "relative"}}', 'tomorrow'],
    ['{{date +2w "relative"}}', 'in 2 weeks'],
  ])('%s is %s', (body, text) => {
    expect(say(body)).toBe(text);
  });

  it('keeps the hour where the clocks change', () => {
    const before = Date.UTC(2026, 2, 28, 11, 0);
    expect(say('{{date +1d "time" lang="de" zone="Europe/Berlin"}}', {}, { now: before })).toBe('12:00');
    expect(say('{{date +24h "time" lang="de" zone="Europe/Berlin"}}', {}, { now: before })).toBe('13:00');
  });

  it('is in the language and the time zone of the reply where it names none', () => {
    expect(say('{{date +2d "weekday"}}', {}, { lang: 'fr', zone: 'Asia/Tokyo' })).toBe('dimanche');
    expect(fillTemplate('{{date}}', {}).unresolved).toHaveLength(1);
  });
});

describe('a question', () => {
  it('is asked once and its answer stands wherever it is asked for', () => {
    const body = 'Order {{ask "order number"}}: {{ask "order number"}} by {{ask "day"|Monday}}{{ask "extra"|}}';
    const { asks, unresolved } = fillTemplate(body, {});
    expect(asks).toEqual([{ question: 'order number' }, { question: 'day', preset: 'Monday' }, { question: 'extra', preset: '' }]);
    expect(unresolved).toHaveLength(3);
    expect(say(body, {}, { answers: { 'order number': '{{site}}', day: 'Friday' } })).toBe('Order {{site}}: {{site}} by Friday');
  });
});

describe('the caret', () => {
  it('is given back once, where it was wanted', () => {
    expect(fillTemplate('Hi {{author.firstName|there}}, {{cursor}}\nJo', {})).toMatchObject({ text: 'Hi there, \nJo', cursor: 10 });
    expect(fillTemplate('{{#if keyword}}{{cursor}}{{/if}}', {}).cursor).toBeUndefined();
    expect(fillTemplate('a{{cursor}}b{{cursor}}c', {})).toMatchObject({ text: 'abc', cursor: 1 });
  });
});

describe('a reply within a reply', () => {
  const bodies: Record<string, string> = {
    sig: '{{me.name}}\n{{snippet "motto"}}',
    motto: 'Onwards',
    a: '{{snippet "b"}}',
    b: '{{snippet "a"}}',
  };
  const findSnippet = (shortcut: string) => bodies[shortcut];

  it('is put in, with its own names', () => {
    expect(say('Bye\n{{snippet ";sig"}}', { 'me.name': 'Jo' }, { findSnippet })).toBe('Bye\nJo\nOnwards');
  });

  it('that goes in a circle, or is not there, is reported', () => {
    expect(gaps('{{snippet "a"}}', {}, { findSnippet })).toEqual(['snippet a']);
    expect(gaps('{{snippet "gone"}}', {}, { findSnippet })).toEqual(['snippet gone']);
    const codes = (body: string, self = '') =>
      parseTemplate(body, { findSnippet, self }).problems.map(({ code, words }) => `${code} ${words}`);
    expect(codes('{{snippet "a"}}')).toEqual(['snippet-cycle a → b → a']);
    expect(codes('{{snippet "a"}}', 'b')).toEqual(['snippet-cycle b → a → b']);
    expect(codes('{{snippet "gone"}}')).toEqual(['unknown-snippet gone']);
    expect(codes('{{snippet "sig"}}')).toEqual([]);
  });

  it('stands in the wording of the site', () => {
    const replies = [{ shortcut: ';Sig', body: 'long', variants: [{ site: 'x', body: 'short' }] }];
    expect(snippetsOf(replies, 'x')('sig')).toBe('short');
    expect(snippetsOf(replies, 'reddit')('SIG')).toBe('long');
    expect(snippetsOf([{ shortcut: '', body: 'a' }], 'x')('')).toBeUndefined();
    expect(bodyOn({ body: 'a' }, undefined)).toBe('a');
  });
});

describe('a link', () => {
  const values = { site: 'Hacker News' };
  it.each([
    ['{{link "https://example.com/help"}}', 'https://example.com/help?utm_source=hacker-news&utm_medium=social'],
    [
      '{{link "https://example.com/?a=1#top" campaign="spring sale"}}',
      'https://example.com/?a=1&utm_source=hacker-news&utm_medium=social&utm_campaign=spring%20sale#top',
    ],
    ['{{link "https://example.com/a?utm_source=mail" medium=""}}', 'https://example.com/a?utm_source=mail'],
    ['{{link "https://example.com" content="a&b"}}', 'https://example.com/?utm_source=hacker-news&utm_medium=social&utm_content=a%26b'],
  ])('%s is %s', (body, text) => {
    expect(say(body, values)).toBe(text);
  });

  it('takes what it does not say from the settings', () => {
    const campaign = { campaign: 'care', medium: '' };
    expect(say('{{link "https://e.com/a"}}', values, { campaign })).toBe(
      'https://e.com/a?utm_source=hacker-news&utm_medium=social&utm_campaign=care',
    );
  });
});

describe('braces', () => {
  it('are words behind a backslash', () => {
    expect(say('\\{{site}} \\\\{{site}}', { site: 'X' })).toBe('{{site}} \\X');
  });
});

describe('values', () => {
  it('come from the post, its author, the keyword and the site', () => {
    const context = {
      site: 'X',
      author: {},
      keyword: 'Acme',
      keywordKind: 'brand',
      rating: 2,
      community: 'r/devops',
      lang: 'en',
      url: 'https://x.com/a',
    } as const;
    expect(variablesFrom(context, { name: 'Jo Park' }, { note: ' likes tea ', tags: ['vip', 'press'] })).toEqual({
      site: 'X',
      keyword: 'Acme',
      'keyword.kind': 'brand',
      rating: '2',
      'post.community': 'r/devops',
      'post.lang': 'en',
      'post.url': 'https://x.com/a',
      'person.note': 'likes tea',
      'person.tags': 'vip, press',
      'me.name': 'Jo Park',
      'me.firstName': 'Jo',
    });
  });
});

/** What it is about in brackets, its code, and what the body is once it is repaired. */
describe('what is wrong is told where it stands, with a repair', () => {
  const tell = (body: string) => {
    const [problem] = parseTemplate(body).problems;
    if (!problem) return 'fine';
    const { code, start, end, fix } = problem;
    const fixed = fix ? body.slice(0, fix.start) + fix.replacement + body.slice(fix.end) : '-';
    return `${code} [${body.slice(start, end)}] ${fixed}`;
  };
  it.each([
    ['Hi {{author.firstName|there}}', 'fine'],
    ['Hi {{author.firstName}}', 'may-be-empty [{{author.firstName}}] Hi {{author.firstName|there}}'],
    ['{{#if author.firstName}}Hi {{author.firstName}}{{/if}}', 'fine'],
    ['Hi {{author.fristName|you}}', 'unknown-name [author.fristName] Hi {{author.firstName|you}}'],
    ['Hi {{first_name}}', 'unknown-name [first_name] Hi {{author.firstName}}'],
    ['Order {{ordernumber}}', 'unknown-name [ordernumber] Order {{ask "ordernumber"}}'],
    ['Hi {{keyword', 'unclosed-tag [{{keyword] Hi {{keyword}}'],
    ['Hi {{keyword} now', 'unclosed-tag [{{keyword] Hi {{keyword}} now'],
    ['a {{}} b', 'empty-tag [{{}}] a  b'],
    ['{{#if rating}}a', 'unclosed-if [{{#if rating}}] {{#if rating}}a{{/if}}'],
    ['a{{/if}}', 'stray-tag [{{/if}}] a'],
    ['a{{else}}b', 'stray-tag [{{else}}] ab'],
    ['{{#if rating under 3}}a{{/if}}', 'bad-condition [{{#if rating under 3}}] {{#if rating < 3}}a{{/if}}'],
    ['{{#if rating <}}a{{/if}}', 'bad-condition [{{#if rating <}}] -'],
    ['{{#if ratng < 3}}a{{/if}}', 'unknown-name [ratng] {{#if rating < 3}}a{{/if}}'],
    ['{{#each x}}', 'unknown-tag [#each] -'],
    ['{{chose "a" "b"}}', 'unknown-tag [chose] {{choose "a" "b"}}'],
    ['{{choose "a"}}', 'too-few-choices [{{choose "a"}}] {{choose "Thanks" "Thank you"}}'],
    ['{{ask}}', 'no-question [{{ask}}] {{ask "order number"}}'],
    ['{{ask "a" "b"}}', 'bad-arguments ["b"] {{ask "a" }}'],
    ['{{date 2d}}', 'bad-step [2d] {{date +2d}}'],
    ['{{date +2y}}', 'bad-step [+2y] -'],
    ['{{date +2d "wekday"}}', 'bad-format ["wekday"] {{date +2d "weekday"}}'],
    ['{{date zone="Europe/Berln"}}', 'bad-zone [zone="Europe/Berln"] -'],
    ['{{link "example.com/a"}}', 'bad-address ["example.com/a"] {{link "https://example.com/a"}}'],
    ['{{link "javascript:alert(1)"}}', 'bad-address ["javascript:alert(1)"] -'],
    ['{{cursor}}a{{cursor}}', 'second-cursor [{{cursor}}] {{cursor}}a'],
    ['{{#if keyword}}{{cursor}}{{else}}{{cursor}}{{/if}}', 'fine'],
    ['{{snippet}}', 'no-shortcut [{{snippet}}] {{snippet "signature"}}'],
  ])('%s: %s', (body, told) => {
    expect(tell(body)).toBe(told);
  });
});

describe('what docs/reply-language.md promises', () => {
  const doc = readFileSync('docs/reply-language.md', 'utf8');
  const rows = [...doc.matchAll(/^\| `(\{\{date[^`]*)` \| ([^|:]+?)(?::[^|]*)? \|$/gm)].map(
    ([, body = '', text = '']) => [body, text] as const,
  );

  it.each(rows)('%s is %s', (body, text) => {
    expect(say(body)).toBe(text);
  });

  it('is all read without a fault', () => {
    expect(rows.length).toBeGreaterThanOrEqual(7);
    const written = [...doc.matchAll(/(?<!`)`([^`\n]*\{\{[^`\n]*)`(?!`)/g)].map(([, body = '']) => body.replaceAll('\\|', '|'));
    const block = /```\n([^`]+)```/.exec(doc)?.[1] ?? '';
    for (const body of [...written, block]) expect(parseTemplate(body, { personFields: ['company'] }).problems, body).toEqual([]);
  });
});
