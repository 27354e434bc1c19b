import { Sparkles } from 'lucide';
import type { Reason } from '../core/suggest-replies.ts';
import { Icon } from './icon.tsx';
import { Stranger } from './plain-text.tsx';
import { sayReason } from './reply-words.ts';
import { word } from './words.ts';

/** That a reply is suggested, and why. */
export function SuggestionNote({ reasons, siteName }: { reasons: readonly Reason[]; siteName: string }) {
  const why = reasons.map((reason) => sayReason(reason, siteName)).join(' · ');
  return (
    <span class="suggested small">
      <Icon of={Sparkles} size={12} />
      <strong>{word('suggested')}</strong>
      {why && <Stranger>{why}</Stranger>}
    </span>
  );
}
