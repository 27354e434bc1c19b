import renderToString from 'preact-render-to-string';
import { expect, test, vi } from 'vitest';
import type { Mute } from '../../../core/model.ts';

vi.mock('wxt/browser', async () => ({ browser: { i18n: { getMessage: (await import('./english.ts')).getMessage } } }));

const { HandleList } = await import('../../../components/handle-list.tsx');
const { MuteList } = await import('../../../components/mute-list.tsx');
const { nameEnd, nameMute } = await import('../../../components/mute-words.ts');
const { NotRelevantForm } = await import('../../../components/not-relevant-form.tsx');

const day = 86_400_000;
const now = Date.UTC(2026, 10, 24);
const sites: Record<string, string> = { x: 'X', reddit: 'Reddit' };
const nameSite = (place: string) => sites[place] ?? place;
const mute = (change: Partial<Mute>): Mute => ({ id: 'm', kind: 'person', site: 'x', value: 'bob', createdAt: now, ...change });
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('a mute says who or what, where, and until when', () => {
  expect(nameMute(mute({}), nameSite)).toBe('bob on X');
  expect(nameMute(mute({ kind: 'community', site: 'reddit', value: 'r/devops' }), nameSite)).toBe('r/devops on Reddit');
  expect(nameMute(mute({ kind: 'place', site: undefined, value: 'reddit' }), nameSite)).toBe('Reddit');
  expect(nameMute(mute({ kind: 'phrase', site: undefined, value: 'rocket salad' }), nameSite)).toBe('“rocket salad”');
  expect(nameEnd(mute({}), now)).toBe('until you lift it');
  expect(nameEnd(mute({ until: now + 3 * day }), now)).toBe('ends in 3d');
  expect(nameEnd(mute({ until: now + 7 * day - 1 }), now)).toBe('ends in 7d');
  expect(nameEnd(mute({ until: now + 1 }), now)).toBe('ends in 1m');
  expect(nameEnd(mute({ until: now + 90 * day }), now)).toBe('until Feb 22, 2027');
  expect(nameEnd(mute({ until: now }), now)).toBe('has ended');
});

const showMutes = (mutes: Mute[], kept: Record<string, number> = {}) =>
  renderToString(
    <MuteList
      mutes={mutes}
      kept={kept}
      most={1_000}
      keywords={new Map([['k1', { name: 'Acme' }]])}
      nameSite={nameSite}
      now={now}
      onChange={() => {}}
      onLift={() => {}}
    />,
  );

test('the list of mutes says for which keyword and what each kept away, and shows nobody’s markup', () => {
  const html = showMutes(
    [mute({ id: 'a', keywordId: 'k1', value: '<b>bob' }), mute({ id: 'b', keywordId: 'gone' }), mute({ id: 'c' }), mute({ id: 'd' })],
    { a: 1, b: 12, c: 1_000 },
  );
  for (const part of ['for “Acme”', 'for a keyword that is gone', 'for all keywords', '1 post kept away', '12 posts kept away'])
    expect(words(html)).toContain(part);
  expect(words(html)).toContain('more than 1,000 posts kept away');
  expect(html).not.toContain('<b>');
  expect(html).toContain('aria-label="Lift the mute of bob on X"');
  expect(showMutes([])).toContain('Nothing is muted');
});

test('one’s handles are listed with where they come from', () => {
  const html = renderToString(
    <HandleList
      rows={[
        { place: 'x', placeName: 'X', handle: 'ada', learnt: true },
        { place: 'reddit', placeName: 'Reddit', handle: 'ada_b', learnt: false },
      ]}
      places={[{ place: 'x', name: 'X' }]}
      onAdd={async () => true}
      onRemove={() => {}}
    />,
  );
  expect(words(html)).toContain('X · learnt from the page');
  expect(words(html)).not.toContain('Reddit · learnt');
  expect(html).toContain('aria-label="Remove ada_b on Reddit"');
});

test('what can be muted of a mention is offered with its name, the narrowest first', () => {
  const mention = {
    id: 'reddit:1',
    site: 'reddit',
    postId: '1',
    kind: 'post' as const,
    author: { handle: 'bob' },
    text: 'Acme',
    hits: [],
    keywordIds: ['k1', 'gone'],
    seenAt: now,
    status: 'new' as const,
  };
  const html = renderToString(
    <NotRelevantForm
      mention={mention}
      keywords={new Map([['k1', { name: 'Acme', query: 'acme', kind: 'brand', color: 'teal' }]])}
      selected=""
      dismissing={{
        listChoices: () => [
          { kind: 'person', site: 'reddit', value: 'bob', name: '\u202ebob on Reddit' },
          { kind: 'place', value: 'reddit', name: 'Reddit' },
        ],
        adviseWords: async () => ({ words: [] }),
        countOthers: async () => 0,
        onMute: () => {},
        onGuard: () => {},
      }}
      onClose={() => {}}
    />,
  );
  const text = words(html);
  expect(text).toMatch(/Mute bob on Reddit.*Mute all of Reddit.*Mute posts with certain words.*Leave a word out of the keyword/);
  expect(text).toMatch(/All keywords Acme\s+How long/);
  expect(text).not.toContain('\u202e');
  expect(html.match(/type="radio"[^>]*checked/g)).toHaveLength(1);
});
