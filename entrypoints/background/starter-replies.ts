import type { Reply } from '../../core/model.ts';

const starters = [
  {
    id: 'starter-thanks',
    title: 'Thank you',
    shortcut: 'thanks',
    tags: ['praise'],
    body: 'Thank you, {{author.firstName|there}}! It means a lot to hear that. If anything about {{keyword}} could be better for you, tell us.',
  },
  {
    id: 'starter-help',
    title: 'Offer help',
    shortcut: 'help',
    tags: ['support'],
    body:
      'Hi {{author.firstName|there}}, sorry that this got in your way.\n\n' +
      'Could you tell us what you were doing when it happened? We would like to put it right.\n\n{{me.name|The team}}',
  },
  {
    id: 'starter-answer',
    title: 'Answer a question',
    shortcut: 'answer',
    tags: ['question'],
    body: 'Good question, {{author.firstName|there}}. In short: ',
  },
];

/** What a new inbox begins with, so that the first mention can be answered at once. */
export const listStarters = (now: number): Reply[] => starters.map((reply) => ({ ...reply, createdAt: now, updatedAt: now, usedCount: 0 }));
