import { type FilledReply, previewReply } from '../../components/fill-reply.ts';
import { ReplyOption } from '../../components/reply-option.tsx';
import type { Offered } from '../../components/suggested-first.ts';
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

export function Option({ i, selected, offered, filled, desk, onPick }: OptionProps) {
  const { title } = offered.reply;
  const shown =
    'parts' in offered
      ? { title: word('guardNextPart', title), text: offered.parts[offered.at] ?? '' }
      : { title, text: previewReply(offered.reply, desk, {}, filled), reasons: offered.reasons, missing: filled };
  return <ReplyOption id={`option-${i}`} selected={selected} context={desk.context} onPick={onPick} {...shown} />;
}
