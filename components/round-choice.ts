/** What a round is made of, as the person chose it last. What was left out is kept, so that a new keyword or site is in by itself. */
import type { RoundChoice } from '../core/round.ts';
import { keepHabit, readHabit } from './habits.ts';

export interface KeptChoice {
  withoutSites: string[];
  withoutKeywords: string[];
  notifications: boolean;
  within: number;
}

const key = 'round-choice';
const first: KeptChoice = { withoutSites: [], withoutKeywords: [], notifications: true, within: 12 };

export const spans = [0, 4, 12, 24, 72, 168] as const;

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);

/** Anything may stand in storage. */
export function parseChoice(text: string | null): KeptChoice {
  try {
    const { withoutSites, withoutKeywords, notifications, within } = JSON.parse(text ?? '') as Record<string, unknown>;
    return {
      withoutSites: strings(withoutSites),
      withoutKeywords: strings(withoutKeywords),
      notifications: notifications !== false,
      within: spans.find((span) => span === within) ?? first.within,
    };
  } catch {
    return first;
  }
}

/** In our origin's localStorage, which popup and dashboard share: it is a habit of this browser's, not a part of the data. */
export const readChoice = (): KeptChoice => parseChoice(readHabit(key));
export const keepChoice = (choice: KeptChoice): void => keepHabit(key, JSON.stringify(choice));

export const toRoundChoice = (kept: KeptChoice, sites: readonly string[], keywordIds: readonly string[]): RoundChoice => ({
  sites: [...new Set(sites)].filter((site) => !kept.withoutSites.includes(site)),
  keywordIds: keywordIds.filter((id) => !kept.withoutKeywords.includes(id)),
  notifications: kept.notifications,
  within: kept.within,
});

export const toggle = (list: readonly string[], value: string, without: boolean): string[] =>
  without ? [...new Set([...list, value])] : list.filter((one) => one !== value);

/** All of those that are shown, or none of them; what is not shown stays as it was. */
export const setAll = (list: readonly string[], shown: readonly string[], without: boolean): string[] =>
  without ? [...new Set([...list, ...shown])] : list.filter((one) => !shown.includes(one));
