/** How much in a text speaks for a complaint, and how much for praise: words, turned round by a "not", weakened by a "but", and faces. */
import { type Cue, keyOf, type Rules, standsAt, wordsOf } from './intent-cues.ts';

const angry = /[😠😡🤬👎💩😤🤮😒🙄😞😩😫]|(?<![\p{L}\p{N}]):-?\((?![\p{L}\p{N}])/gu;
const pleased = /[❤😍🥰👏🙏👍🎉💪😊🙌💙💚💜😁🤩]|(?<![\p{L}\p{N}])(?::-?\)|<3)/gu;

/** How far back what turns a word round may stand. */
const reach = 3;

function isNegated(words: readonly string[], at: number, { negators }: Rules): boolean {
  const before = words.slice(Math.max(0, at - reach), at);
  return before
    .slice(before.findLastIndex((word) => /^[,،、]$/.test(word)) + 1)
    .some((word) => negators.has(word) || word.endsWith("n't") || word.startsWith("n'"));
}

export interface Score {
  complaint: number;
  praise: number;
  /** The heaviest of what speaks for each. */
  heaviest: { complaint: number; praise: number };
  because: { complaint: string[]; praise: string[] };
}

const newScore = (): Score => ({
  complaint: 0,
  praise: 0,
  heaviest: { complaint: 0, praise: 0 },
  because: { complaint: [], praise: [] },
});

export function add(score: Score, side: 'complaint' | 'praise', weight: number, because: string): void {
  score[side] += weight;
  score.heaviest[side] = Math.max(score.heaviest[side], weight);
  score.because[side].push(because);
}

/** What speaks for a complaint is what `left` says, which is a part of the text. */
export function keepComplaint(score: Score, left: Score): void {
  score.complaint = left.complaint;
  score.heaviest.complaint = left.heaviest.complaint;
  score.because.complaint = left.because.complaint;
}

const findCue = (groups: ReadonlyMap<string, readonly Cue[]>, words: readonly string[], at: number): Cue | undefined =>
  groups.get(keyOf(words[at] ?? ''))?.find((cue) => standsAt(words, at, cue));

function addSentence(score: Score, words: readonly string[], rules: Rules): void {
  for (let at = 0; at < words.length; ) {
    const complaint = findCue(rules.complaints, words, at);
    const praise = findCue(rules.praises, words, at);
    const cue = (praise?.words.length ?? 0) > (complaint?.words.length ?? 0) ? praise : (complaint ?? praise);
    if (!cue) {
      at++;
      continue;
    }
    const negated = isNegated(words, at, rules);
    const said = words.slice(at, at + cue.words.length).join(' ');
    // "Not bad" is faint praise at most; "not good" is a complaint.
    const side = (cue === praise) !== negated ? 'praise' : 'complaint';
    add(score, side, cue === complaint && negated ? 0.5 : cue.weight, negated ? `${words[at - 1]} ${said}` : said);
    at += cue.words.length;
  }
}

/** Who says over and over what is not the case is seldom pleased. */
function countNegations(text: string, { negators }: Rules): number {
  return wordsOf(text).filter((word) => negators.has(word) || word.endsWith("n't")).length;
}

function addScore(score: Score, { complaint, praise, heaviest, because }: Score, ofPraise: number): void {
  score.complaint += complaint;
  score.praise += praise * ofPraise;
  score.heaviest.complaint = Math.max(score.heaviest.complaint, heaviest.complaint);
  score.heaviest.praise = Math.max(score.heaviest.praise, heaviest.praise * ofPraise);
  score.because.complaint.push(...because.complaint);
  if (ofPraise >= 0.5) score.because.praise.push(...because.praise);
}

/** A sentence that asks praises less: "is it any good?" */
const asked = 0.4;
/** What comes before a "but" is politeness as often as not. */
const turned = 0.5;

function addWeighed(score: Score, sentence: string, rules: Rules): void {
  const words = wordsOf(sentence);
  const turn = words.findLastIndex((word) => rules.turns.has(word));
  const ofPraise = sentence.trimEnd().endsWith('?') ? asked : 1;
  const before = newScore();
  const after = newScore();
  addSentence(before, words.slice(0, Math.max(0, turn)), rules);
  addSentence(after, words.slice(turn + 1), rules);
  addScore(score, before, ofPraise * turned);
  addScore(score, after, ofPraise);
}

export function scoreText(text: string, rules: Rules | undefined): Score {
  const score = newScore();
  score.complaint += Math.min(text.match(angry)?.length ?? 0, 2);
  score.praise += Math.min(text.match(pleased)?.length ?? 0, 2);
  if (!rules) return score;
  if (countNegations(text, rules) >= 2) score.complaint += 1;
  for (const sentence of text.split(/(?<=[.!?…;])\s+|\n+/)) addWeighed(score, sentence, rules);
  return score;
}

/** A review of the lowest stars complains, whatever it says; one of the most praises, unless its words say otherwise more than once or twice. */
export function scoreRating(score: Score, rating: number | undefined): void {
  if (rating === undefined || rating > 5) return;
  if (rating <= 2) [score.complaint, score.praise] = [score.complaint + 3, 0];
  else if (rating >= 4) score.praise += rating === 5 ? 3 : 1.5;
}
