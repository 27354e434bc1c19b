import { CircleAlert, TextCursorInput } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import type { FilledReply, Need } from '../../components/fill-reply.ts';
import { Icon } from '../../components/icon.tsx';
import { Stranger } from '../../components/plain-text.tsx';
import { ReplyLength } from '../../components/reply-length.tsx';
import type { Offered } from '../../components/suggested-first.ts';
import { SuggestionNote } from '../../components/suggestion-note.tsx';
import { nameVariable } from '../../components/variable-words.ts';
import { word } from '../../components/words.ts';
import type { Rest } from './rest.ts';
import type { PickerData } from './use-picker-data.ts';

interface OptionProps {
  i: number;
  selected: boolean;
  offered: Offered | Rest;
  filled: FilledReply;
  desk: PickerData;
  onPick: (event: MouseEvent) => void;
}

const sayNeeds = (needs: readonly Need[]): string =>
  word('previewMissing', needs.map(({ kind, question }) => (kind === 'value' ? nameVariable(question) : question)).join(', '));

export function Option({ i, selected, offered, filled, desk: { context }, onPick }: OptionProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const isRest = 'parts' in offered;
  const text = isRest ? (offered.parts[offered.at] ?? '') : filled.text;
  const title = isRest ? word('guardNextPart', offered.reply.title) : offered.reply.title;
  const reasons = isRest ? undefined : offered.reasons;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search box keeps the focus and its keys choose; see aria-activedescendant.
    <div ref={row} id={`option-${i}`} role="option" aria-selected={selected} tabIndex={-1} onClick={onPick}>
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
      {!isRest && filled.names.length > 0 && (
        <span class={`${filled.stuck.length > 0 ? 'missing' : 'needed'} small`}>
          <Icon of={filled.stuck.length > 0 ? CircleAlert : TextCursorInput} size={13} />
          {filled.stuck.length > 0 ? word('previewStuck', filled.stuck.join(', ')) : sayNeeds(filled.needs)}
        </span>
      )}
    </div>
  );
}
