import { Ear, Globe, Reply as ReplyIcon } from 'lucide';
import { useState } from 'preact/hooks';
import { Switch } from '../../components/controls.tsx';
import { Empty } from '../../components/empty.tsx';
import { Icon } from '../../components/icon.tsx';
import { type KeywordLooks, MarkedText } from '../../components/marked-text.tsx';
import { Stranger } from '../../components/plain-text.tsx';
import type { Answering } from '../../components/reply-desk.ts';
import { ReplyWith } from '../../components/reply-with.tsx';
import { SiteMark } from '../../components/site-mark.tsx';
import { word, wordFor } from '../../components/words.ts';
import type { Place } from '../../core/model.ts';
import type { TabMention } from '../../messages/tab-contract.ts';
import type { TabState } from './use-this-tab.ts';

interface Props {
  state: TabState;
  listening: boolean;
  highlight: boolean;
  /** Undefined where the marks at the edge are off everywhere. */
  strip: boolean | undefined;
  hasKeywords: boolean;
  keywords: KeywordLooks;
  /** Why each of them is a mention, by its id. */
  why: ReadonlyMap<string, readonly string[]>;
  onListen: (listen: boolean) => void;
  onPlace: (change: Partial<Place>) => void;
  onShow: (id: string) => void;
  /** Opens the site's own box for it. */
  onReply: (id: string) => void;
  /** How it is answered with a reply; absent where there is none. */
  answeringOf: ((id: string) => Answering) | undefined;
}

const firstShown = 4;

export function PageSection(props: Props) {
  const { state, listening } = props;
  if (!state.where) return state.known ? <NoPage /> : <p class="quiet">{word('looking')}</p>;
  return (
    <div class="stack">
      <SiteCard {...props} where={state.where} />
      {listening && state.report && <PageMentions {...props} mentions={state.report.mentions} />}
      {listening && state.known && !state.report && <p class="quiet small">{word('reloadToListen')}</p>}
    </div>
  );
}

function NoPage() {
  return (
    <Empty icon={Globe} title={word('noPageTitle')}>
      <p>{word('noPage')}</p>
    </Empty>
  );
}

function SiteCard({ where, state, listening, highlight, strip, onListen, onPlace }: Props & { where: NonNullable<TabState['where']> }) {
  return (
    <div class="card site-card">
      <div class="row">
        <SiteMark site={where.site} name={where.name} />
        <div class="grow">
          <strong class="clip">{where.name}</strong>
          <p class="quiet small number" aria-live="polite">
            {listening ? wordFor(state.report?.scanned ?? 0, 'postsReadOne', 'postsReadMany') : word('notListening')}
          </p>
        </div>
      </div>
      <Switch checked={listening} onChange={onListen} disabled={where.origins.length === 0 && !listening}>
        {word('listenHere')}
      </Switch>
      <Switch checked={listening && highlight} disabled={!listening} onChange={(on) => onPlace({ highlight: on })}>
        {word('highlightHere')}
      </Switch>
      {strip !== undefined && (
        <Switch checked={listening && highlight && strip} disabled={!listening || !highlight} onChange={(on) => onPlace({ strip: on })}>
          {word('stripHere')}
        </Switch>
      )}
    </div>
  );
}

function PageMentions(props: Props & { mentions: readonly TabMention[] }) {
  const { mentions, keywords, why, hasKeywords, onShow, onReply, answeringOf } = props;
  const [all, setAll] = useState(false);
  if (mentions.length === 0) {
    return (
      <Empty icon={Ear} title={word('pageQuietTitle')}>
        <p>{word(hasKeywords ? 'pageQuiet' : 'pageNoKeywords')}</p>
      </Empty>
    );
  }
  const shown = all ? mentions : mentions.slice(0, firstShown);
  return (
    <>
      <ul class="list" aria-label={word('mentionsHere')}>
        {shown.map((mention) => (
          <li key={mention.id}>
            <button type="button" class="here" onClick={() => onShow(mention.id)}>
              <strong class="clip">
                <Stranger>{mention.author.name || mention.author.handle || word('someone')}</Stranger>
              </strong>
              <span dir="auto">
                <MarkedText text={mention.excerpt} hits={mention.hits} keywords={keywords} />
              </span>
              {why.get(mention.id)?.map((line) => (
                <span key={line} class="quiet small">
                  <Stranger>{line}</Stranger>
                </span>
              ))}
            </button>
            <div class="here-tools">
              <button type="button" class="slim accent" onClick={() => onReply(mention.id)}>
                <Icon of={ReplyIcon} size={14} />
                {word('reply')}
              </button>
              {answeringOf && <ReplyWith answering={answeringOf(mention.id)} />}
            </div>
          </li>
        ))}
      </ul>
      {mentions.length > firstShown && (
        <button type="button" class="plain slim" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? word('showLess') : word('showAllCount', mentions.length)}
        </button>
      )}
    </>
  );
}
