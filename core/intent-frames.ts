/**
 * Rules with groups of words, which say in one line what no list of phrases does: `<want> … <buy>` is every wish to buy, where `<want>` and
 * `<buy>` are groups of words that stand for one another. They are written as core/phrases.ts has it; !! makes one count twice where question,
 * complaint and praise are weighed. In a group accents and apostrophes count for nothing. A person adds to both and takes out of both
 * (core/intent-changes.ts). Two groups are no part of a rule: `not` takes back what is said after it, `me` tells who speaks for themselves from
 * news.
 */
import * as de from './intent-frames-de.ts';
import * as en from './intent-frames-en.ts';
import * as es from './intent-frames-es.ts';
import * as fr from './intent-frames-fr.ts';
import * as it from './intent-frames-it.ts';
import * as nl from './intent-frames-nl.ts';
import * as pt from './intent-frames-pt.ts';
import type { IntentKind } from './model.ts';

/** Words or phrases of a group, `word or phrase|…`, by its name. */
export type IntentGroups = Readonly<Record<string, string>>;
export type IntentFrames = Readonly<Record<IntentKind, string>>;

const languages = { de, en, es, fr, it, nl, pt };
const listed = Object.entries(languages);

export const intentGroups: Readonly<Record<string, IntentGroups>> = Object.fromEntries(listed.map(([lang, { groups }]) => [lang, groups]));
export const intentFrames: Readonly<Record<string, IntentFrames>> = Object.fromEntries(listed.map(([lang, { frames }]) => [lang, frames]));
