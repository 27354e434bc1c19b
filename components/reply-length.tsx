import { countLength } from '../core/limits.ts';
import { formatNumber, word } from './words.ts';

/** How long a reply is, as its site counts. Nothing where no limit is known: a number by itself helps nobody. */
export function ReplyLength({ site, text, here }: { site: string; text: string; here?: number | undefined }) {
  const { used, limit, over } = countLength(site, text, here);
  if (limit === undefined) return null;
  const said = word('lengthOf', formatNumber(used), formatNumber(limit));
  return (
    <span class={`length small number${over ? ' over' : ''}`} title={word('lengthHint')}>
      <span aria-hidden="true">{`${formatNumber(used)}/${formatNumber(limit)}`}</span>
      <span class="unseen">{said}</span>
    </span>
  );
}
