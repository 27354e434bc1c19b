import { CircleAlert, TextCursorInput } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import type { Reason } from '../core/suggest-replies.ts';
import type { FilledReply, Need } from './fill-reply.ts';
import { Icon } from './icon.tsx';
import { Stranger } from './plain-text.tsx';
import { ReplyLength } from './reply-length.tsx';
import { SuggestionNote } from './suggestion-note.tsx';
import { nameVariable } from './variable-words.ts';
import { word } from './words.ts';

interface Props {
  id: string;
  selected: boolean;
  title: string;
  text: string;
  /** Absent where nothing can be missing any more. */
  missing?: Pick<FilledReply, 'names' | 'needs' | 'stuck'> | undefined;
  /** Why it is suggested, where it is. */
  reasons?: readonly Reason[] | undefined;
  /** What the reply is for: its length is counted as that site counts. */
  context: { siteId?: string | undefined; site: string; limit?: number | undefined } | undefined;
  onPick: (event: MouseEvent) => void;
}

const sayNeeds = (needs: readonly Need[]): string =>
  word('previewMissing', needs.map(({ kind, question }) => (kind === 'value' ? nameVariable(question) : question)).join(', '));

/** A reply to choose, as it would go in. */
export function ReplyOption({ id, selected, title, text, missing, reasons, context, onPick }: Props) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search box keeps the focus and its keys choose; see aria-activedescendant.
    <div ref={row} id={id} role="option" aria-selected={selected} tabIndex={-1} onClick={onPick}>
      <span class="row">
        <strong class="clip grow">
          <Stranger>{title}</Stranger>
        </strong>
        {(selected || reasons) && context?.siteId && <ReplyLength site={context.siteId} text={text} here={context.limit} />}
      </span>
      <span class="preview small" dir="auto">
        <Stranger>{text}</Stranger>
      </span>
      {reasons && <SuggestionNote reasons={reasons} siteName={context?.site ?? ''} />}
      {missing && missing.names.length > 0 && (
        <span class={`${missing.stuck.length > 0 ? 'missing' : 'needed'} small`}>
          <Icon of={missing.stuck.length > 0 ? CircleAlert : TextCursorInput} size={13} />
          {missing.stuck.length > 0 ? word('previewStuck', missing.stuck.join(', ')) : sayNeeds(missing.needs)}
        </span>
      )}
    </div>
  );
}
