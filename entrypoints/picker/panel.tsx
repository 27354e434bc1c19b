import { MessageSquareReply, NotebookPen, Search, X } from 'lucide';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { AskForm, type Given } from '../../components/ask-form.tsx';
import { IconButton } from '../../components/controls.tsx';
import { Empty } from '../../components/empty.tsx';
import { fillReply, type Need, previewReply } from '../../components/fill-reply.ts';
import { findReplies, type ReplyFilter } from '../../components/find-replies.ts';
import { createGuard, type Guard } from '../../components/guard.ts';
import { Icon } from '../../components/icon.tsx';
import { offerMacros } from '../../components/macro-choice.ts';
import { Stranger } from '../../components/plain-text.tsx';
import { PlayNotes } from '../../components/play-notes.tsx';
import { ReplyFilterSelect } from '../../components/reply-filter.tsx';
import { ReplyWarnings } from '../../components/reply-warnings.tsx';
import { putSuggestedFirst } from '../../components/suggested-first.ts';
import { useOneAtATime } from '../../components/use-one-at-a-time.ts';
import { word } from '../../components/words.ts';
import type { Macro, Reply } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import { type Chosen, choose, consider, hush, type Put, put, type Warned, weigh } from './choosing.ts';
import { MacroOption } from './macro-option.tsx';
import { Option } from './option.tsx';
import { namePlace, PlaceNote } from './place-note.tsx';
import { keepRest, takeRest } from './rest.ts';
import { fitPicker, isPanelOpen, showPicker } from './tab.ts';
import { CollisionNotice, ToldNotice } from './told.tsx';
import { type PickerData, usePickerData } from './use-picker-data.ts';

const close = () => void showPicker(false);

export function Panel() {
  const panel = useRef<HTMLDivElement>(null);
  const { data, setNote } = usePickerData();
  const guard = useGuard(panel);
  const [search, setSearch] = useState('');
  const [noting, setNoting] = useState(false);
  const [filter, setFilter] = useState<ReplyFilter>('all');
  const [at, setAt] = useState(0);
  const [said, setSaid] = useState<string>();
  const [asking, setAsking] = useState<{ reply: Reply; needs: Need[]; stuck: string[] }>();
  const [warned, setWarned] = useState<Warned>();
  /** What was put in while the picker stayed open: the next one begins a line of its own. */
  const [several, setSeveral] = useState(false);
  useFit(panel, data.ready);
  const { signal, closeSoon } = useClosing();
  const suggested = data.advice?.suggested;
  const mentionId = data.context?.mentionId;
  /** What was put in is in: while this panel says so, before it closes, it takes no more. */
  const done = useRef(false);
  const once = useOneAtATime();
  /** The macro whose reply is on its way into the box. */
  const running = useRef<Macro>(undefined);
  const shown = useMemo(
    () => [
      ...takeRest(),
      ...putSuggestedFirst(findReplies(data.replies, search, filter), suggested ?? [], search),
      ...offerMacros(data.macros, data.replies, search, mentionId !== undefined),
    ],
    [data.replies, data.macros, search, filter, suggested, mentionId],
  );
  const active = Math.min(at, shown.length - 1);

  const deskNow = several ? { ...data, begin: '\n' } : data;
  useOffered(data, (reply) => {
    const chosen = consider(reply, fillReply(reply, data), data);
    if (chosen) show(reply, chosen);
    else setSearch(reply.title);
  });

  /** At a press that was surely meant. A reply that is on its way does not go in twice. */
  function act(id: string, event: Event, work: () => Promise<void>) {
    // At once: a key that is pressed after it, while something before it is still being done, does not speak for it.
    const isUnclear = guard.current?.needsKey(event);
    return once(id, async () => {
      if (done.current) return;
      if (isUnclear) return setSaid(word('pickerConfirm'));
      // What was said of the press before is not the answer to this one.
      setSaid(undefined);
      if (!(await guard.current?.whenSteady(event))) return setSaid(word('pickerUnsure'));
      await work();
    });
  }

  async function pick(i: number, event: MouseEvent | KeyboardEvent) {
    const offered = shown[i];
    if (!offered || !event.isTrusted) return;
    setAt(i);
    const { reply } = offered;
    const macro = 'macro' in offered ? offered.macro : undefined;
    await act(macro?.id ?? reply?.id ?? '', event, async () => {
      running.current = macro;
      if (!reply) await runAlone();
      else if ('parts' in offered) show(reply, await putPart(reply, offered.parts, offered.at), event.shiftKey);
      else show(reply, await choose(reply, deskNow), event.shiftKey);
    });
  }

  const insert = (reply: Reply, work: () => Promise<Chosen>, event: Event & { shiftKey?: boolean }) =>
    act(reply.id, event, async () => show(reply, await work(), event.shiftKey));

  function show(reply: Reply, chosen: Chosen, goesOn = false) {
    setWarned(chosen.outcome === 'warned' ? chosen : undefined);
    if (chosen.outcome === 'warned') setAsking(undefined);
    if (chosen.outcome === 'unresolved') setAsking({ reply, ...chosen });
    if (chosen.outcome === 'unresolved' || chosen.outcome === 'warned') return setSaid(undefined);
    const macro = chosen.outcome === 'inserted' ? running.current : undefined;
    if (macro) void finish(reply, macro).then(setSaid);
    else setSaid(sayChosen(chosen, reply.title));
    setSeveral(chosen.outcome === 'inserted' && goesOn);
    if (chosen.outcome !== 'inserted') return;
    if (goesOn) return goOn(macro ? undefined : reply.title);
    done.current = true;
    closeSoon();
  }

  function goOn(title?: string) {
    if (signal.aborted) return;
    if (title !== undefined) setSaid(word('insertedMore', title));
    setAsking(undefined);
    setSearch('');
    setAt(0);
    // The box has the focus now; the next reply is chosen here.
    void showPicker(true, innerHeight);
  }

  /** The rest of a macro, once its reply stands in the box: not before, and not without. */
  async function finish({ title }: Reply, macro: Macro): Promise<string> {
    running.current = undefined;
    const done = mentionId !== undefined && (await send('macro/run', { id: macro.id, mentionId }).catch(() => undefined))?.done;
    return done ? word('macroInserted', title, macro.name) : word('macroNoMention', title);
  }

  async function runAlone() {
    const macro = running.current;
    if (!macro || mentionId === undefined) return;
    const answer = await send('macro/run', { id: macro.id, mentionId }).catch(() => ({ done: false }));
    setSaid(answer.done ? word('macroDone', macro.name) : word('pickerFailed'));
    done.current = answer.done;
    if (answer.done) closeSoon();
  }

  async function putPart(reply: Reply, parts: readonly string[], index: number): Promise<Put> {
    const chosen = await put(reply, { text: parts[index] ?? '' }, deskNow);
    if (chosen.outcome === 'inserted') keepRest({ reply, parts, at: index + 1 });
    return chosen;
  }

  async function overrule({ reply, filled, warnings }: Warned, silent: boolean, event: Event) {
    if (silent) await hush(warnings, data);
    await insert(reply, () => put(reply, filled, deskNow), event);
  }

  function back() {
    running.current = undefined;
    setAsking(undefined);
    setWarned(undefined);
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
    // The keys of a field of its own are that field's.
    const isOwn = event.target instanceof HTMLSelectElement || event.target instanceof HTMLButtonElement;
    if (!act || (isOwn && event.key !== 'Escape')) return;
    event.preventDefault();
    act();
  }

  return (
    <div ref={panel} class="panel" role="dialog" aria-label={word('pickerName')} onKeyDown={onKey}>
      {!asking && !warned && (
        <div class="head">
          <SearchReplies
            value={search}
            active={shown[active] ? `option-${active}` : undefined}
            onInput={(value) => {
              setSearch(value);
              setAt(0);
            }}
          />
          <ReplyFilterSelect
            replies={data.replies}
            filter={filter}
            onChange={(next) => {
              setFilter(next);
              setAt(0);
            }}
          />
          <IconButton icon={X} name={word('close')} onClick={close} />
        </div>
      )}
      <ToldNotice told={data.told} />
      <CollisionNotice mentionId={data.context?.mentionId} />
      <p class="said" role="status">
        {said}
      </p>
      {warned ? (
        <ReplyWarnings
          {...warned}
          title={warned.reply.title}
          text={warned.filled.text}
          now={Date.now()}
          keys
          onOverrule={(event, silent) => void overrule(warned, silent, event)}
          onPart={(event, parts) => void insert(warned.reply, () => putPart(warned.reply, parts, 0), event)}
          onAlternative={(event, { reply, filled }) => void insert(reply, () => weigh(reply, filled, deskNow), event)}
          onClose={back}
        />
      ) : asking ? (
        <Asking
          {...asking}
          preview={(given) => previewReply(asking.reply, data, given)}
          onFill={(given, event) => void insert(asking.reply, () => choose(asking.reply, deskNow, given), event)}
          onClose={back}
        />
      ) : (
        <>
          <PlaceNote {...{ data, guard }} editing={noting} onEditing={setNoting} onSaved={setNote} />
          <PlayNotes plays={data.plays ?? []} />
          {data.ready && shown.length === 0 && <NoReplies search={search} />}
          <div id="options" role="listbox" aria-label={word('replies')}>
            {shown.map((offered, i) =>
              'macro' in offered ? (
                <MacroOption
                  key={offered.macro.id}
                  i={i}
                  selected={i === active}
                  macro={offered.macro}
                  replies={data.replies}
                  onPick={(event) => void pick(i, event)}
                />
              ) : (
                <Option
                  key={`${offered.reply.id} ${'parts' in offered}`}
                  i={i}
                  selected={i === active}
                  offered={offered}
                  filled={fillReply(offered.reply, data)}
                  desk={data}
                  onPick={(event) => void pick(i, event)}
                />
              ),
            )}
          </div>
          <div class="foot">
            <p class="quiet small grow">{data.ready && !data.hasField ? word('pickerNoField') : word('pickerHint')}</p>
            {data.advice && !data.advice.note && !noting && (
              <IconButton icon={NotebookPen} name={word('placeNoteAdd', namePlace(data))} onClick={() => setNoting(true)} />
            )}
          </div>
        </>
      )}
    </div>
  );
}

interface AskingProps {
  reply: Reply;
  needs: Need[];
  stuck: string[];
  preview: (given: Given) => string;
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

/** A reply that was asked for elsewhere, and could not go on from there without the person, is looked at first. */
function useOffered({ ready, offered, replies }: PickerData, onOffered: (reply: Reply) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is known.
  useEffect(() => {
    const reply = ready && offered ? replies.find(({ id }) => id === offered) : undefined;
    if (reply) onOffered(reply);
  }, [ready, offered]);
}

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

/** Closes this panel once what it says could be read; never the one that was opened after it, even where this one has gone meanwhile. */
function useClosing(): { signal: AbortSignal; closeSoon: () => void } {
  const life = useRef(new AbortController());
  const { signal } = life.current;
  useEffect(() => () => life.current.abort(), []);
  return { signal, closeSoon: () => void setTimeout(() => signal.aborted || close(), 700) };
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

/** Anything narrower is the button. */
const smallestPanel = 120;
/** Drawn so many times, a frame has the size that it is meant to have. */
const settled = 3;

function SearchReplies({ value, active, onInput }: { value: string; active: string | undefined; onInput: (value: string) => void }) {
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const stop = new AbortController();
    const take = () => box.current?.focus();
    if (document.hasFocus()) take();
    // A frame that was made ready before it is shown is large until it has its place: it would take the focus out of the box one writes in.
    let drawn = 0;
    const look = async () => {
      if (stop.signal.aborted || innerWidth < smallestPanel) return;
      drawn += 1;
      if (drawn < settled) requestAnimationFrame(look);
      else if ((await isPanelOpen()) && !stop.signal.aborted && document.activeElement === document.body) take();
    };
    requestAnimationFrame(look);
    // A frame that is given the focus gives it to nothing in it.
    addEventListener('focus', () => document.activeElement === document.body && take(), { signal: stop.signal });
    return () => stop.abort();
  }, []);
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

function NoReplies({ search }: { search: string }) {
  return (
    <Empty icon={MessageSquareReply} title={word(search ? 'repliesNoneFound' : 'repliesEmptyTitle')}>
      <p>{search ? word('repliesNoneFoundHint', search) : word('pickerEmpty')}</p>
    </Empty>
  );
}

function sayChosen(chosen: Put, title: string): string {
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
