import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { BrandMark } from '../../components/brand-mark.tsx';
import { Field, Problem } from '../../components/controls.tsx';
import { applyTheme } from '../../components/theme.ts';
import { word } from '../../components/words.ts';
import type { TriedPost } from '../../core/try-query.ts';
import { listKeywords } from '../../storage/keywords.ts';
import { getSettings } from '../../storage/settings.ts';
import { listTriedPosts } from '../../storage/tried-posts.ts';
import { Done } from './done.tsx';
import { keep } from './keep.ts';
import { type Draft, draftFrom, findProblems, type Known, type Problems } from './plan.ts';
import { listListening, originsOf } from './site-choice.ts';
import { SiteChoice } from './site-choice-list.tsx';
import { Suggestions } from './suggestions.tsx';

export function Welcome() {
  const [known, setKnown] = useState<Known & { posts: readonly TriedPost[] }>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    readKnown().then(setKnown, (error) => setProblem(String(error)));
  }, []);
  return (
    <main>
      <header class="row brand">
        <BrandMark size={28} />
        <strong>Earshot</strong>
      </header>
      {problem && <Problem>{problem}</Problem>}
      {known && <Form known={known} />}
    </main>
  );
}

async function readKnown(): Promise<Known & { posts: readonly TriedPost[] }> {
  const [keywords, settings, posts] = await Promise.all([listKeywords(), getSettings(), listTriedPosts(Date.now())]);
  applyTheme(settings.theme);
  return { keywords, settings, sites: await listListening(settings), posts };
}

function Form({ known }: { known: Known & { posts: readonly TriedPost[] } }) {
  const [draft, setDraft] = useState(() => draftFrom(known));
  const [problems, setProblems] = useState<Problems>({});
  const [state, setState] = useState<'open' | 'saving' | 'done' | { failed: string }>('open');
  const form = useRef<HTMLFormElement>(null);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));

  async function save(event: Event) {
    event.preventDefault();
    const found = findProblems(draft);
    setProblems(found);
    if (found.brand || found.competitors) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
      return;
    }
    // Asked before anything is awaited: browsers show this prompt only as the direct answer to a click.
    const origins = originsOf(draft.sites);
    const granted = origins.length === 0 || (await browser.permissions.request({ origins }).catch(() => false));
    if (!granted) return setState({ failed: word('accessRefused') });
    setState('saving');
    await keep(draft, known).then(
      () => setState('done'),
      (error) => setState({ failed: word('couldNotSave', error instanceof Error ? error.message : String(error)) }),
    );
  }

  if (state === 'done') return <Done sites={draft.sites} onBack={() => location.reload()} />;
  return (
    <form ref={form} noValidate onSubmit={save}>
      <div class="intro">
        <h1>{word(known.settings.welcomed ? 'welcomeAgainTitle' : 'welcomeTitle')}</h1>
        <p class="quiet">{word('welcomeIntro')}</p>
      </div>
      <Step number={1} title={word('welcomeBrandTitle')}>
        <Field
          label={word('brandName')}
          value={draft.brand}
          placeholder={word('brandPlaceholder')}
          problem={problems.brand}
          autofocus={!known.settings.welcomed}
          onInput={(brand) => {
            change({ brand });
            setProblems((before) => ({ ...before, brand: undefined }));
          }}
        />
        <Suggestions
          brand={draft.brand}
          ticked={draft.ticked}
          fresh={!known.settings.welcomed}
          posts={known.posts}
          onChange={(ticked) => change({ ticked })}
        />
      </Step>
      <Step number={2} title={word('welcomeCompetitorsTitle')}>
        <Field
          label={word('competitors')}
          value={draft.competitors}
          lines
          hint={word('competitorsHint')}
          problem={problems.competitors}
          onInput={(competitors) => change({ competitors })}
        />
      </Step>
      <Step number={3} title={word('welcomeNameTitle')}>
        <Field
          label={word('myName')}
          value={draft.myName}
          maxLength={300}
          hint={word('myNameHint')}
          onInput={(myName) => change({ myName })}
        />
      </Step>
      <Step number={4} title={word('welcomeSitesTitle')}>
        <SiteChoice chosen={draft.sites} onChange={(sites) => change({ sites })} />
      </Step>
      <footer>
        <button type="submit" class="primary big" disabled={state === 'saving'}>
          {word(known.settings.welcomed ? 'welcomeSaveAgain' : 'welcomeStart')}
        </button>
        <p class="quiet small">{word('welcomePrompt')}</p>
        {typeof state === 'object' && <Problem>{state.failed}</Problem>}
      </footer>
    </form>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ComponentChildren }) {
  return (
    <section class="step" aria-labelledby={`step-${number}`}>
      <span class="number" aria-hidden="true">
        {number}
      </span>
      <div class="stack">
        <h2 id={`step-${number}`}>{title}</h2>
        {children}
      </div>
    </section>
  );
}
