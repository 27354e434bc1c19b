import { CircleCheck } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { word } from '../../components/words.ts';
import { listChoices } from './site-choice.ts';

export function Done({ sites, onBack }: { sites: readonly string[]; onBack: () => void }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const open = listChoices().filter(({ id }) => sites.includes(id));
  return (
    <section class="done">
      <Icon of={CircleCheck} size={36} />
      <h1 ref={title} tabIndex={-1}>
        {word(open.length > 0 ? 'doneTitle' : 'doneNoSitesTitle')}
      </h1>
      <p class="quiet">{word(open.length > 0 ? 'doneIntro' : 'doneNoSites')}</p>
      <ol class="next">
        <li>
          {open.length > 0
            ? word('doneOpen', new Intl.ListFormat('en', { type: 'disjunction' }).format(open.map(({ site }) => site.name)))
            : word('doneListen')}
        </li>
        <li>{word('doneFind')}</li>
        <li>{word('doneReply')}</li>
      </ol>
      <div class="row">
        <a class="button primary" href="/dashboard.html">
          {word('openDashboard')}
        </a>
        <button type="button" class="plain" onClick={onBack}>
          {word('changeAnswers')}
        </button>
      </div>
    </section>
  );
}
