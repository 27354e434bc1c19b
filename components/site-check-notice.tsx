import { Copy, TriangleAlert } from 'lucide';
import { useId } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { SiteMark } from './site-mark.tsx';
import { word } from './words.ts';

interface Props {
  site: string;
  name: string;
  report: string;
  onCopy: (report: string) => void;
  onDismiss: () => void;
}

/** The whole report stands there: the person sees every line of it before it goes anywhere, and sends it themselves. */
export function SiteCheckNotice({ site, name, report, onCopy, onDismiss }: Props) {
  const id = useId();
  return (
    <section class="card pad stack site-check" aria-labelledby={id}>
      <h2 id={id} class="row warned">
        <Icon of={TriangleAlert} size={17} />
        {word('siteCheckTitle', name)}
        <span aria-hidden="true">
          <SiteMark site={site} name={name} />
        </span>
      </h2>
      <p>{word('siteCheckText')}</p>
      <section aria-label={word('siteCheckReport', name)}>
        <pre>{report}</pre>
      </section>
      <div class="row wrap">
        <button type="button" class="accent" onClick={() => onCopy(report)}>
          <Icon of={Copy} size={14} />
          {word('siteCheckCopy')}
        </button>
        <button type="button" class="plain" onClick={onDismiss}>
          {word('dismiss')}
        </button>
      </div>
    </section>
  );
}
