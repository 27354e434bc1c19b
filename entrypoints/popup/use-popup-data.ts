import { useEffect } from 'preact/hooks';
import { applyTheme } from '../../components/theme.ts';
import { useObservable } from '../../components/use-observable.ts';
import type { Keyword, Reply, Settings } from '../../core/model.ts';
import type { Snapshot } from '../../messages/notices.ts';
import { watchQuery } from '../../storage/db.ts';
import { listKeywords } from '../../storage/keywords.ts';
import { listReplies } from '../../storage/replies.ts';
import { getSettings } from '../../storage/settings.ts';
import { countByKeyword } from '../../storage/tallies.ts';

export interface PopupData {
  keywords: Keyword[];
  replies: Reply[];
  counts: Record<string, number>;
  settings: Settings | undefined;
}

/** The database, live; until it has answered, what was last published. */
export function usePopupData(snapshot: Snapshot | undefined): PopupData {
  const keywords = useObservable(() => watchQuery(listKeywords), []).value;
  const replies = useObservable(() => watchQuery(listReplies), []).value;
  const counts = useObservable(() => watchQuery(countByKeyword), []).value;
  const settings = useObservable(() => watchQuery(getSettings), []).value;
  const theme = settings?.theme;
  useEffect(() => {
    if (theme) applyTheme(theme);
  }, [theme]);
  return {
    keywords: keywords ?? snapshot?.keywords ?? [],
    replies: replies ?? snapshot?.replies ?? [],
    counts: counts ?? snapshot?.counts ?? {},
    settings,
  };
}
