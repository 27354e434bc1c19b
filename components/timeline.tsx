import type { Answer, Mention } from '../core/model.ts';
import { type KeywordLooks, MarkedText } from './marked-text.tsx';
import { nameStatus } from './mention-words.ts';
import { Stranger, safeLink } from './plain-text.tsx';
import { SiteMark } from './site-mark.tsx';
import { Time } from './time.tsx';
import { word } from './words.ts';

export type Moment =
  | { kind: 'said'; at: number; mention: Mention }
  | { kind: 'answered'; at: number; answer: Answer; title: string | undefined };

interface Props {
  moments: readonly Moment[];
  keywords: KeywordLooks;
  nameSite: (mention: { site: string; url?: string | undefined }) => string;
  now: number;
}

/** What someone said and what was answered, the newest first. */
export function Timeline({ moments, keywords, nameSite, now }: Props) {
  return (
    <ol class="timeline" aria-label={word('timeline')}>
      {moments.map((moment) => (
        <li key={moment.kind === 'said' ? moment.mention.id : `answer ${moment.answer.id}`} class={moment.kind}>
          {moment.kind === 'said' ? (
            <SaidThen mention={moment.mention} keywords={keywords} nameSite={nameSite} now={now} />
          ) : (
            <AnsweredThen answer={moment.answer} title={moment.title} now={now} />
          )}
        </li>
      ))}
    </ol>
  );
}

function SaidThen({ mention, keywords, nameSite, now }: { mention: Mention } & Omit<Props, 'moments'>) {
  const link = safeLink(mention.url);
  const site = nameSite(mention);
  return (
    <>
      <p class="small quiet facts">
        <span class="name-of">
          <SiteMark site={mention.site} name={site} />
          {site}
        </span>
        {mention.community && <Stranger>{mention.community}</Stranger>}
        {mention.postedAt === undefined ? <span>{word('timeUnknown')}</span> : <Time at={mention.postedAt} now={now} />}
        <span>{nameStatus(mention.status)}</span>
        {link && (
          <span>
            <a href={link} target="_blank" rel="noopener noreferrer">
              {word('openPost')}
            </a>
          </span>
        )}
      </p>
      <p class="mention-text" dir="auto">
        <MarkedText text={mention.text} hits={mention.hits} keywords={keywords} />
      </p>
    </>
  );
}

function AnsweredThen({ answer, title, now }: { answer: Answer; title: string | undefined; now: number }) {
  const link = safeLink(answer.url);
  return (
    <>
      <p class="small quiet facts">
        <span>{title ? word('youAnsweredWith', title) : word('youAnswered')}</span>
        <Time at={answer.postedAt ?? answer.insertedAt} now={now} />
        {answer.postedAt === undefined && <span>{word('notSeenPosted')}</span>}
        {link && (
          <span>
            <a href={link} target="_blank" rel="noopener noreferrer">
              {word('openPost')}
            </a>
          </span>
        )}
      </p>
      {answer.text && (
        <p class="mention-text" dir="auto">
          <Stranger>{answer.text}</Stranger>
        </p>
      )}
    </>
  );
}
