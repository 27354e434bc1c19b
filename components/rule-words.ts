/** What rules do, and did, in words. */
import type { MentionStatus, Rule } from '../core/model.ts';
import { nameStatus } from './mention-words.ts';
import { nameTag } from './people-words.ts';
import { type WordKey, word } from './words.ts';

const statuses: readonly MentionStatus[] = ['new', 'waiting', 'done', 'snoozed', 'ignored'];

const deedWords = {
  did: { tag: 'deedTag', star: 'deedStar', status: 'deedStatus', assign: 'deedAssign', now: 'deedNotify', digest: 'deedDigest' },
  does: { tag: 'doesTag', star: 'doesStar', status: 'doesStatus', assign: 'doesAssign', now: 'doesNotify', digest: 'doesDigest' },
} as const satisfies Record<string, Record<string, WordKey>>;

type Tense = keyof typeof deedWords;

/** `tag:press`, as a mention keeps it, in words. */
function nameDeed(deed: string, tense: Tense): string {
  const words = deedWords[tense];
  const cut = deed.indexOf(':');
  const [kind, value] = cut < 0 ? [deed, ''] : [deed.slice(0, cut), deed.slice(cut + 1)];
  const status = statuses.find((one) => one === value);
  switch (kind) {
    case 'tag':
      return word(words.tag, value);
    case 'star':
      return word(words.star);
    case 'status':
      return word(words.status, status ? nameStatus(status) : value);
    case 'assign':
      return word(words.assign, value);
    case 'notify':
      return word(value === 'digest' ? words.digest : words.now);
    default:
      return deed;
  }
}

export const nameDeeds = (did: readonly string[], tense: Tense = 'did'): string =>
  did.length > 0 ? did.map((deed) => nameDeed(deed, tense)).join(', ') : word('deedNothing');

/** What a rule would do with a mention that has nothing yet, in the order it is done. */
export const listDeeds = ({ addTags, star, status, assignee, notify }: Rule): string[] => [
  ...addTags.map((tag) => `tag:${tag}`),
  ...(star ? ['star'] : []),
  ...(status ? [`status:${status}`] : []),
  ...(assignee ? [`assign:${assignee}`] : []),
  ...(notify ? [`notify:${notify}`] : []),
];

export const notifyWords = { '': 'notifyOff', now: 'notifyNow', digest: 'notifyDigest' } as const satisfies Record<string, WordKey>;

/** What has to be so for a rule to fire. */
export function listConditions(
  rule: Pick<Rule, 'query' | 'keywordIds' | 'personTags'>,
  keywords: readonly { id: string; name: string }[],
): string[] {
  const names = rule.keywordIds?.map((id) => keywords.find((keyword) => keyword.id === id)?.name ?? word('ruleKeywordGone'));
  return [
    ...(rule.query.trim() ? [word('ruleQuery', rule.query.trim())] : []),
    ...(names ? [word('ruleKeywords', names.join(', '))] : []),
    ...(rule.personTags ? [word('rulePeople', rule.personTags.map(nameTag).join(', '))] : []),
    ...(!rule.query.trim() && !rule.keywordIds && !rule.personTags ? [word('ruleAny')] : []),
  ];
}
