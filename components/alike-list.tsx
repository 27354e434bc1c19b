import type { SamePerson } from '../core/people-alike.ts';
import { sayLikeness } from './people-words.ts';
import { Stranger, safeLink } from './plain-text.tsx';
import { SiteMark } from './site-mark.tsx';
import { word } from './words.ts';

/** One name someone writes under, as it is shown. */
export interface ShownName {
  id: string;
  site: string;
  handle: string;
  name: string;
  url?: string | undefined;
}

interface Props {
  pairs: readonly SamePerson[];
  find: (id: string) => ShownName;
  nameSite: (site: string) => string;
  onJoin: (a: string, b: string) => void;
  onApart: (a: string, b: string) => void;
}

/** Who may be one person under two names, and what speaks for it. It is the person who says so. */
export function AlikeList({ pairs, find, nameSite, onJoin, onApart }: Props) {
  return (
    <ul class="list alike" aria-label={word('alikeTitle')}>
      {pairs.map(({ a, b, reasons, strength }) => (
        <li key={`${a} ${b}`} class="alike-pair">
          <div class="grow">
            <p class="row wrap">
              <NameOf name={find(a)} nameSite={nameSite} />
              <span class="quiet">{word('alikeAnd')}</span>
              <NameOf name={find(b)} nameSite={nameSite} />
            </p>
            <p class="quiet small">
              {word(strength === 'likely' ? 'alikeLikely' : 'alikePossible')} <Stranger>{sayLikeness(reasons)}</Stranger>
            </p>
          </div>
          <div class="row">
            <button type="button" class="slim accent" aria-label={word('alikeJoinNamed', a, b)} onClick={() => onJoin(a, b)}>
              {word('alikeJoin')}
            </button>
            <button type="button" class="slim" aria-label={word('alikeApartNamed', a, b)} onClick={() => onApart(a, b)}>
              {word('alikeApart')}
            </button>
          </div>
        </li>
      ))}
    </ul>
  );
}

export function NameOf({ name: { site, handle, name, url }, nameSite }: { name: ShownName; nameSite: (site: string) => string }) {
  const link = safeLink(url);
  const shown = <Stranger>{handle}</Stranger>;
  return (
    <span class="name-of">
      <SiteMark site={site} name={nameSite(site)} />
      {link ? (
        <a href={link} target="_blank" rel="noopener noreferrer">
          {shown}
        </a>
      ) : (
        shown
      )}
      {name && name !== handle && (
        <span class="quiet">
          <Stranger>{name}</Stranger>
        </span>
      )}
    </span>
  );
}
