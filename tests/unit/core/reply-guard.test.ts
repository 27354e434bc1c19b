import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likeness } from '../../../core/alike.ts';
import type { Answer } from '../../../core/model.ts';
import { checkReply, type Draft, hushKey, mayOverrule } from '../../../core/reply-guard.ts';
import { readTone } from '../../../core/tone.ts';

const now = 1_800_000_000_000;
const day = 86_400_000;
const glad = 'Hi Mira, glad that Tidepool helps you every day. What should we build next?';
const other = 'The export is under Settings, then Backup. Tell me if it does not show up.';

const makeAnswer = (id: string, text: string, more: Partial<Answer> = {}): Answer => ({
  id,
  text,
  insertedAt: now - day,
  site: 'x',
  ...more,
});

const draftOf = (text: string, more: Partial<Draft> = {}): Draft => ({
  text,
  names: [],
  situation: { site: 'x' },
  past: { onSite: [], toPerson: [], toPost: [] },
  replies: [{ id: 'r1', title: 'Glad' }],
  now,
  ...more,
});
const past = (more: Partial<Draft['past']>): Partial<Draft> => ({ past: { onSite: [], toPerson: [], toPost: [], ...more } });
const codes = (draft: Draft): string[] => checkReply(draft).map(({ code }) => code);

test('nothing speaks against a reply that was never given', () => {
  expect(checkReply(draftOf(glad, past({ onSite: [makeAnswer('a', other)] })))).toEqual([]);
});

test('a name without a value stops everything, and cannot be overruled or hushed', () => {
  const warnings = checkReply(draftOf('x'.repeat(400), { names: ['keyword'], hushed: [hushKey('unresolved', 'x')] }));
  expect(warnings).toEqual([{ code: 'unresolved', names: ['keyword'] }]);
  expect(warnings.some(mayOverrule)).toBe(false);
});

test('over the limit it says by how much, and in what parts it could go', () => {
  const [warning] = checkReply(draftOf(`${glad}\n\n`.repeat(5).trim()));
  expect(warning).toMatchObject({ code: 'too-long', limit: 280, used: 383, parts: { length: 2 } });
  expect(checkReply(draftOf('x'.repeat(281)))[0]).toMatchObject({ code: 'too-long', parts: undefined });
  expect(codes(draftOf('x'.repeat(900), { situation: { site: 'mastodon' }, limitHere: 1_000 }))).toEqual([]);
});

test('what stands in the box already takes its part of the limit', () => {
  const text = `${'One sentence of some length stands here. '.repeat(5).trim()}`;
  expect(codes(draftOf(text))).toEqual([]);
  expect(codes(draftOf(text, { written: 'Hello, ' }))).toEqual([]);
  const [warning] = checkReply(draftOf(text, { written: 'y'.repeat(100) }));
  expect(warning).toMatchObject({ code: 'too-long', limit: 280, used: 304, parts: { length: 2 } });
  expect(checkReply(draftOf(text, { written: 'y'.repeat(280) }))[0]).toMatchObject({ code: 'too-long', parts: undefined });
  // A server counts of the name it puts in itself only the first half.
  const mastodon = { situation: { site: 'mastodon' }, written: '@mira@example.social ' };
  expect(codes(draftOf('x'.repeat(494), mastodon))).toEqual([]);
  expect(codes(draftOf('x'.repeat(495), mastodon))).toEqual(['too-long']);
});

test('the same words with another name in them are nearly the same', () => {
  const before = makeAnswer('a', glad.replace('Mira', 'Jonas'), { replyId: 'r1' });
  const [warning] = checkReply(draftOf(glad, past({ onSite: [makeAnswer('b', other), before] })));
  expect(warning).toMatchObject({ code: 'repeated', to: 'site', earlier: { title: 'Glad', at: now - day } });
  expect(warning?.code === 'repeated' && warning.likeness).toBeCloseTo(0.846, 2);
});

test('the same to the same person is said to be that', () => {
  const before = makeAnswer('a', glad);
  expect(checkReply(draftOf(glad, past({ onSite: [before], toPerson: [before] })))[0]).toMatchObject({
    code: 'repeated',
    to: 'person',
    likeness: 1,
  });
});

test('a post answered before, and a person answered lately, with when and by what', () => {
  const before = makeAnswer('a', other, { replyId: 'r1' });
  expect(checkReply(draftOf(glad, past({ toPost: [before], toPerson: [before] })))).toEqual([
    { code: 'answered', what: 'post', times: 1, earlier: { at: now - day, text: other, title: 'Glad' } },
  ]);
  expect(checkReply(draftOf(glad, past({ toPerson: [before, before] })))[0]).toMatchObject({ code: 'answered', what: 'person', times: 2 });
  expect(codes(draftOf(glad, past({ toPerson: [{ ...before, insertedAt: now - 40 * day }] })))).toEqual([]);
});

test('a link given before is counted, whatever campaign it carries', () => {
  const link = 'https://example.com/guide';
  const onSite = [makeAnswer('a', `See ${link}?utm_source=x`), makeAnswer('b', other), makeAnswer('c', `Here: ${link}/`)];
  expect(checkReply(draftOf(`It is all in ${link}`, past({ onSite })))).toEqual([{ code: 'link-repeated', link, times: 2, of: 3 }]);
});

test('what the person noted about a community is held against links and the brand', () => {
  const note = { text: 'Mods remove links', noPromotion: true };
  const community = 'r/devops';
  expect(checkReply(draftOf('See example.com', { note, community }))).toEqual([
    { code: 'no-promotion', note: note.text, link: 'example.com' },
  ]);
  expect(codes(draftOf('Tidepool does that', { note, brand: 'Tidepool' }))).toEqual(['no-promotion']);
  expect(codes(draftOf('Try turning it off', { note, brand: 'Tidepool' }))).toEqual([]);
  expect(codes(draftOf('See example.com', { note: { text: 'Be brief' } }))).toEqual([]);
  expect(codes(draftOf('See example.com', { note, community, hushed: [hushKey('no-promotion', 'x', community)] }))).toEqual([]);
});

test.each([
  ['Thank you for the kind words!', 'complaint', undefined, ['tone']],
  ['So glad you like it 🎉', undefined, 1, ['tone']],
  ['Sorry to hear that, let me fix it', 'praise', undefined, ['tone']],
  ['Sorry to hear that, let me fix it', 'complaint', 1, []],
  ['Thank you for the kind words!', 'praise', 5, []],
  ['Freut uns, dass es gefällt', 'complaint', undefined, ['tone']],
  ['Das tut uns leid', 'praise', undefined, ['tone']],
  ['¡Nos alegra mucho!', 'complaint', undefined, ['tone']],
  ['Nous sommes ravis', 'complaint', undefined, ['tone']],
] as const)('%s to %s, %s stars: %j', (text, intent, rating, expected) => {
  expect(codes(draftOf(text, { situation: { site: 'yelp', intent, rating } }))).toEqual(expected);
});

test('a reply that thanks and is sorry fits anybody', () => {
  expect(readTone('Thank you for your kind words, and sorry for the trouble')).toBeUndefined();
});

test('a hushed warning is silent on that site, and on no other', () => {
  const onSite = [makeAnswer('a', glad)];
  const hushed = [hushKey('repeated', 'x')];
  expect(codes(draftOf(glad, { ...past({ onSite }), hushed }))).toEqual([]);
  expect(codes(draftOf(glad, { ...past({ onSite }), hushed, situation: { site: 'bluesky' } }))).toEqual(['repeated']);
});

test.each([
  [glad, glad, 1, 1],
  [glad, other, 0, 0.1],
  ['', '', 1, 1],
  ['Thanks!', 'Thanks!', 1, 1],
  ['Thanks!', glad, 0, 0.1],
  // A short reply within a long one is not the same.
  ['Glad that Tidepool helps', `${other} ${other} Glad that Tidepool helps ${other}`, 0, 0.4],
  ['お問い合わせありがとうございます。', 'お問い合わせありがとうございました。', 0.7, 0.99],
  ['See https://a.example.com now or never', 'See https://b.example.com now or never', 1, 1],
])('%j and %j are alike by %d to %d', (a, b, least, most) => {
  expect(likeness(a, b)).toBeGreaterThanOrEqual(least);
  expect(likeness(a, b)).toBeLessThanOrEqual(most);
});

test('likeness is the same both ways, never more than one, and one of a text and itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.lorem(), (a, b) => {
      expect(likeness(a, b)).toBe(likeness(b, a));
      expect(likeness(a, b)).toBeLessThanOrEqual(1);
      expect(likeness(a, a)).toBe(1);
    }),
  );
});
