import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import type { KeywordColor } from '../core/model.ts';
import { parseQuery } from '../core/query.ts';
import type { Problem } from '../core/query-tree.ts';
import { addVariant, hasVariant, removeVariant, subjectOf } from '../core/query-variants.ts';
import { postsFor, type Tried, type TriedPost } from '../core/try-query.ts';
import { Switch } from './controls.tsx';
import type { MarkedSpan } from './query-box.tsx';
import { QueryHelp } from './query-help.tsx';
import { QueryProblems } from './query-problems.tsx';
import { SimpleForm } from './simple-form.tsx';
import { TryPanel, type TryResult } from './try-panel.tsx';
import { type Trying, usePosts, useTrial } from './use-trial.ts';
import { Variants } from './variants.tsx';
import { word } from './words.ts';

export interface Work {
  problems: readonly Problem[];
  /** What to underline: only while it is about what stands in the box. */
  marks: readonly MarkedSpan[];
  posts: readonly TriedPost[] | undefined;
  result: TryResult | undefined;
}

const none: readonly Problem[] = [];
/** A quote that was just opened is no mistake yet. */
const pause = 400;

function useProblems(query: string, sites: readonly string[]): readonly Problem[] {
  const [checked, setChecked] = useState<{ query: string; problems: readonly Problem[] }>({ query: '', problems: none });
  useEffect(() => {
    const timer = setTimeout(() => setChecked({ query, problems: query.trim() ? parseQuery(query, sites).problems : none }), pause);
    return () => clearTimeout(timer);
  }, [query, sites]);
  return checked.query === query ? checked.problems : none;
}

/** All that is known of a query while it is typed. `saved`: how the keyword is kept now, for one that is edited. */
export function useWork(tried: Tried, saved: (Tried & { id: string }) | undefined, trying: Trying): Work {
  const problems = useProblems(tried.query, trying.sites);
  const all = usePosts(trying, tried.query.trim() !== '');
  const posts = useMemo(() => all && postsFor(saved?.id, all), [all, saved?.id]);
  const result = useTrial(tried, saved, posts);
  return { problems, marks: problems.map(({ span, severity }) => ({ ...span, severity })), posts, result };
}

interface Props {
  work: Work;
  tried: Tried;
  /** Hits are marked as they will be. */
  color: KeywordColor;
  trying: Trying;
  onChange: (change: Partial<Tried>) => void;
}

/** What stands below the box a query is typed in: what is wrong with it, what it finds, and other ways to say it. */
export function Workbench({ work, tried, color, trying, onChange }: Props) {
  const { query, lookalikes = false } = tried;
  const setQuery = (next: string) => onChange({ query: next });
  return (
    <div class={`workbench kw-${color}`}>
      <QueryProblems query={query} problems={work.problems} onFix={setQuery} />
      <TryPanel result={work.result} nameSite={trying.nameSite} onGuard={setQuery} />
      <Extras query={query} posts={work.posts} onQuery={setQuery} />
      <Switch checked={lookalikes} onChange={(on) => onChange({ lookalikes: on })}>
        <span>{word('lookalikes')}</span> <span class="quiet small">{word('lookalikesHint')}</span>
      </Switch>
    </div>
  );
}

const extras = ['simpleForm', 'variants', 'queryHelp'] as const;

/** One at a time, and only while it is open: what nobody looks at is not worked out. */
function Extras({ query, posts, onQuery }: { query: string; posts: Work['posts']; onQuery: (query: string) => void }) {
  const [open, setOpen] = useState<(typeof extras)[number]>();
  const id = useId();
  return (
    <div class="extras">
      <div class="extra-names">
        {extras.map((name) => (
          <button
            key={name}
            type="button"
            class="slim plain"
            aria-expanded={open === name}
            aria-controls={open === name ? id : undefined}
            onClick={() => setOpen(open === name ? undefined : name)}
          >
            {word(name)}
          </button>
        ))}
      </div>
      {open && (
        <div class="extra-body" id={id}>
          {open === 'simpleForm' && <SimpleForm query={query} onChange={onQuery} />}
          {open === 'variants' && <VariantsOf query={query} posts={posts} onQuery={onQuery} />}
          {open === 'queryHelp' && <QueryHelp />}
        </div>
      )}
    </div>
  );
}

function VariantsOf({ query, posts, onQuery }: { query: string; posts: Work['posts']; onQuery: (query: string) => void }) {
  return (
    <Variants
      name={subjectOf(query)}
      posts={posts}
      isIn={(variant) => hasVariant(query, variant)}
      onToggle={(variant, on) => onQuery(on ? addVariant(query, variant) : removeVariant(query, variant))}
    />
  );
}
