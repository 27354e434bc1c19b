import { printOfChanges } from '../core/intent-changes.ts';
import type { Place, Reply, Settings } from '../core/model.ts';
import { changeHandle, type HandleChange, type LearntHandles, learnHandle } from '../core/own.ts';
import { reading, write } from './db.ts';
import { askToUnderstand } from './understand-anew.ts';

export const defaultSettings: Settings = { id: 'settings', me: { name: '' }, brand: '', theme: 'system', places: {}, welcomed: false };

export const getSettings = (): Promise<Settings> => reading(async (db) => (await db.settings.get('settings')) ?? defaultSettings);

export type SettingsPatch = Partial<Omit<Settings, 'id' | 'places'>>;

/**
 * Who does not want posts scanned lately to be kept is rid of them in the same transaction; where the words an intent is told by are others,
 * what is kept is told by them, too.
 */
export const saveSettings = (patch: SettingsPatch): Promise<unknown> =>
  write(['settings', 'recentPosts', 'counts'], async (db) => {
    if (patch.keepRecent === false) await db.recentPosts.clear();
    const before = (await db.settings.get('settings')) ?? defaultSettings;
    const after = { ...before, ...patch };
    if (printOfChanges(after.intentChanges) !== printOfChanges(before.intentChanges)) await askToUnderstand(db);
    return db.settings.put(after);
  });

/** What is not said about a place stays as it was; a place never heard of is listened to and highlighted. */
export const savePlaces = (places: Readonly<Record<string, Partial<Place>>>): Promise<unknown> =>
  write(['settings'], async (db) => {
    const settings = (await db.settings.get('settings')) ?? defaultSettings;
    const changed = Object.entries(places).map(([name, patch]): [string, Place] => [
      name,
      { listen: true, highlight: true, ...settings.places[name], ...patch },
    ]);
    return db.settings.put({ ...settings, places: { ...settings.places, ...Object.fromEntries(changed) } });
  });

/** A page has said that this handle is the person's. True where that is news. */
export const saveLearntHandle = (place: string, handle: string): Promise<boolean> =>
  write(['settings'], async (db) => {
    const settings = (await db.settings.get('settings')) ?? defaultSettings;
    const before: LearntHandles = settings.learntHandles ?? {};
    const after = learnHandle(before, place, handle);
    if (after !== before) await db.settings.put({ ...settings, learntHandles: after as Settings['learntHandles'] });
    return after !== before;
  });

const change = (edit: (settings: Settings) => Settings): Promise<unknown> =>
  write(['settings'], async (db) => db.settings.put(edit((await db.settings.get('settings')) ?? defaultSettings)));

/** What the person says about one of their handles. */
export const saveHandle = (place: string, handle: string, said: HandleChange): Promise<unknown> =>
  change((settings) => ({ ...settings, ...(changeHandle(settings, place, handle, said) as Partial<Settings>) }));

/** More than these nobody has silenced by hand: the oldest are forgotten, and are warned of again. */
const mostHushed = 500;

export const saveHushed = (key: string, hushed: boolean): Promise<unknown> =>
  change((settings) => {
    const others = (settings.hushed ?? []).filter((one) => one !== key);
    return { ...settings, hushed: (hushed ? [...others, key] : others).slice(-mostHushed) };
  });

/** An empty text takes the note away. */
export const saveCommunityNote = (id: string, { text, noPromotion }: { text: string; noPromotion: boolean }): Promise<unknown> =>
  change((settings) => {
    const { [id]: _, ...others } = settings.communityNotes ?? {};
    const note = text.trim();
    return { ...settings, communityNotes: note === '' && !noPromotion ? others : { ...others, [id]: { text: note, noPromotion } } };
  });

/** A database that has no settings is new, or was wiped: every one that was ever begun has them. */
export const isBegun = (): Promise<boolean> => reading(async (db) => (await db.settings.count()) > 0);

/** Gives a new database its settings and first replies, once: someone who removed those replies does not get them back. */
export const begin = (replies: readonly Reply[]): Promise<boolean> =>
  write(['settings', 'replies'], async (db) => {
    if ((await db.settings.count()) > 0) return false;
    await db.settings.put(defaultSettings);
    await db.replies.bulkPut([...replies]);
    return true;
  });
