/**
 * What a post does: it asks, complains, praises, or none of these. Rules in the open (core/intent-words.ts), no guess from far away: where the
 * language has no rules, only signs that all languages share are read. Irony is not understood.
 */
import { changeOf } from './intent-changes.ts';
import { type IntentWords, intentWords } from './intent-words.ts';
import type { IntentChanges, IntentKind, Situation } from './model.ts';

export type Intent = NonNullable<Situation['intent']>;

export interface IntentReading {
  intent: Intent;
  /** The words that told, for those who want to know why. */
  because: string[];
}

interface Cue {
  words: readonly string[];
  weight: number;
}

interface Rules {
  complaints: ReadonlyMap<string, readonly Cue[]>;
  praises: ReadonlyMap<string, readonly Cue[]>;
  beginnings: readonly Cue[];
  asks: readonly Cue[];
  unmarked: readonly Cue[];
  negators: ReadonlySet<string>;
  turns: ReadonlySet<string>;
}

/** So many letters of a first word group the cues, so that each word of a text is looked up among a few. */
const keyLength = 2;
const keyOf = (word: string): string => word.slice(0, keyLength);

type Without = readonly string[];

function readCues(list: string, without: Without): Cue[] {
  const phrases = list.split('|').map((written) => ({ phrase: written.replace('!!', ''), weight: written.endsWith('!!') ? 2 : 1 }));
  const kept = without.length > 0 ? phrases.filter(({ phrase }) => !without.includes(phrase)) : phrases;
  return kept.map(({ phrase, weight }) => ({ words: phrase.split(' '), weight }));
}

function groupCues(list: string, without: Without): ReadonlyMap<string, readonly Cue[]> {
  const groups = new Map<string, Cue[]>();
  for (const cue of readCues(list, without)) {
    const key = keyOf(cue.words[0]?.replace('*', '') ?? '');
    groups.set(key, [...(groups.get(key) ?? []), cue]);
  }
  // "Thank you very much" is one thing said, not three: the longest comes first.
  for (const cues of groups.values()) cues.sort((a, b) => b.words.length - a.words.length);
  return groups;
}

function makeRules(words: IntentWords, changes: IntentChanges, lang: string): Rules {
  const without = (intent: IntentKind): Without => changeOf(changes, lang, intent).removed ?? [];
  return {
    complaints: groupCues(words.complaints, without('complaint')),
    praises: groupCues(words.praises, without('praise')),
    beginnings: readCues(words.questions, without('question')),
    asks: readCues(words.asks, without('question')),
    unmarked: words.unmarked ? readCues(words.unmarked, without('question')) : [],
    negators: new Set(words.negators.split('|')),
    turns: new Set(words.turns.split('|')),
  };
}

/** By what was changed about them, and by language: a batch of mentions is read by the same rules. */
const made = new WeakMap<IntentChanges, Map<string, Rules>>();
const unchanged: IntentChanges = {};

function rulesOf(lang: string | undefined, changes: IntentChanges): Rules | undefined {
  const code = lang?.toLowerCase().split('-')[0] ?? 'en';
  const words = Object.hasOwn(intentWords, code) ? intentWords[code] : undefined;
  if (!words) return undefined;
  const byLang = made.get(changes) ?? new Map<string, Rules>();
  const rules = byLang.get(code) ?? makeRules(words, changes, code);
  made.set(changes, byLang.set(code, rules));
  return rules;
}

const noise = /https?:\/\/\S+|(?<![\p{L}\p{N}])[@#](?=[\p{L}\p{N}_])|&(?:amp|lt|gt|quot);/gu;
const handles = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]+/gu;
/** Said by everybody, whatever they want. */
const manners =
  /(?<!\p{L})(?:good (?:morning|afternoon|evening|day|night)|(?:would|i'd|we'd|you'd) love|buen[oa]s (?:días|tardes|noches)|bonne (?:journée|soirée|nuit)|bom dia|boa (?:tarde|noite)|goede (?:morgen|middag|avond)|schönen (?:tag|abend)|buona (?:giornata|sera|serata))(?!\p{L})/gu;
const angry = /[😠😡🤬👎💩😤🤮😒🙄😞😩😫]|(?<![\p{L}\p{N}]):-?\((?![\p{L}\p{N}])/gu;
const pleased = /[❤😍🥰👏🙏👍🎉💪😊🙌💙💚💜😁🤩]|(?<![\p{L}\p{N}])(?::-?\)|<3)/gu;

/** Commas are words too: what is denied before one is not denied after it. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*\??|[,،、]/gu) ?? [];

function standsAt(words: readonly string[], at: number, cue: Cue): boolean {
  return cue.words.every((wanted, i) => {
    const word = words[at + i];
    if (word === undefined) return false;
    if (wanted.endsWith('*')) return word.startsWith(wanted.slice(0, -1));
    return word === wanted || (word.endsWith('?') && word.slice(0, -1) === wanted);
  });
}

/** How far back what turns a word round may stand. */
const reach = 3;

function isNegated(words: readonly string[], at: number, { negators }: Rules): boolean {
  const before = words.slice(Math.max(0, at - reach), at);
  return before
    .slice(before.findLastIndex((word) => /^[,،、]$/.test(word)) + 1)
    .some((word) => negators.has(word) || word.endsWith("n't") || word.startsWith("n'"));
}

interface Score {
  complaint: number;
  praise: number;
  because: { complaint: string[]; praise: string[] };
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
    score[side] += cue === complaint && negated ? 0.5 : cue.weight;
    score.because[side].push(negated ? `${words[at - 1]} ${said}` : said);
    at += cue.words.length;
  }
}

/** Who says over and over what is not the case is seldom pleased. */
function countNegations(text: string, { negators }: Rules): number {
  return wordsOf(text).filter((word) => negators.has(word) || word.endsWith("n't")).length;
}

function scoreText(text: string, rules: Rules | undefined): Score {
  const score: Score = { complaint: 0, praise: 0, because: { complaint: [], praise: [] } };
  score.complaint += Math.min(text.match(angry)?.length ?? 0, 2);
  score.praise += Math.min(text.match(pleased)?.length ?? 0, 2);
  if (!rules) return score;
  if (countNegations(text, rules) >= 2) score.complaint += 1;
  for (const sentence of text.split(/(?<=[.!?…;])\s+|\n+/)) {
    const words = wordsOf(sentence);
    const turn = words.findLastIndex((word) => rules.turns.has(word));
    if (turn < 0) addSentence(score, words, rules);
    else {
      // What comes before a "but" is politeness as often as not.
      const before: Score = { complaint: 0, praise: 0, because: { complaint: [], praise: [] } };
      addSentence(before, words.slice(0, turn), rules);
      score.praise += before.praise / 2;
      score.complaint += before.complaint;
      score.because.complaint.push(...before.because.complaint);
      addSentence(score, words.slice(turn + 1), rules);
    }
  }
  return score;
}

/** 2: it asks in so many words; 1: it has a question mark; 0: neither. */
function readQuestion(text: string, rules: Rules | undefined): { strength: number; because: string[] } {
  const marked = /[?？؟]/.test(text);
  if (!rules) return { strength: marked ? 2 : 0, because: marked ? ['?'] : [] };
  const words = wordsOf(text);
  const asked = rules.asks.find((cue) => words.some((_, at) => standsAt(words, at, cue)));
  if (asked) return { strength: 2, because: [asked.words.join(' ')] };
  for (const sentence of text.match(/[^.!?…\n]*\?/g) ?? []) {
    const own = wordsOf(sentence.replace(/^[\s¿"']+/, ''));
    const begins = rules.beginnings.find((cue) => [0, 1, 2].some((at) => standsAt(own, at, cue)));
    if (begins) return { strength: 2, because: [`${begins.words.join(' ')} … ?`] };
  }
  const unmarked = marked ? undefined : rules.unmarked.find((cue) => standsAt(words, 0, cue));
  if (unmarked) return { strength: 1, because: [`${unmarked.words.join(' ')} …`] };
  return { strength: marked ? 1 : 0, because: marked ? ['?'] : [] };
}

/** A review of the lowest stars complains, whatever it says; one of the most praises, unless its words say otherwise more than once or twice. */
function scoreRating(score: Score, rating: number | undefined): void {
  if (rating === undefined || rating > 5) return;
  if (rating <= 2) [score.complaint, score.praise] = [score.complaint + 3, 0];
  else if (rating >= 4) score.praise += rating === 5 ? 3 : 1.5;
}

/** `changes`: what of the words the person took out. */
export function explainIntent(raw: string, lang?: string, rating?: number, changes = unchanged): IntentReading {
  const text = raw.replace(/[’ʼ`]/g, "'").replace(handles, ' ').replace(noise, ' ').toLowerCase().replace(manners, ' ');
  const rules = rulesOf(lang, changes);
  const score = scoreText(text, rules);
  scoreRating(score, rating);
  const question = readQuestion(text, rules);
  const lead = score.complaint - score.praise;
  // Someone who asks plainly wants an answer, also where something does not work; someone who rages does not.
  if (question.strength === 2 && score.complaint < 3 && score.praise - score.complaint < 3)
    return { intent: 'question', because: question.because };
  if (score.complaint >= 1 && lead >= 0) return { intent: 'complaint', because: score.because.complaint };
  if (score.praise >= 2 && lead < 0 && question.strength < 2) return { intent: 'praise', because: score.because.praise };
  if (question.strength > 0) return { intent: 'question', because: question.because };
  if (score.praise >= 1 && lead < 0) return { intent: 'praise', because: score.because.praise };
  return { intent: 'other', because: [] };
}

export const readIntent = (text: string, lang?: string, rating?: number): Intent => explainIntent(text, lang, rating).intent;
