/** Which key does what in the dashboard. A binding is one key ("e", "?", "A") or two one after the other ("g i"). */

export const defaultKeys = {
  next: 'j',
  previous: 'k',
  open: 'o',
  reply: 'r',
  replyWith: 'w',
  done: 'e',
  waiting: 'p',
  snooze: 'z',
  ignore: 'i',
  backToNew: 'b',
  star: 's',
  tag: 't',
  note: 'n',
  assign: 'a',
  notRelevant: 'd',
  macro: 'm',
  handOff: 'h',
  sentiment: 'f',
  unfold: 'l',
  select: 'x',
  selectAll: 'A',
  undo: 'u',
  search: '/',
  help: '?',
  goInbox: 'g i',
  goPeople: 'g p',
  goKeywords: 'g k',
  goReplies: 'g r',
  goInsights: 'g n',
  goGoals: 'g g',
  goReport: 'g o',
  goCoverage: 'g c',
  goData: 'g d',
  goSettings: 'g s',
} as const;

export type KeyAction = keyof typeof defaultKeys;
export type Keymap = Readonly<Record<KeyAction, string>>;

export const keyActions = Object.keys(defaultKeys) as KeyAction[];

/** One sign or two, each a key that writes something: others belong to the browser and to those who read screens aloud. */
export function readBinding(text: string): string | undefined {
  const keys = text.trim().split(/\s+/);
  return keys.length <= 2 && keys.every((key) => /^\P{C}$/u.test(key)) ? keys.join(' ') : undefined;
}

/** The keys as they are, with the person's own over the first ones. What cannot be read is left as it was. */
export function makeKeymap(own: Readonly<Record<string, string>> = {}): Keymap {
  const bound = keyActions.map((action) => [action, readBinding(own[action] ?? '') ?? defaultKeys[action]] as const);
  return Object.fromEntries(bound) as Record<KeyAction, string>;
}

const clashes = (a: string, b: string): boolean => a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);

/** Two actions on one key, or one key that another binding begins with and so never ends. */
export function findConflicts(keymap: Keymap): Map<KeyAction, KeyAction[]> {
  const found = keyActions.map((action) => {
    const others = keyActions.filter((other) => other !== action && clashes(keymap[action], keymap[other]));
    return [action, others] as const;
  });
  return new Map(found.filter(([, others]) => others.length > 0));
}

/** So long after the first key of two, in milliseconds, the second one is no longer waited for. */
const patience = 1_500;

/** Reads keys one after another. `now` in milliseconds. @returns the action, 'begun' after the first key of two, or nothing */
export function createKeyReader(keymap: Keymap): (key: string, now: number) => KeyAction | 'begun' | undefined {
  const actionOf = new Map(keyActions.map((action) => [keymap[action], action] as const).reverse());
  const beginnings = new Set(keyActions.flatMap((action) => (keymap[action].includes(' ') ? [keymap[action].split(' ')[0]] : [])));
  let first: { key: string; at: number } | undefined;
  return (key, now) => {
    const began = first && now - first.at < patience ? first.key : undefined;
    first = undefined;
    // A second key that ends nothing is nothing: "g" and then "e" must not close a mention.
    if (began !== undefined) return actionOf.get(`${began} ${key}`);
    if (beginnings.has(key)) {
      first = { key, at: now };
      return 'begun';
    }
    return actionOf.get(key);
  };
}
