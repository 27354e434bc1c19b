import type { IconNode } from 'lucide';
import { ChartLine, Settings as Cog, Ear, FileText, HardDrive, Inbox, MessageSquareReply, Radar, Target, Users } from 'lucide';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { AddKeyword } from '../../components/add-keyword.tsx';
import { BrandMark } from '../../components/brand-mark.tsx';
import { DataNotice, OutdatedNotice } from '../../components/data-notice.tsx';
import { makeEditing } from '../../components/editing.ts';
import { Icon } from '../../components/icon.tsx';
import { KeywordList } from '../../components/keyword-list.tsx';
import { News, pageOfNews } from '../../components/news.tsx';
import { Notices, useNotices } from '../../components/notices.tsx';
import { useFocusKept } from '../../components/use-focus-kept.ts';
import { useKeys } from '../../components/use-keys.ts';
import { useUndo } from '../../components/use-undo.ts';
import { formatNumber, type WordKey, word } from '../../components/words.ts';
import { type KeyAction, makeKeymap } from '../../core/keymap.ts';
import type { Notice } from '../../core/model.ts';
import { dismissNotice } from '../../messages/notices.ts';
import { watchOutdated } from '../../storage/db.ts';
import { keeper } from '../pages/keeper.ts';
import { markNewsSeen, useNews } from '../pages/use-news.ts';
import { watchTrouble } from '../pages/watch-trouble.ts';
import { BackupReminder } from './backup-reminder.tsx';
import { CoveragePage } from './coverage-page.tsx';
import { DataPage } from './data-page.tsx';
import { GoalsPage } from './goals-page.tsx';
import { InboxPage } from './inbox-page.tsx';
import { InsightsPage } from './insights-page.tsx';
import { KeyHelp, showKeyHelp } from './key-help.tsx';
import { MutedSection } from './muted-section.tsx';
import type { PageProps } from './page-props.ts';
import { PeoplePage } from './people-page.tsx';
import { RepliesPage } from './replies-page.tsx';
import { ReportPage } from './report-page.tsx';
import { SettingsPage } from './settings-page.tsx';
import { trying } from './trying.ts';
import { useDashboardData } from './use-dashboard-data.ts';
import { useDrafts } from './use-drafts.ts';
import { useRoute } from './use-route.ts';

const pages = {
  inbox: { name: 'inbox', icon: Inbox, page: InboxPage },
  people: { name: 'people', icon: Users, page: PeoplePage },
  keywords: { name: 'keywords', icon: Ear, page: KeywordsPage },
  replies: { name: 'replies', icon: MessageSquareReply, page: RepliesPage },
  insights: { name: 'insights', icon: ChartLine, page: InsightsPage },
  goals: { name: 'goals', icon: Target, page: GoalsPage },
  report: { name: 'report', icon: FileText, page: ReportPage },
  coverage: { name: 'coverage', icon: Radar, page: CoveragePage },
  data: { name: 'data', icon: HardDrive, page: DataPage },
  settings: { name: 'settings', icon: Cog, page: SettingsPage },
} as const satisfies Record<string, { name: WordKey; icon: IconNode; page: (props: PageProps) => unknown }>;

type PageName = keyof typeof pages;
const names = Object.keys(pages) as PageName[];

/** "goInbox" and so on, for the pages there are. */
const goTo = Object.fromEntries(
  names.map((name) => [`go${name.charAt(0).toUpperCase()}${name.slice(1)}`, () => location.assign(`#${name}`)]),
) as Partial<Record<KeyAction, () => void>>;

export function Dashboard() {
  const route = useRoute();
  useFocusKept();
  useDrafts();
  const { notice, notify: tell, dismiss } = useNotices();
  const { notify, undoing } = useUndo(tell);
  const editing = useMemo(() => makeEditing(keeper, notify), [notify]);
  const data = useDashboardData();
  // What stands after a slash is the page's own: a person, a notification.
  const current = names.find((name) => name === route.split('/')[0]) ?? 'inbox';
  const { page: Page, name } = pages[current];
  const news = useNews().filter(({ kind }) => kind !== 'mention' && pageOfNews[kind] !== current);
  const title = useTitle(word(name));
  const keymap = useMemo(() => makeKeymap(data.settings?.keys), [data.settings?.keys]);
  useKeys(keymap, { ...goTo, help: showKeyHelp, ...(current === 'inbox' ? {} : { undo: undoing.undoLast }) });
  return (
    <>
      <Side current={current} fresh={data.statuses.new ?? 0} news={pagesOf(news)} onSkip={() => title.current?.focus()} />
      <main class={current === 'inbox' ? 'wide' : undefined}>
        <DataNotice watch={watchTrouble} dismiss={dismissNotice} />
        <OutdatedNotice watch={watchOutdated} onReload={() => location.reload()} />
        <News
          news={news}
          nameKeyword={(id) => data.keywords.find((keyword) => keyword.id === id)?.name}
          onLook={(kind) => location.assign(`#${pageOfNews[kind]}`)}
          onDismiss={(kind) => void editing.attempt(markNewsSeen(kind))}
        />
        {current !== 'data' && <BackupReminder settings={data.settings} editing={editing} notify={notify} />}
        <h1 ref={title} tabIndex={-1}>
          {word(name)}
        </h1>
        <Page data={data} editing={editing} notify={notify} undoing={undoing} />
      </main>
      <Notices notice={notice} dismiss={dismiss} />
      <KeyHelp keymap={keymap} isThere={(action) => !action.startsWith('go') || action in goTo} />
    </>
  );
}

const pagesOf = (news: readonly Notice[]): PageName[] => news.flatMap(({ kind }) => (kind === 'mention' ? [] : pageOfNews[kind]));

interface SideProps {
  current: PageName;
  fresh: number;
  /** Pages on which there is something new. */
  news: readonly PageName[];
  onSkip: () => void;
}

function Side({ current, fresh, news, onSkip }: SideProps) {
  return (
    <header class="side">
      <button type="button" class="skip" onClick={onSkip}>
        {word('skip')}
      </button>
      <div class="row brand">
        <BrandMark size={24} />
        <strong>Earshot</strong>
      </div>
      <nav aria-label={word('mainMenu')}>
        {names.map((name) => (
          <a key={name} href={`#${name}`} aria-current={name === current ? 'page' : undefined}>
            <Icon of={pages[name].icon} size={17} />
            {word(pages[name].name)}
            {name === 'inbox' && fresh > 0 && (
              <span class="tally number" aria-hidden="true">
                {formatNumber(fresh)}
              </span>
            )}
            {news.includes(name) && <span class="news-dot" aria-hidden="true" />}
          </a>
        ))}
      </nav>
      <p class="quiet small local">{word('staysHere')}</p>
    </header>
  );
}

/** The page's name, in the window's title too; a page that was navigated to is read out from its heading. */
function useTitle(name: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  // Not after the page was painted: who went on at once by then would be taken back.
  useLayoutEffect(() => {
    document.title = `${name} · Earshot`;
    if (!first.current) heading.current?.focus();
    first.current = false;
  }, [name]);
  return heading;
}

function KeywordsPage(props: PageProps) {
  const { data, editing } = props;
  return (
    <div class="stack narrow">
      <p class="quiet">{word('keywordsIntro')}</p>
      <AddKeyword keywords={data.keywords} trying={trying} onAdd={editing.saveKeyword} />
      {data.ready && (
        <KeywordList
          keywords={data.keywords}
          counts={data.counts}
          trying={trying}
          onSave={editing.saveKeyword}
          onRemove={editing.removeKeyword}
        />
      )}
      {data.ready && <MutedSection {...props} />}
    </div>
  );
}
