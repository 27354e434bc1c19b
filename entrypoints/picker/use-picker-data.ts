import { useEffect, useState } from 'preact/hooks';
import type { Advice } from '../../components/check-filled.ts';
import type { Desk } from '../../components/fill-reply.ts';
import { adviceContext } from '../../core/advice-context.ts';
import type { Macro, Play, Reply } from '../../core/model.ts';
import type { CommunityNote } from '../../core/reply-guard.ts';
import { askTab, send } from '../../messages/send.ts';
import type { Told } from '../../messages/tab-contract.ts';

export interface PickerData extends Desk {
  ready: boolean;
  replies: Reply[];
  macros: Macro[];
  hasField: boolean;
  /** The reply that was asked for by its shortcut or in the browser's menu. */
  offered?: string | undefined;
  /** What parts it from the reply that was put in before it. */
  begin?: string;
  /** Absent where the background could not be asked. */
  advice?: Advice | undefined;
  /** What the playbook says about this post. */
  plays?: readonly Play[];
  /** Why a mention could not be answered as it was asked. */
  told?: Told | undefined;
}

/** Asked anew at each opening: another box, another post. This frame may stand in a partition of its own, so it never opens the database. */
export function usePickerData(): { data: PickerData; setNote: (note: CommunityNote | undefined) => void } {
  const [data, setData] = useState<PickerData>({
    ready: false,
    replies: [],
    macros: [],
    me: { name: '' },
    context: undefined,
    hasField: false,
  });
  useEffect(() => {
    let gone = false;
    void readData().then((read) => {
      if (!gone) setData(read);
    });
    return () => {
      gone = true;
    };
  }, []);
  /** As it was just saved: what is chosen next is checked by it. */
  function setNote(note: CommunityNote | undefined) {
    setData((before) => (before.advice ? { ...before, advice: { ...before.advice, note } } : before));
  }
  return { data, setNote };
}

async function readData(): Promise<PickerData> {
  const asked = await askTab('tab/context', {}).catch(() => undefined);
  const { siteId, author } = asked?.context ?? {};
  const whose = siteId && author?.handle ? { personId: `${siteId}:${author.handle}` } : {};
  const [kept, advice, played] = await Promise.all([
    send('reply/list', whose).catch(() => undefined),
    asked?.context && send('reply/advice', { context: adviceContext(asked.context) }).catch(() => undefined),
    asked?.context && send('play/for', { context: adviceContext(asked.context) }).catch(() => undefined),
  ]);
  return {
    ready: true,
    replies: kept?.replies ?? [],
    macros: kept?.macros ?? [],
    me: kept?.me ?? { name: '' },
    campaign: kept?.campaign,
    person: kept?.person,
    context: asked?.context,
    hasField: asked?.hasField ?? false,
    advice,
    plays: played?.plays ?? [],
    told: asked?.told,
    offered: asked?.offered,
  };
}
