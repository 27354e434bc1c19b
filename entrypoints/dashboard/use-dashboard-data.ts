import { useEffect } from 'preact/hooks';
import { applyTheme } from '../../components/theme.ts';
import { useObservable } from '../../components/use-observable.ts';
import type { Keyword, MentionStatus, Reply, Settings } from '../../core/model.ts';
import { watchQuery } from '../../storage/db.ts';
import { listKeywords } from '../../storage/keywords.ts';
import { countByStatus } from '../../storage/mentions.ts';
import { listReplies } from '../../storage/replies.ts';
import { getSettings } from '../../storage/settings.ts';
import { countByKeyword } from '../../storage/tallies.ts';

export interface DashboardData {
  /** False until the database has answered: nothing is called empty before that. */
  ready: boolean;
  keywords: Keyword[];
  replies: Reply[];
  counts: Record<string, number>;
  statuses: Partial<Record<MentionStatus, number>>;
  settings: Settings | undefined;
}

export function useDashboardData(): DashboardData {
  const keywords = useObservable(() => watchQuery(listKeywords), []).value;
  const replies = useObservable(() => watchQuery(listReplies), []).value;
  const counts = useObservable(() => watchQuery(countByKeyword), []).value;
  const statuses = useObservable(() => watchQuery(countByStatus), []).value;
  const settings = useObservable(() => watchQuery(getSettings), []).value;
  const theme = settings?.theme;
  useEffect(() => {
    if (theme) applyTheme(theme);
  }, [theme]);
  return {
    ready: keywords !== undefined && replies !== undefined,
    keywords: keywords ?? [],
    replies: replies ?? [],
    counts: counts ?? {},
    statuses: statuses ?? {},
    settings,
  };
}
