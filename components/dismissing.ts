/** What can become of a mention that is not relevant, and what a person chooses of it. */
import type { WordAdvice } from '../core/guard.ts';
import type { Mention, Mute } from '../core/model.ts';
import { personOf } from '../core/mutes.ts';
import { endOf, nameMute } from './mute-words.ts';

/** Something of a mention that can be muted. `name` is how a person knows it. */
export interface MuteChoice {
  kind: Exclude<Mute['kind'], 'phrase'>;
  site?: string | undefined;
  value: string;
  name: string;
}

/** What becomes of a mention that is not relevant. Supplied by the page. */
export interface Dismissing {
  listChoices: (mention: Mention) => MuteChoice[];
  adviseWords: (mention: Mention, keywordId: string) => Promise<WordAdvice>;
  /** How many others in New a mute would cover. */
  countOthers: (mention: Mention, mute: Mute) => Promise<number>;
  onMute: (mention: Mention, mute: Mute, others: boolean, event: Event) => void;
  /** Adds `NOT words` to the keyword. */
  onGuard: (mention: Mention, keywordId: string, words: string, event: Event) => void;
}

/** What of a mention can be muted, the narrowest first. `place` is what the site or host it stands on is muted under. */
export function listChoices({ site, author, community }: Mention, place: string, nameSite: (place: string) => string): MuteChoice[] {
  const person = personOf(author);
  const named = (choice: Omit<MuteChoice, 'name'>): MuteChoice => ({ ...choice, name: nameMute(choice, nameSite) });
  return [
    ...(person ? [named({ kind: 'person', site, value: person })] : []),
    ...(community ? [named({ kind: 'community', site, value: community })] : []),
    named({ kind: 'place', value: place }),
  ];
}

/** `guard`: a word is left out of the keyword. */
export type Kind = Mute['kind'] | 'guard';

export interface Draft {
  kind: Kind;
  words: string;
  keywordId: string;
  length: number | undefined;
}

/** Undefined where nothing is chosen that can be muted. */
export function makeMute(draft: Draft, choices: readonly MuteChoice[], mention: Mention): Mute | undefined {
  const words = draft.words.trim();
  const choice = choices.find(({ kind }) => kind === draft.kind);
  const what = draft.kind === 'phrase' && words ? { kind: draft.kind, value: words } : choice;
  if (!what || draft.kind === 'guard') return undefined;
  const now = Date.now();
  const until = endOf(draft.length, now);
  return {
    id: `${mention.id} ${now}`.slice(-500),
    kind: what.kind,
    value: what.value,
    ...('site' in what && what.site ? { site: what.site } : {}),
    ...(draft.keywordId ? { keywordId: draft.keywordId } : {}),
    ...(until === undefined ? {} : { until }),
    createdAt: now,
  };
}
