import { CircleAlert, MessageSquareReply, Search, TextCursorInput, X } from 'lucide';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { AskForm, type Given } from '../../components/ask-form.tsx';
import { IconButton } from '../../components/controls.tsx';
import { Empty } from '../../components/empty.tsx';
import { fillReply, type Need } from '../../components/fill-reply.ts';
import { findReplies } from '../../components/find-replies.ts';
import { createGuard, type Guard } from '../../components/guard.ts';
import { Icon } from '../../components/icon.tsx';
import { Stranger } from '../../components/plain-text.tsx';
import { nameVariable } from '../../components/variable-words.ts';
import { word } from '../../components/words.ts';
import type { Reply } from '../../core/model.ts';
import { type Chosen, choose } from './choosing.ts';
import { fitPicker, showPicker } from './tab.ts';
import { usePickerData } from './use-picker-data.ts';

const close = () => void showPicker(false);

export function Panel() {
  const panel = useRef<HTMLDivElement>(null);
  const data = usePickerData();
  const guard = useGuard(panel);
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const [said, setSaid] = useState<string>();
  const [asking, setAsking] = useState<{ reply: Reply; needs: Need[]; stuck: string[] }>();
  useFit(panel, data.ready);
  const shown = useMemo(() => findReplies(data.replies, search), [data.replies, search]);
  const active = Math.min(at, shown.length - 1);

  async function pick(i: number, event: MouseEvent | KeyboardEvent) {
    const reply = shown[i];
    if (!reply || !event.isTrusted) return;
    setAt(i);
    await insert(reply, {}, event);
  }

  async function insert(reply: Reply, given: Given, event: Event) {
    if (!(await guard.current?.whenSteady(event))) return setSaid(word('pickerUnsure'));
    const chosen = await choose(reply, data, given);
    if (chosen.outcome === 'unresolved') {
      setAsking({ reply, ...chosen });
      return setSaid(undefined);
    }
    setSaid(sayChosen(chosen, reply.title));
    if (chosen.outcome === 'inserted') setTimeout(close, 700);
  }

  function back() {
    setAsking(undefined);
    setSaid(undefined);
  }

  function onKey(event: KeyboardEvent) {
    if (!event.isTrusted || event.isComposing) return;
    const act = new Map([
      ['ArrowDown', () => setAt(Math.min(active + 1, shown.length - 1))],
      ['ArrowUp', () => setAt(Math.max(active - 1, 0))],
      ['Enter', () => void pick(active, event)],
      ['Escape', close],
    ]).get(event.key);
    if (!act || (event.key === 'Enter' && event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    act();
  }

  return (
    <div ref={panel} class="panel" role="dialog" aria-label={word('pickerName')} onKeyDown={onKey}>
      {!asking && (
        <div class="head">
          <SearchReplies
            value={search}
            active={shown[active] ? `option-${active}` : undefined}
            onInput={(value) => {
              setSearch(value);
              setAt(0);
            }}
          />
          <IconButton icon={X} name={word('close')} onClick={close} />
        </div>
      )}
      <p class="said" role="status">
        {said}
      </p>
      {asking ? (
        <Asking {...asking} onFill={(given, event) => void insert(asking.reply, given, event)} onClose={back} />
      ) : (
        <>
          {data.ready && shown.length === 0 && <NoReplies search={search} />}
          <div id="options" role="listbox" aria-label={word('replies')}>
            {shown.map((reply, i) => (
              <Option
                key={reply.id}
                i={i}
                selected={i === active}
                title={reply.title}
                filled={fillReply(reply, data)}
                onPick={(event) => void pick(i, event)}
              />
            ))}
          </div>
          <p class="quiet small foot">{data.ready && !data.hasField ? word('pickerNoField') : word('pickerHint')}</p>
        </>
      )}
    </div>
  );
}

interface AskingProps {
  reply: Reply;
  needs: Need[];
  stuck: string[];
  onFill: (given: Given, event: Event) => void;
  onClose: () => void;
}

/** What the chosen reply needs takes the list's place; its keys are its own. */
function Asking({ reply, ...ask }: AskingProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the form's keys from the list's.
    <div class="asking" onKeyDown={(event) => event.stopPropagation()}>
      <h2 class="clip">
        <Stranger>{reply.title}</Stranger>
      </h2>
      <AskForm {...ask} />
    </div>
  );
}

const sayNeeds = (needs: readonly Need[]): string =>
  word('previewMissing', needs.map(({ kind, question }) => (kind === 'value' ? nameVariable(question) : question)).join(', '));

/** A few replies need less room than many. Once: a panel that changed its size with each letter typed could not be read. */
function useFit(panel: { current: HTMLElement | null }, ready: boolean): void {
  useEffect(() => {
    const list = panel.current?.querySelector('[role=listbox]');
    if (!ready || !list || !panel.current) return;
    const content = [...list.children].reduce((sum, option) => sum + option.getBoundingClientRect().height, 0);
    const spare = Math.floor(list.clientHeight - content - 8);
    if (list.children.length > 0 && spare > 16) void fitPicker(innerHeight - spare);
  }, [panel, ready]);
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

function SearchReplies({ value, active, onInput }: { value: string; active: string | undefined; onInput: (value: string) => void }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div class="search grow">
      <Icon of={Search} size={15} />
      <input
        ref={box}
        type="search"
        aria-label={word('searchReplies')}
        placeholder={word('searchReplies')}
        aria-controls="options"
        aria-activedescendant={active}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}

interface OptionProps {
  i: number;
  selected: boolean;
  title: string;
  filled: ReturnType<typeof fillReply>;
  onPick: (event: MouseEvent) => void;
}

function Option({ i, selected, title, filled, onPick }: OptionProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search box keeps the focus and its keys choose; see aria-activedescendant.
    <div ref={row} id={`option-${i}`} role="option" aria-selected={selected} tabIndex={-1} onClick={onPick}>
      <strong class="clip">
        <Stranger>{title}</Stranger>
      </strong>
      <span class="preview small" dir="auto">
        <Stranger>{filled.text}</Stranger>
      </span>
      {filled.names.length > 0 && (
        <span class={`${filled.stuck.length > 0 ? 'missing' : 'needed'} small`}>
          <Icon of={filled.stuck.length > 0 ? CircleAlert : TextCursorInput} size={13} />
          {filled.stuck.length > 0 ? word('previewStuck', filled.stuck.join(', ')) : sayNeeds(filled.needs)}
        </span>
      )}
    </div>
  );
}

function NoReplies({ search }: { search: string }) {
  return (
    <Empty icon={MessageSquareReply} title={word(search ? 'repliesNoneFound' : 'repliesEmptyTitle')}>
      <p>{search ? word('repliesNoneFoundHint', search) : word('pickerEmpty')}</p>
    </Empty>
  );
}

function sayChosen(chosen: Exclude<Chosen, { outcome: 'unresolved' }>, title: string): string {
  switch (chosen.outcome) {
    case 'inserted':
      return word('insertedHere', title);
    case 'copied':
      return word('insertedCopied', title);
    case 'no-field':
      return word('insertNoField', title);
    case 'failed':
      return word('pickerFailed');
  }
}
