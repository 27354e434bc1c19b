import { useEffect, useRef, useState } from 'preact/hooks';
import { createGuard, type Guard } from '../../components/guard.ts';
import { word } from '../../components/words.ts';
import { Actions } from './actions.tsx';
import { Head, Words } from './facts.tsx';
import { nameAuthor } from './naming.ts';
import { askTab, tellTab } from './tab.ts';
import { type CardData, useCard } from './use-card.ts';

const close = () => tellTab('tab/closeCard', {});

export function Card() {
  const { data, reload } = useCard();
  const panel = useRef<HTMLDivElement>(null);
  const guard = useGuard(panel);
  const [said, setSaid] = useState<{ text: string; turn: number }>();
  useFit(panel, data);
  useFocus(panel);
  return (
    <div ref={panel} class="panel" role="dialog" aria-label={word('cardName')} onKeyDown={onKey}>
      {data && (
        <>
          <Head data={data} onClose={close} />
          <Words data={data} />
          <Actions key={data.turn} data={data} guard={guard} onChanged={reload} onSaid={(text) => setSaid({ text, turn: data.turn })} />
        </>
      )}
      {data?.shown.step && <p class="quiet small keys">{word('cardKeys')}</p>}
      <p class="unseen" role="status">
        {data && sayOpened(data)}
      </p>
      <p class="said small" role="status">
        {said?.turn === data?.turn && said?.text}
      </p>
    </div>
  );
}

/** For those who do not see it. Whoever came by the pointer sees it, and is not told. */
function sayOpened({ shown: { mention, step } }: CardData): string | undefined {
  return step && word('cardStepBy', step.at, step.of, nameAuthor(mention.author));
}

function onKey(event: KeyboardEvent) {
  if (!event.isTrusted || event.isComposing) return;
  // What is typed into a note stays typed.
  const isTyping =
    event.target instanceof HTMLElement && event.target.matches('textarea, select, input:not([type=radio], [type=checkbox])');
  const by = event.altKey && event.shiftKey && !isTyping ? { KeyN: 1 as const, KeyP: -1 as const }[event.code] : undefined;
  if (event.key === 'Escape') close();
  else if (by) void askTab('tab/step', { by }).catch(console.error);
  else return;
  event.preventDefault();
}

/** The script in the page makes the room, and shows the card once it knows how much. A form that opens or closes changes the height. */
function useFit(panel: { current: HTMLElement | null }, data: CardData | undefined): void {
  const id = data?.shown.mention.id;
  const turn = data?.turn;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each opening is measured anew, also of the same mention.
  useEffect(() => {
    const element = panel.current;
    if (!id || !element) return;
    const sizes = new ResizeObserver(() =>
      tellTab('tab/fitCard', {
        id,
        height: Math.ceil(element.getBoundingClientRect().height),
        busy: element.querySelector('form, .reply-choice') !== null,
      }),
    );
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [panel, id, turn]);
}

/** The focus comes from the page by a key, to the frame as a whole; where the browser does not bring it, the script says that it is meant. */
function useFocus(panel: { current: HTMLElement | null }): void {
  useEffect(() => {
    const stop = new AbortController();
    const onFocus = () => {
      if (document.activeElement === document.body) panel.current?.querySelector<HTMLElement>('.actions button')?.focus();
    };
    window.addEventListener('focus', onFocus, { signal: stop.signal });
    window.addEventListener('message', ({ data }) => data === 'focus' && onFocus(), { signal: stop.signal });
    return () => stop.abort();
  }, [panel]);
}

function useGuard(panel: { current: HTMLElement | null }): { current: Guard | undefined } {
  const guard = useRef<Guard>(undefined);
  useEffect(() => {
    const stop = new AbortController();
    if (panel.current) guard.current = createGuard(panel.current, stop.signal);
    return () => stop.abort();
  }, [panel]);
  return guard;
}
