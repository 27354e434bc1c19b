/**
 * The replies that fit a post best. Learnt from nothing but the person's own choices (a naive Bayes over what posts were like and what they
 * were answered with); while these are few, what a reply says of itself counts: its tags, its language, its tone.
 */
import type { Answer, KeywordKind, Reply, Situation } from './model.ts';
import { readTone } from './tone.ts';

export type Trait = 'site' | 'keywordKind' | 'lang' | 'intent' | 'rating';

/** Why a reply is suggested, for the screen to put into words. `times`: so often it was chosen for posts like this in that respect. */
export type Reason =
  | { code: 'chosen'; trait: Trait; value: string; times: number }
  | { code: 'often'; times: number }
  | { code: 'says'; trait: Trait | 'variant' | 'favourite'; value: string };

export interface Suggestion {
  reply: Reply;
  score: number;
  reasons: Reason[];
}

/** A suggestion as it is sent. */
export interface Suggested {
  replyId: string;
  reasons: Reason[];
}

const traits: readonly Trait[] = ['site', 'keywordKind', 'lang', 'intent', 'rating'];
const langOf = (lang: string | undefined): string | undefined => lang?.toLowerCase().split('-')[0];

/** Stars say three things: bad, middling, good. */
function traitOf(situation: Situation, trait: Trait): string | undefined {
  if (trait === 'lang') return langOf(situation.lang);
  if (trait !== 'rating') return situation[trait];
  const { rating } = situation;
  return rating === undefined ? undefined : rating <= 2 ? 'low' : rating < 4 ? 'middle' : 'high';
}

interface Learnt {
  total: number;
  byReply: ReadonlyMap<string, { count: number; values: ReadonlyMap<string, number> }>;
  values: ReadonlyMap<string, number>;
}

const addTo = (counts: Map<string, number>, key: string): Map<string, number> => counts.set(key, (counts.get(key) ?? 0) + 1);

export function learnChoices(answers: readonly Pick<Answer, 'replyId' | 'situation'>[]): Learnt {
  const byReply = new Map<string, { count: number; values: Map<string, number> }>();
  const values = new Map<string, number>();
  let total = 0;
  for (const { replyId, situation } of answers) {
    if (!replyId) continue;
    total++;
    const of = byReply.get(replyId) ?? { count: 0, values: new Map<string, number>() };
    byReply.set(replyId, of);
    of.count++;
    for (const trait of situation ? traits : []) {
      const value = situation && traitOf(situation, trait);
      if (value === undefined) continue;
      addTo(values, `${trait}=${value}`);
      addTo(of.values, `${trait}=${value}`);
    }
  }
  return { total, byReply, values };
}

/** So many choices in one respect are made up of what is usual, before those made weigh as much. */
const doubt = 2;
/** After so many choices, what a reply says of itself counts half. */
const patience = 10;

interface Weighed {
  score: number;
  reasons: (Reason & { weight: number })[];
}

function weighChoices(reply: Reply, situation: Situation, { total, byReply, values }: Learnt, replies: number): Weighed {
  const of = byReply.get(reply.id);
  const count = of?.count ?? 0;
  const weighed: Weighed = { score: Math.log((count + 1) / (total + replies)), reasons: [] };
  for (const trait of traits) {
    const value = traitOf(situation, trait);
    const usual = value === undefined ? 0 : (values.get(`${trait}=${value}`) ?? 0) / Math.max(total, 1);
    if (value === undefined || usual === 0) continue;
    const times = of?.values.get(`${trait}=${value}`) ?? 0;
    const weight = Math.log((times + doubt * usual) / (count + doubt) / usual);
    weighed.score += weight;
    if (times > 0 && weight > 0.1) weighed.reasons.push({ code: 'chosen', trait, value, times, weight });
  }
  return weighed;
}

const intentWords: Readonly<Record<string, RegExp>> = {
  question: /question|\bhow\b|help|faq|answer|\bask|frage|hilfe|antwort|pregunta|ayuda|respuesta|réponse|aide/i,
  complaint: /complain|sorry|apolog|problem|issue|refund|angry|unhappy|bug|beschwerde|entschuldig|leid|queja|disculp|plainte|désol|excuse/i,
  praise: /praise|thank|glad|love|happy|kudos|danke|lob|freut|gracias|merci|ravi/i,
};
const kindWords: Readonly<Record<KeywordKind, RegExp>> = {
  brand: /brand|\bus\b|our product|marke|marca|marque/i,
  competitor: /competitor|competition|compar|alternative|versus|\bvs\b|wettbewerb|konkurren|competidor|concurren/i,
  topic: /topic|intro|thema|tema|sujet/i,
  person: /person|people|name/i,
};

type Said = { trait: Trait | 'variant' | 'favourite'; value: string; weight: number };

/** What a reply says of itself, for this post or against it. */
function listSayings(reply: Reply, { site, lang, intent, keywordKind, rating }: Situation): Said[] {
  const label = [reply.title, reply.folder ?? '', ...reply.tags].join(' ');
  const [own, theirs] = [langOf(reply.lang), langOf(lang)];
  const tone = readTone(reply.body);
  const angry = intent === 'complaint' || (rating !== undefined && rating <= 2);
  const said: (Said | false | undefined)[] = [
    own !== undefined && theirs !== undefined && { trait: 'lang', value: theirs, weight: own === theirs ? 1 : -3 },
    intent !== undefined && intentWords[intent]?.test(label) && { trait: 'intent', value: intent, weight: 1.2 },
    angry && tone !== undefined && { trait: 'intent', value: 'complaint', weight: tone === 'sorry' ? 0.8 : -1.5 },
    intent === 'praise' && !angry && tone !== undefined && { trait: 'intent', value: intent, weight: tone === 'thanks' ? 0.8 : -1.5 },
    keywordKind !== undefined && kindWords[keywordKind].test(label) && { trait: 'keywordKind', value: keywordKind, weight: 0.8 },
    (reply.variants?.some((variant) => variant.site === site) || reply.tags.some((tag) => tag.toLowerCase() === site)) && {
      trait: 'variant',
      value: site,
      weight: 0.6,
    },
    reply.favourite && { trait: 'favourite', value: '', weight: 0.3 },
  ];
  return said.filter((one): one is Said => Boolean(one));
}

function weigh(reply: Reply, situation: Situation, learnt: Learnt, replies: number): Suggestion {
  const { score, reasons } = weighChoices(reply, situation, learnt, replies);
  const trust = patience / (patience + learnt.total);
  const sayings = listSayings(reply, situation);
  const said = sayings
    .filter(({ weight }) => weight > 0)
    .map(({ trait, value, weight }) => ({ code: 'says' as const, trait, value, weight: weight * trust }));
  const count = learnt.byReply.get(reply.id)?.count ?? 0;
  const often = count > 1 ? [{ code: 'often' as const, times: count, weight: 0.05 }] : [];
  const all = [...reasons, ...said, ...often].sort((a, b) => b.weight - a.weight);
  // A trait that was chosen for and is said as well is one reason.
  const once = all.filter((one, i) => !('trait' in one) || all.findIndex((other) => 'trait' in other && other.trait === one.trait) === i);
  return {
    reply,
    score: score + trust * sayings.reduce((sum, { weight }) => sum + weight, 0),
    reasons: once.slice(0, 2).map(({ weight: _, ...reason }) => reason),
  };
}

/** The best first, and none where there are no more replies than are asked for: there is nothing to choose from. */
export function suggestReplies(
  situation: Situation,
  replies: readonly Reply[],
  answers: readonly Pick<Answer, 'replyId' | 'situation'>[],
  most = 3,
): Suggestion[] {
  if (replies.length <= 1) return [];
  const learnt = learnChoices(answers);
  const weighed = replies.map((reply) => weigh(reply, situation, learnt, replies.length));
  return weighed.sort((a, b) => b.score - a.score || b.reply.usedCount - a.reply.usedCount).slice(0, most);
}
