import { useMemo } from 'preact/hooks';
import type { Mention } from '../core/model.ts';
import { Stranger } from './plain-text.tsx';
import { type ExplainedKeyword, explainMention } from './why-words.ts';

interface Props {
  mention: Mention;
  keywords: ReadonlyMap<string, ExplainedKeyword>;
  nameSite: (site: string) => string;
}

/** Why this is a mention: a quiet line for each of its keywords. */
export function Why({ mention, keywords, nameSite }: Props) {
  const lines = useMemo(() => explainMention(mention, keywords, nameSite), [mention, keywords, nameSite]);
  return (
    <>
      {lines.map((line) => (
        <p key={line} class="why quiet small">
          <Stranger>{line}</Stranger>
        </p>
      ))}
    </>
  );
}
