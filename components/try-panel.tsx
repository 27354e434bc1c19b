import { ShieldCheck } from 'lucide';
import { useState } from 'preact/hooks';
import { excerptOf } from '../core/mention.ts';
import type { Hit } from '../core/model.ts';
import type { Guard } from '../core/suggest-guard.ts';
import type { Difference, Found, Trial } from '../core/try-query.ts';
import { Icon } from './icon.tsx';
import { cutAtHits } from './marked-text.tsx';
import { Stranger, stripControls } from './plain-text.tsx';
import { SiteMark } from './site-mark.tsx';
import { formatNumber, word, wordFor } from './words.ts';

export interface TryResult {
  trial: Trial;
  /** Against the query as it is saved; absent for a new one. */
  difference: Difference | undefined;
  guard: Guard | undefined;
}

interface Props {
  /** Absent until posts are there. */
  result: TryResult | undefined;
  nameSite: (post: { site: string; url?: string | undefined }) => string;
  onGuard: (query: string) => void;
}

const firstShown = 3;
/** Past this share of what was read, a keyword is rather a filter for everything. */
const tooMany = 0.25;
const enoughToSay = 40;

/** What a query would have found: numbers, examples, one guard, and what a change of it gains and loses. */
export function TryPanel({ result, nameSite, onGuard }: Props) {
  if (!result) return <p class="quiet small">{word('tryLooking')}</p>;
  const { trial, difference, guard } = result;
  if (trial.posts === 0) return <p class="quiet small">{word('tryNothing')}</p>;
  const isMuch = trial.posts >= enoughToSay && trial.found.length > trial.posts * tooMany;
  return (
    <section class="try" aria-label={word('tryTitle')}>
      <p role="status" class="try-sum">
        <Sum trial={trial} />
      </p>
      {isMuch && <p class="small warn">{word('tryMuch')}</p>}
      {guard && <GuardLine guard={guard} onGuard={onGuard} />}
      {difference && <Changes difference={difference} nameSite={nameSite} />}
      {trial.found.length > 0 && <Examples name={word('tryExamples')} found={trial.found} nameSite={nameSite} />}
    </section>
  );
}

function Sum({ trial }: { trial: Trial }) {
  const posts = formatNumber(trial.posts);
  if (trial.found.length === 0) return <>{word('tryNone', posts)}</>;
  return (
    <>
      <strong class="number">{wordFor(trial.found.length, 'tryFoundOne', 'tryFoundMany', posts)}</strong>
      {trial.dismissed > 0 && <span class="quiet"> · {wordFor(trial.dismissed, 'tryDismissedOne', 'tryDismissedMany')}</span>}
    </>
  );
}

function GuardLine({ guard, onGuard }: { guard: Guard; onGuard: Props['onGuard'] }) {
  const { words, removes, of, loses, query } = guard;
  return (
    <div class="guard">
      <Icon of={ShieldCheck} size={16} />
      <p class="grow">
        <bdi>{stripControls(word('guard', words, formatNumber(removes), formatNumber(of), formatNumber(loses)))}</bdi>
      </p>
      <button type="button" class="slim accent" aria-label={word('guardAddNamed', stripControls(words))} onClick={() => onGuard(query)}>
        {word('add')}
      </button>
    </div>
  );
}

function Changes({ difference: { gained, lost }, nameSite }: { difference: Difference; nameSite: Props['nameSite'] }) {
  if (gained.length + lost.length === 0) return <p class="quiet small">{word('trySame')}</p>;
  return (
    <div class="changes">
      <Change found={gained} name={word('tryGained', formatNumber(gained.length))} kind="gained" nameSite={nameSite} />
      <Change found={lost} name={word('tryLost', formatNumber(lost.length))} kind="lost" nameSite={nameSite} />
    </div>
  );
}

function Change(props: { found: readonly Found[]; name: string; kind: 'gained' | 'lost'; nameSite: Props['nameSite'] }) {
  const { found, name, kind, nameSite } = props;
  if (found.length === 0) return <p class={`change ${kind} none small`}>{name}</p>;
  return (
    <details class={`change ${kind}`}>
      <summary class="small">{name}</summary>
      <Examples name={name} found={found} nameSite={nameSite} />
    </details>
  );
}

export function Examples({ name, found, nameSite }: { name: string; found: readonly Found[]; nameSite: Props['nameSite'] }) {
  const [count, setCount] = useState(firstShown);
  return (
    <>
      <ul class="examples" aria-label={name}>
        {found.slice(0, count).map(({ post, hits }) => (
          <Example key={post.id} post={post} hits={hits} nameSite={nameSite} />
        ))}
      </ul>
      {found.length > count && (
        <button type="button" class="link small" onClick={() => setCount(count + 10)}>
          {word('showMore')}
        </button>
      )}
    </>
  );
}

function Example({ post, hits, nameSite }: Found & { nameSite: Props['nameSite'] }) {
  const { author, site, text, community } = post.heard;
  const excerpt = excerptOf(text, hits, 150);
  return (
    <li>
      <SiteMark site={site} name={nameSite({ site, url: post.url })} />
      <div class="grow">
        <p class="small quiet clip">
          <Stranger>{author.name || author.handle || word('someone')}</Stranger>
          {community && (
            <>
              {' · '}
              <Stranger>{community}</Stranger>
            </>
          )}
          {post.fate === 'dismissed' && <span class="label-tag">{word('dismissedBefore')}</span>}
        </p>
        <p class="small words" dir="auto">
          <Marks text={excerpt.text} hits={excerpt.hits} />
        </p>
      </div>
    </li>
  );
}

function Marks({ text, hits }: { text: string; hits: readonly Hit[] }) {
  return (
    <>{cutAtHits(text, hits).map(({ words, hit }) => (hit ? <mark key={hit.start}>{stripControls(words)}</mark> : stripControls(words)))}</>
  );
}
