import { expect, test } from 'vitest';
import type { Answer, Reply, Situation } from '../../../core/model.ts';
import { suggestReplies } from '../../../core/suggest-replies.ts';

const makeReply = (id: string, more: Partial<Reply> = {}): Reply => ({
  id,
  title: id,
  body: id,
  shortcut: '',
  tags: [],
  createdAt: 1,
  updatedAt: 1,
  usedCount: 0,
  ...more,
});
const ids = (list: readonly { reply: Reply }[]): string[] => list.map(({ reply }) => reply.id);

const thank = makeReply('thank', { title: 'Thank you', body: 'So glad you like it!' });
const sorry = makeReply('sorry', { title: 'Sorry', body: 'Sorry about that, let me fix it.' });
const howTo = makeReply('howTo', { title: 'How to export', tags: ['question'] });
const german = makeReply('german', { title: 'Danke', body: 'Freut uns!', lang: 'de' });
const replies = [german, thank, sorry, howTo];

test('before anything was chosen, what replies say of themselves decides, and is said', () => {
  expect(ids(suggestReplies({ site: 'x', intent: 'complaint', lang: 'en' }, replies, []))[0]).toBe('sorry');
  expect(ids(suggestReplies({ site: 'x', intent: 'question', lang: 'en' }, replies, []))[0]).toBe('howTo');
  expect(ids(suggestReplies({ site: 'x', intent: 'praise', lang: 'en' }, replies, []))[0]).toBe('thank');
  const [best] = suggestReplies({ site: 'x', intent: 'praise', lang: 'de' }, replies, []);
  expect(best?.reply.id).toBe('german');
  expect(best?.reasons).toContainEqual({ code: 'says', trait: 'lang', value: 'de' });
});

test('a reply that thanks is not put before someone who gave one star', () => {
  expect(ids(suggestReplies({ site: 'yelp', rating: 1 }, [thank, german, sorry], []))[0]).toBe('sorry');
});

test('what was chosen in like cases counts, and how often is said', () => {
  const like: Situation = { site: 'reddit', intent: 'question' };
  const answers = [
    ...Array.from({ length: 6 }, () => ({ replyId: 'german', situation: like })),
    ...Array.from({ length: 12 }, () => ({ replyId: 'thank', situation: { site: 'x', intent: 'praise' as const } })),
  ];
  const [best] = suggestReplies(like, replies, answers);
  expect(best?.reply.id).toBe('german');
  expect(best?.reasons[0]).toMatchObject({ code: 'chosen', times: 6 });
});

test('three at most, and none where there is nothing to choose from', () => {
  expect(suggestReplies({ site: 'x' }, replies, [])).toHaveLength(3);
  expect(suggestReplies({ site: 'x' }, [thank], [])).toEqual([]);
  expect(suggestReplies({ site: 'x' }, [], [])).toEqual([]);
});

/** Numbers between 0 and 1 that are the same in every run. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A person with habits: for each intent a few replies in each of two languages, another set for rivals, and a mood in one of six cases that
 * makes them take any reply. Titles and tags say nothing, so that only what is learnt counts.
 */
function makeHistory(seed: number, length: number): { all: Reply[]; choices: { situation: Situation; replyId: string }[] } {
  const random = makeRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const all = Array.from({ length: 30 }, (_, i) => makeReply(`reply-${i}`));
  const habits = new Map<string, string[]>();
  const habitOf = ({ intent, lang, keywordKind }: Situation) => {
    const key = `${intent} ${lang} ${keywordKind === 'competitor'}`;
    const known = habits.get(key) ?? Array.from({ length: 3 }, () => pick(all).id);
    habits.set(key, known);
    return known;
  };
  const choices = Array.from({ length }, () => {
    const situation: Situation = {
      site: pick(['x', 'x', 'reddit', 'bluesky', 'linkedin']),
      keywordKind: pick(['brand', 'brand', 'competitor', 'topic'] as const),
      lang: pick(['en', 'en', 'en', 'de']),
      intent: pick(['question', 'question', 'complaint', 'praise', 'other'] as const),
    };
    // The first of the habit is the favourite of its case.
    const habit = habitOf(situation);
    const replyId = random() < 1 / 6 ? pick(all).id : random() < 0.6 ? (habit[0] ?? '') : pick(habit);
    return { situation, replyId };
  });
  return { all, choices };
}

/** How often the reply that was taken is among the three, when each choice is foretold from those before it. */
function replay(seed: number, length: number): { suggested: number; mostUsed: number } {
  const { all, choices } = makeHistory(seed, length);
  let [suggested, mostUsed] = [0, 0];
  const counts = new Map<string, number>();
  const before: Pick<Answer, 'replyId' | 'situation'>[] = [];
  for (const choice of choices) {
    if (ids(suggestReplies(choice.situation, all, before)).includes(choice.replyId)) suggested++;
    const usual = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 3);
    if (usual.some(([id]) => id === choice.replyId)) mostUsed++;
    counts.set(choice.replyId, (counts.get(choice.replyId) ?? 0) + 1);
    before.push(choice);
  }
  return { suggested: suggested / choices.length, mostUsed: mostUsed / choices.length };
}

test.each([50, 200, 500])('of %i choices with habits, more are foretold than by taking the most used', (length) => {
  const runs = [1, 2, 3, 4, 5, 6].map((seed) => replay(seed, length));
  const mean = (of: (run: (typeof runs)[number]) => number) => runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
  const [suggested, mostUsed] = [mean((run) => run.suggested), mean((run) => run.mostUsed)];
  console.log(`replies: top-3 of ${length} choices, suggested ${suggested.toFixed(3)}, most used ${mostUsed.toFixed(3)}`);
  expect(suggested).toBeGreaterThan(mostUsed * (length >= 200 ? 1.5 : 1.1));
});

test('a thousand replies and two thousand answers are weighed within a moment', () => {
  const { choices } = makeHistory(9, 2_000);
  const many = Array.from({ length: 1_000 }, (_, i) => makeReply(`reply-${i}`, { body: 'Thank you for the kind words. '.repeat(10) }));
  const start = performance.now();
  suggestReplies({ site: 'x', intent: 'question', lang: 'en' }, many, choices);
  const took = performance.now() - start;
  console.log(`replies: 1,000 replies and 2,000 answers weighed in ${took.toFixed(0)} ms`);
  expect(took).toBeLessThan(1_000);
});
