/** Which rules about words stand in a post: ours, less those a person took out, and the person's own. */
import { callsKeyword, type Found, findPhrases, hasGroup, type Place } from './find-phrases.ts';
import { changeOf, listGroups, listGroupWords, splitPhrases } from './intent-changes.ts';
import { intentFrames } from './intent-frames.ts';
import { intentRules, isRuled } from './intent-rules.ts';
import type { IntentChanges, IntentKind } from './model.ts';
import { withoutSentences } from './phrase-words.ts';
import { type Finder, type Group, type Groups, makeFinder, makeGroup, meGroup } from './phrases.ts';
import { intentKinds } from './tally.ts';

interface Phrase {
  readonly written: string;
  readonly intent: IntentKind;
  /** The person's own. */
  readonly own: boolean;
  /** How much it counts where one word is weighed against another: 2 for what leaves no doubt. */
  readonly weight: number;
  /** It tells it; it takes a post out again, or what its own sentence says; it was taken out, and tells nothing as a part of another either. */
  readonly does: 'tell' | 'deny' | 'unsay' | 'nothing';
  readonly order: number;
}

/** One rule that tells an intent, with the words it found. */
export interface Told {
  readonly because: string;
  /** As it is written, where that says more than the words. */
  readonly rule?: string;
  readonly own: boolean;
  readonly weight: number;
}

export interface Reading {
  /** The best first. */
  readonly told: Told[];
  /** Nothing tells it here. */
  readonly denied: boolean;
  /** Nothing of ours does: a job ad, a giveaway, news. What a person added still may. */
  readonly deniesOurs: boolean;
  /** Sentences that speak of somebody else, or of what is not so: ours tell nothing there. */
  readonly unsaid: ReadonlySet<number>;
}

const heavy = '!!';
const signs: Readonly<Record<string, Phrase['does']>> = { '!': 'deny', '~': 'unsay' };

function readPhrase(written: string, intent: IntentKind, own: boolean): Omit<Phrase, 'order'> {
  const does = written.length > 1 ? (signs[written.charAt(0)] ?? 'tell') : 'tell';
  const bare = does === 'tell' ? written.replace(heavy, '') : written.slice(1);
  return { written: bare, intent, own, weight: own || written.endsWith(heavy) ? 2 : 1, does };
}

/** Of question, complaint and praise only what has groups: the rest of what we come with for those is weighed word by word (core/intent.ts). */
function listPhrases(code: string, intent: IntentKind, changes: IntentChanges): Omit<Phrase, 'order'>[] {
  const { added = [], removed = [] } = changeOf(changes, code, intent);
  const ours = [
    ...(isRuled(intent) && Object.hasOwn(intentRules, code) ? splitPhrases(intentRules[code]?.[intent]) : []),
    ...(Object.hasOwn(intentFrames, code) ? splitPhrases(intentFrames[code]?.[intent]) : []),
  ].filter((phrase) => !removed.includes(phrase.replace(heavy, '')));
  return [
    ...added.map((written) => readPhrase(written, intent, true)),
    ...ours.map((written) => readPhrase(written, intent, false)),
    ...removed
      .filter((phrase) => !/^[!~]|</.test(phrase))
      .map((written) => ({ ...readPhrase(written, intent, false), does: 'nothing' as const })),
  ];
}

function makeGroups(code: string, changes: IntentChanges): Groups {
  return new Map(listGroups(code).map((name) => [name, makeGroup(listGroupWords(code, name, changes))]));
}

interface Rules {
  readonly finder: Finder<Phrase>;
  readonly personal: Group | undefined;
}

function makeRules(code: string, changes: IntentChanges): Rules {
  const phrases = intentKinds.flatMap((intent) => listPhrases(code, intent, changes));
  const groups = makeGroups(code, changes);
  const finder = makeFinder(
    phrases.map((phrase, order) => ({ ...phrase, order })),
    groups,
  );
  return { finder, personal: groups.get(meGroup) };
}

/** By language and what was changed about it: each batch of mentions brings its changes anew, and they are seldom others. */
const made = new Map<string, Rules>();
const mostMade = 30;
const unchanged: IntentChanges = {};

function rulesOf(code: string, changes: IntentChanges): Rules {
  const key = Object.hasOwn(changes, code) ? `${code} ${JSON.stringify(changes[code])}` : code;
  const known = made.get(key);
  if (known) return known;
  if (made.size >= mostMade) made.clear();
  const rules = makeRules(code, changes);
  made.set(key, rules);
  return rules;
}

function tell({ phrase, from, to }: Found<Phrase>, { text }: Place): Told {
  const { written, own, weight } = phrase;
  return written.includes('<')
    ? { because: text.words.slice(from, to).join(' '), rule: written, own, weight }
    : { because: written, own, weight };
}

/** What was taken out tells nothing as a part of a rule with groups either: "crashed" is then no crash to `<fail>`. */
const holds = ({ from, to }: Found<Phrase>, found: readonly Found<Phrase>[], intent: IntentKind): boolean =>
  found.some((one) => one.phrase.does === 'nothing' && one.phrase.intent === intent && one.from >= from && one.to <= to);

function readOne(intent: IntentKind, found: readonly Found<Phrase>[], place: Place, isAddressed: boolean): Reading {
  const ofIntent = found.filter(({ phrase }) => phrase.intent === intent);
  const { sentences } = place.text;
  // What is written to the keyword itself is neither news nor hearsay.
  const isOthers = ({ phrase }: Found<Phrase>): boolean => phrase.does === 'unsay' && (phrase.own || !isAddressed);
  const unsaid = new Set(ofIntent.filter(isOthers).map(({ from }) => sentences[from] ?? 0));
  const isSaid = (one: Found<Phrase>): boolean =>
    one.phrase.own || (!unsaid.has(sentences[one.from] ?? 0) && (!one.phrase.written.includes('<') || !holds(one, found, intent)));
  const telling = ofIntent.filter((one) => one.phrase.does === 'tell' && isSaid(one));
  const best = telling.sort((a, b) => a.phrase.order - b.phrase.order);
  const rules = new Set<Phrase>();
  const each = best.filter(({ phrase }) => !rules.has(phrase) && rules.add(phrase));
  const denies = ofIntent.filter(({ phrase }) => phrase.does === 'deny').map(({ phrase }) => phrase);
  return {
    told: each.map((one) => tell(one, place)),
    denied: denies.some(({ own, written }) => own || !written.includes('<')),
    deniesOurs: denies.length > 0,
    unsaid,
  };
}

const nothing: Reading = { told: [], denied: false, deniesOurs: false, unsaid: new Set() };

export interface PostPhrases {
  /** What tells an intent. */
  readonly read: (intent: IntentKind) => Reading;
  /** It speaks for somebody or to somebody. What does neither is news, as often as not. */
  readonly isPersonal: boolean;
  /** It speaks to the keyword itself: no news does. */
  readonly isAddressed: boolean;
  /** The text without the sentences that are taken out for an intent; undefined where none is. */
  readonly textLeft: (intent: IntentKind) => string | undefined;
}

export function readPhrases(place: Place, code: string, changes: IntentChanges = unchanged): PostPhrases {
  const { finder, personal } = rulesOf(code, changes);
  const found = findPhrases(finder, place);
  const isAddressed = callsKeyword(place);
  const known = new Map<IntentKind, Reading>();
  const read = (intent: IntentKind): Reading => {
    const reading = known.get(intent) ?? (found.length === 0 ? nothing : readOne(intent, found, place, isAddressed));
    known.set(intent, reading);
    return reading;
  };
  return {
    read,
    isPersonal: !personal || hasGroup(personal, place),
    isAddressed,
    textLeft: (intent) => {
      const { unsaid } = read(intent);
      return unsaid.size > 0 ? withoutSentences(place.whole, unsaid) : undefined;
    },
  };
}
