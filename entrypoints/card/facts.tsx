import { X } from 'lucide';
import { IconButton } from '../../components/controls.tsx';
import { MarkedText } from '../../components/marked-text.tsx';
import { nameStatus } from '../../components/mention-words.ts';
import { Stranger } from '../../components/plain-text.tsx';
import { SiteMark } from '../../components/site-mark.tsx';
import { formatRelative, Time } from '../../components/time.tsx';
import { Why } from '../../components/why.tsx';
import { word, wordFor } from '../../components/words.ts';
import { excerptOf } from '../../core/mention.ts';
import { nameAuthor } from './naming.ts';
import type { CardData } from './use-card.ts';

/** Who, where and when. */
export function Head({ data: { shown, facts }, onClose }: { data: CardData; onClose: () => void }) {
  const { author } = shown.mention;
  const mention = facts?.mention;
  return (
    <header class="head">
      <SiteMark site={shown.site} name={shown.siteName} />
      <div class="grow">
        <p class="row who">
          <strong class="clip">
            <Stranger>{nameAuthor(author)}</Stranger>
          </strong>
          {author.name && author.handle && author.handle !== author.name && (
            <span class="quiet clip">
              <Stranger>{author.handle}</Stranger>
            </span>
          )}
        </p>
        <p class="quiet small facts">
          {shown.step && <span>{word('cardStep', shown.step.at, shown.step.of)}</span>}
          <span class="clip">{shown.siteName}</span>
          {mention?.community && <Stranger>{mention.community}</Stranger>}
          {mention?.postedAt !== undefined && <Time at={mention.postedAt} now={Date.now()} />}
        </p>
      </div>
      {mention && <span class="label-tag">{nameStatus(mention.status)}</span>}
      <IconButton icon={X} name={word('close')} onClick={onClose} />
    </header>
  );
}

const mostExcerpt = 220;

/** What it says, why it is here, and what there was with this person before. */
export function Words({ data: { shown, facts } }: { data: CardData }) {
  const mention = facts?.mention;
  const looks = new Map(facts?.keywords.map((keyword) => [keyword.id, keyword]));
  const excerpt = mention ? excerptOf(mention.text, mention.hits, mostExcerpt) : { text: shown.mention.excerpt, hits: shown.mention.hits };
  const note = facts?.person?.note;
  return (
    <div class="words">
      <p class="excerpt" dir="auto">
        <MarkedText text={excerpt.text} hits={excerpt.hits} keywords={looks} />
      </p>
      {mention ? (
        <>
          <p class="chips">
            <span class="unseen">{word('keywordsFound')}</span>
            {facts.keywords.map((keyword) => (
              <span key={keyword.id} class={`chip kw-${keyword.color}`}>
                <span class="clip">
                  <Stranger>{keyword.name}</Stranger>
                </span>
              </span>
            ))}
          </p>
          <Why mention={mention} keywords={looks} nameSite={(site) => (site === shown.site ? shown.siteName : site)} />
        </>
      ) : (
        <p class="quiet small">{word('cardSaving')}</p>
      )}
      {facts?.person && <p class="quiet small">{sayHistory(facts.person)}</p>}
      {note && (
        <p class="note small">
          <Stranger>{note}</Stranger>
        </p>
      )}
    </div>
  );
}

function sayHistory({ mentions, answeredAt }: { mentions: number; answeredAt?: number | undefined }): string {
  const count = wordFor(mentions, 'cardFirst', 'cardHistoryMany');
  if (mentions === 1 && answeredAt === undefined) return count;
  return `${count} · ${answeredAt === undefined ? word('cardNeverAnswered') : word('cardAnswered', formatRelative(answeredAt, Date.now()))}`;
}
