import { Zap } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { MacroSteps } from '../../components/macro-panel.tsx';
import { Stranger } from '../../components/plain-text.tsx';
import type { Macro, Reply } from '../../core/model.ts';

interface Props {
  i: number;
  selected: boolean;
  macro: Macro;
  replies: readonly Reply[];
  onPick: (event: MouseEvent) => void;
}

/** A macro among the replies, with all that it will do. */
export function MacroOption({ i, selected, macro, replies, onPick }: Props) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search box keeps the focus and its keys choose; see aria-activedescendant.
    <div ref={row} id={`option-${i}`} role="option" aria-selected={selected} tabIndex={-1} onClick={onPick}>
      <span class="row">
        <Icon of={Zap} size={13} />
        <strong class="clip grow">
          <Stranger>{macro.name}</Stranger>
        </strong>
      </span>
      <MacroSteps macro={macro} replies={replies} />
    </div>
  );
}
