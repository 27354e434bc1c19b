import { LayoutDashboard } from 'lucide';
import { useMemo } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { AddKeyword } from '../../components/add-keyword.tsx';
import { BrandMark } from '../../components/brand-mark.tsx';
import { DataNotice } from '../../components/data-notice.tsx';
import { makeEditing } from '../../components/editing.ts';
import { Icon } from '../../components/icon.tsx';
import { KeywordList } from '../../components/keyword-list.tsx';
import { News, pageOfNews } from '../../components/news.tsx';
import { Notices, useNotices } from '../../components/notices.tsx';
import type { ChosenText } from '../../components/reply-desk.ts';
import { useFocusKept } from '../../components/use-focus-kept.ts';
import { word } from '../../components/words.ts';
import type { Reply } from '../../core/model.ts';
import { dismissNotice, type Snapshot } from '../../messages/notices.ts';
import { keeper } from '../pages/keeper.ts';
import { markNewsSeen, useNews } from '../pages/use-news.ts';
import { watchTrouble } from '../pages/watch-trouble.ts';
import { answeringFor, answerMention, leave } from './answer-mention.ts';
import { PageSection } from './page-section.tsx';
import { ReplySection } from './reply-section.tsx';
import { RoundSection } from './round-section.tsx';
import { isListening } from './this-tab.ts';
import { trying } from './trying.ts';
import { usePlace } from './use-place.ts';
import { usePopupData } from './use-popup-data.ts';
import { useThisTab } from './use-this-tab.ts';
import { useWhy } from './use-why.ts';

export function Popup({ snapshot }: { snapshot: Snapshot | undefined }) {
  useFocusKept();
  const { notice, notify, dismiss } = useNotices();
  const editing = useMemo(() => makeEditing(keeper, notify), [notify]);
  const { keywords, replies, counts, settings } = usePopupData(snapshot);
  const { state, refresh } = useThisTab();
  const listening = state.where !== undefined && isListening(state.where, state.granted, settings?.places);
  const here = state.where && settings?.places[state.where.place];
  const place = usePlace(state, refresh, editing);
  const looks = useMemo(() => new Map(keywords.map((k) => [k.id, k])), [keywords]);
  const news = useNews();
  const why = useWhy(state.report?.mentions ?? [], looks);
  async function answer(id: string, reply?: Reply, chosen?: ChosenText) {
    if (await editing.attempt(answerMention(id, state.tab, reply, chosen), 'couldNotOpen')) await leave();
  }
  const onAnswer = (...asked: Parameters<typeof answer>) => void answer(...asked);
  return (
    <>
      <Header mentions={state.report?.mentions.length ?? 0} keywords={keywords.length} replies={replies.length} />
      <main>
        <DataNotice watch={watchTrouble} dismiss={dismissNotice} />
        <News
          news={news}
          nameKeyword={(id) => looks.get(id)?.name}
          onLook={(kind) => void openDashboard(pageOfNews[kind])}
          onDismiss={(kind) => void editing.attempt(markNewsSeen(kind))}
        />
        <section id="page" aria-labelledby="page-title">
          <h2 id="page-title">{word('thisPage')}</h2>
          <PageSection
            state={state}
            listening={listening}
            highlight={here?.highlight !== false}
            strip={settings?.strip === false ? undefined : here?.strip !== false}
            hasKeywords={keywords.length > 0}
            keywords={looks}
            why={why}
            onListen={place.onListen}
            onPlace={place.onPlace}
            onShow={place.onShow}
            onReply={(id) => void answer(id)}
            answeringOf={replies.length > 0 ? (id) => answeringFor(id, { keywords: looks, onAnswer }) : undefined}
          />
        </section>
        <RoundSection keywords={keywords} places={settings?.places} notify={notify} />
        <section id="keywords" aria-labelledby="keywords-title">
          <h2 id="keywords-title">{word('keywords')}</h2>
          <div class="stack">
            <AddKeyword keywords={keywords} trying={trying} onAdd={editing.saveKeyword} />
            <KeywordList
              keywords={keywords}
              counts={counts}
              trying={trying}
              onSave={editing.saveKeyword}
              onRemove={editing.removeKeyword}
            />
          </div>
        </section>
        <section id="replies" aria-labelledby="replies-title">
          <h2 id="replies-title">{word('replies')}</h2>
          <ReplySection replies={replies} tab={state.tab} settings={settings} editing={editing} notify={notify} />
        </section>
      </main>
      <Notices notice={notice} dismiss={dismiss} />
    </>
  );
}

function Header({ mentions, keywords, replies }: { mentions: number; keywords: number; replies: number }) {
  return (
    <header class="top">
      <div class="row">
        <BrandMark size={22} />
        <h1 class="grow">Earshot</h1>
        <a class="button slim" href="/dashboard.html" onClick={onDashboard}>
          <Icon of={LayoutDashboard} size={14} />
          {word('openDashboard')}
        </a>
      </div>
      <nav class="sections" aria-label={word('sections')}>
        <SectionLink to="page" name={word('thisPage')} count={mentions} />
        <SectionLink to="keywords" name={word('keywords')} count={keywords} />
        <SectionLink to="replies" name={word('replies')} count={replies} />
      </nav>
    </header>
  );
}

function SectionLink({ to, name, count }: { to: string; name: string; count: number }) {
  return (
    <a href={`#${to}`}>
      {name}
      <span class="tally number" aria-hidden="true">
        {count}
      </span>
    </a>
  );
}

async function openDashboard(page = ''): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/dashboard.html${page && `#${page}`}`) });
  window.close();
}

function onDashboard(event: Event): void {
  event.preventDefault();
  void openDashboard();
}
