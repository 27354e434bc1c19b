import { Ban, Check, ExternalLink, Inbox, Reply as ReplyIcon } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Hit, Mention, MentionStatus, Reply, SentimentValue } from '../core/model.ts';
import { CareFacts } from './care-facts.tsx';
import type { Dismissing } from './dismissing.ts';
import { type HandingOff, HandOffPanel } from './hand-off-panel.tsx';
import { Icon } from './icon.tsx';
import { type MacroActions, MacroPanel } from './macro-panel.tsx';
import { type KeywordLook, type KeywordLooks, MarkedText } from './marked-text.tsx';
import { type Caring, MentionCare } from './mention-care.tsx';
import { MentionEvidence } from './mention-evidence.tsx';
import { nameStatus } from './mention-words.ts';
import { NotRelevant } from './not-relevant.tsx';
import { Stranger, safeLink } from './plain-text.tsx';
import type { Answering } from './reply-desk.ts';
import { ReplyWith } from './reply-with.tsx';
import { RuleMarks } from './rule-marks.tsx';
import { SentimentMark } from './sentiment-mark.tsx';
import { SiteMark } from './site-mark.tsx';
import { Time } from './time.tsx';
import { Why } from './why.tsx';
import { word } from './words.ts';

export interface MentionActions {
  onStatus: (mention: Mention, status: MentionStatus) => void;
  /** The person's own word on how it speaks of the keyword; null takes it back. Absent where nothing can be corrected. */
  onSentiment?: (mention: Mention, value: SentimentValue | null) => void;
  onReply: (mention: Mention) => void;
  /** What can be chosen to answer with; absent where none can. */
  replies?: readonly Reply[];
  /** How it is answered with one of them. */
  answeringOf?: (mention: Mention) => Answering;
  /** Absent where nothing can be muted from. */
  dismissing?: Dismissing;
  caring?: Caring;
  handing?: HandingOff;
  /** Absent where there is no macro. */
  acting?: MacroActions;
}

interface Props extends MentionActions {
  mention: Mention;
  siteName: string;
  keywords: KeywordLooks;
  /** What a site or host is called in sentences. */
  namePlace: (place: string) => string;
  now: number;
  /** Before all else, at the end of the heading, among why it is here, and below what is kept of it. */
  lead?: ComponentChildren;
  ends?: ComponentChildren;
  why?: ComponentChildren;
  below?: ComponentChildren;
  /** What a search found in the text, marked where no keyword is. */
  found?: readonly Hit[];
}

export function MentionItem({ mention, siteName, keywords, namePlace, now, lead, ends, why, below, found, ...actions }: Props) {
  return (
    <article class="mention">
      <div class="mention-side">
        {lead}
        <SiteMark site={mention.site} name={siteName} />
      </div>
      <div class="grow">
        <MentionHead mention={mention} siteName={siteName} now={now} ends={ends} />
        <MentionText mention={mention} keywords={keywords} found={found} />
        <MentionEvidence mention={mention} />
        <CareFacts mention={mention} now={now} />
        {below}
        <footer class="mention-foot">
          <div class="found">
            <p class="chips">
              <span class="unseen">{word('keywordsFound')}</span>
              {mention.keywordIds.map((id) => (
                <KeywordChip key={id} look={keywords.get(id)} />
              ))}
            </p>
            <Why mention={mention} keywords={keywords} nameSite={namePlace} />
            <RuleMarks mention={mention} />
            <SentimentMark mention={mention} onCorrect={actions.onSentiment} />
            {why}
          </div>
          <MentionTools mention={mention} siteName={siteName} keywords={keywords} namePlace={namePlace} now={now} {...actions} />
        </footer>
      </div>
    </article>
  );
}

/** Not a list: the inbox's items are mentions, and nothing else in it may be taken for one. */
function KeywordChip({ look }: { look: KeywordLook | undefined }) {
  if (!look) return null;
  return (
    <span class={`chip kw-${look.color}`}>
      <span class="clip">
        <Stranger>{look.name}</Stranger>
      </span>
    </span>
  );
}

function MentionHead({ mention, siteName, now, ends }: Pick<Props, 'mention' | 'siteName' | 'now' | 'ends'>) {
  const { handle, name } = mention.author;
  return (
    <header class="mention-head">
      <strong class="clip">
        <Stranger title={name}>{name || handle || word('someone')}</Stranger>
      </strong>
      {name && handle && name !== handle && (
        <span class="quiet clip">
          <Stranger>{handle}</Stranger>
        </span>
      )}
      <span class="quiet small facts">
        <span>{siteName}</span>
        {mention.community && <Stranger>{mention.community}</Stranger>}
        {mention.kind !== 'post' && <span>{word(kindWords[mention.kind])}</span>}
        {mention.postedAt !== undefined ? <Time at={mention.postedAt} now={now} /> : <span>{word('timeUnknown')}</span>}
      </span>
      {mention.promoted && <span class="label-tag">{word('promoted')}</span>}
      {mention.edited && <span class="label-tag">{word('edited')}</span>}
      {mention.own && <span class="label-tag">{word('own')}</span>}
      {mention.status !== 'new' && <span class="label-tag">{nameStatus(mention.status)}</span>}
      <MovedWhy mention={mention} now={now} />
      {ends && <span class="mention-ends">{ends}</span>}
    </header>
  );
}

/** What a page showed has moved it: it says so, and when that was. */
function MovedWhy({ mention: { moved }, now }: { mention: Mention; now: number }) {
  if (!moved) return null;
  return (
    <span class="quiet small facts">
      <span>{word(moved.why === 'own-reply' ? 'movedOwnReply' : 'movedAnsweredBack')}</span>
      <Time at={moved.at} now={now} />
    </span>
  );
}

const kindWords = { comment: 'kindComment', review: 'kindReview', message: 'kindMessage' } as const;
const longText = 480;

function MentionText({ mention, keywords, found = [] }: Pick<Props, 'mention' | 'keywords' | 'found'>) {
  const [whole, setWhole] = useState(false);
  const long = mention.text.length > longText || mention.text.split('\n').length > 7;
  return (
    <>
      <p class={long && !whole ? 'mention-text short' : 'mention-text'} dir="auto">
        <MarkedText text={mention.text} hits={found.length > 0 ? [...mention.hits, ...found] : mention.hits} keywords={keywords} />
      </p>
      {long && (
        <button type="button" class="link small" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {word(whole ? 'showLess' : 'showAll')}
        </button>
      )}
    </>
  );
}

type ToolProps = Omit<Props, 'lead' | 'ends' | 'why' | 'below' | 'found'>;

function MentionTools(props: ToolProps) {
  const { mention, keywords, onStatus, onReply, replies = [], answeringOf, dismissing, acting } = props;
  const link = safeLink(mention.url);
  return (
    <div class="mention-tools">
      {link && (
        <button type="button" class="slim accent" onClick={() => onReply(mention)}>
          <Icon of={ReplyIcon} size={14} />
          {word('reply')}
        </button>
      )}
      {link && !mention.own && answeringOf && replies.length > 0 && <ReplyWith answering={answeringOf(mention)} />}
      {link && (
        <a class="button slim plain" href={link} target="_blank" rel="noopener noreferrer">
          <Icon of={ExternalLink} size={14} />
          {word('openPost')}
        </a>
      )}
      {mention.status !== 'done' && (
        <button type="button" class="slim plain" onClick={() => onStatus(mention, 'done')}>
          <Icon of={Check} size={14} />
          {word('done')}
        </button>
      )}
      {mention.status !== 'ignored' && (
        <button type="button" class="slim plain" onClick={() => onStatus(mention, 'ignored')}>
          <Icon of={Ban} size={14} />
          {word('ignore')}
        </button>
      )}
      {acting && !mention.own && <MacroPanel mention={mention} acting={acting} replies={replies} />}
      <KeepTools {...props} />
      {dismissing && !mention.own && <NotRelevant mention={mention} keywords={keywords} dismissing={dismissing} />}
      {mention.status !== 'new' && (
        <button
          type="button"
          class="slim plain"
          aria-label={word('backToNew')}
          title={word('backToNew')}
          onClick={() => onStatus(mention, 'new')}
        >
          <Icon of={Inbox} size={14} />
        </button>
      )}
    </div>
  );
}

/** What is kept of a mention beside its status, and how it goes to someone else. */
function KeepTools({ mention, siteName, keywords, namePlace, now, caring, handing }: ToolProps) {
  return (
    <>
      {caring && <MentionCare mention={mention} caring={caring} now={now} />}
      {handing && <HandOffPanel mention={mention} siteName={siteName} keywords={keywords} namePlace={namePlace} handing={handing} />}
    </>
  );
}
