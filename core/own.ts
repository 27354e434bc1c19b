/** Which posts the person who listens has written, and what is worth learning from a page that says so itself. */
import { foldHandle } from './mutes.ts';

export type Handles = Readonly<Record<string, readonly string[]>>;

export interface LearntHandle {
  handle: string;
  /** The person said that this is not them. It is remembered, so that it is not learnt again. */
  dismissed?: boolean | undefined;
}

export type LearntHandles = Readonly<Record<string, readonly LearntHandle[]>>;

/** At a place (a site's id, or a host: one software serves many hosts, and a name on one is not that of another). */
export function isOwnHandle(handles: Handles | undefined, place: string, handle: string | undefined): boolean {
  if (!handle) return false;
  const folded = foldHandle(handle);
  return (handles?.[place] ?? []).some((one) => foldHandle(one) === folded);
}

/** Set by hand and learnt, each once. */
export function joinHandles(set: Handles | undefined, learnt: LearntHandles | undefined): Record<string, string[]> {
  const joined: Record<string, string[]> = {};
  for (const [place, handles] of Object.entries(set ?? {})) joined[place] = [...handles];
  for (const [place, handles] of Object.entries(learnt ?? {})) {
    const fresh = handles.filter(({ handle, dismissed }) => !dismissed && !isOwnHandle(joined, place, handle));
    if (fresh.length > 0) joined[place] = [...(joined[place] ?? []), ...fresh.map(({ handle }) => handle)];
  }
  return joined;
}

const most = { handles: 20, places: 200 };

/** What a person says about a handle: it is theirs or no longer is; or one that a page told is not, or is after all. */
export type HandleChange = 'add' | 'remove' | 'dismiss' | 'restore';

interface KeptHandles {
  readonly myHandles?: Handles | undefined;
  readonly learntHandles?: LearntHandles | undefined;
}

/** Only this handle is changed, whatever has become of the others since the person saw them. @throws where there is no room for it */
export function changeHandle(kept: KeptHandles, place: string, handle: string, change: HandleChange): KeptHandles {
  const set = kept.myHandles?.[place] ?? [];
  if (change === 'add' && set.length >= most.handles) throw new Error(`There are ${most.handles} handles here already.`);
  const others = set.filter((one) => one !== handle);
  if (change === 'add') return { myHandles: { ...kept.myHandles, [place]: [...others, handle] } };
  if (change === 'remove') return { myHandles: { ...kept.myHandles, [place]: others } };
  const dismissed = change === 'dismiss';
  const learnt = (kept.learntHandles?.[place] ?? []).map((one) =>
    one.handle === handle ? { handle, ...(dismissed ? { dismissed } : {}) } : one,
  );
  return { learntHandles: { ...kept.learntHandles, [place]: learnt } };
}

/** With one more handle; the same object where it is known, was dismissed, or there are more than anyone has. */
export function learnHandle(learnt: LearntHandles, place: string, handle: string): LearntHandles {
  const known = learnt[place] ?? [];
  const folded = foldHandle(handle);
  const full = known.length >= most.handles || (known.length === 0 && Object.keys(learnt).length >= most.places);
  if (full || folded === '' || known.some((one) => foldHandle(one.handle) === folded)) return learnt;
  return { ...learnt, [place]: [...known, { handle: handle.trim() }] };
}
