import { useEffect, useState } from 'preact/hooks';
import type { Reply, ReplyContext } from '../../core/model.ts';
import { askTab, send } from '../../messages/send.ts';
import type { Told } from '../../messages/tab-contract.ts';

export interface PickerData {
  ready: boolean;
  replies: Reply[];
  me: { name: string };
  context: ReplyContext | undefined;
  hasField: boolean;
  /** Why a mention could not be answered as it was asked. */
  told?: Told | undefined;
}

/** Asked anew at each opening: another box, another post. This frame may stand in a partition of its own, so it never opens the database. */
export function usePickerData(): PickerData {
  const [data, setData] = useState<PickerData>({ ready: false, replies: [], me: { name: '' }, context: undefined, hasField: false });
  useEffect(() => {
    let gone = false;
    void Promise.all([send('reply/list', {}).catch(() => undefined), askTab('tab/context', {}).catch(() => undefined)]).then(
      ([kept, asked]) => {
        if (gone) return;
        setData({
          ready: true,
          replies: kept?.replies ?? [],
          me: kept?.me ?? { name: '' },
          context: asked?.context,
          hasField: asked?.hasField ?? false,
          told: asked?.told,
        });
      },
    );
    return () => {
      gone = true;
    };
  }, []);
  return data;
}
