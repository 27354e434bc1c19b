import type { Editing } from '../../components/editing.ts';
import type { Notify } from '../../components/notices.tsx';
import type { Undoing } from '../../components/use-undo.ts';
import type { DashboardData } from './use-dashboard-data.ts';

/** What each page of the dashboard is given. */
export interface PageProps {
  data: DashboardData;
  editing: Editing;
  notify: Notify;
  undoing: Undoing;
}
