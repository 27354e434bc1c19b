import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import type { Reply } from '../core/model.ts';
import type { Warning } from '../core/reply-guard.ts';
import { AskForm } from './ask-form.tsx';
import { type Alternative, checkFilled, findAlternatives } from './check-filled.ts';
import { Problem } from './controls.tsx';
import { type FilledReply, fillReply, type Need, previewReply } from './fill-reply.ts';
import { findReplies } from './find-replies.ts';
import { Stranger } from './plain-text.tsx';
import type { Answering, ChosenText, ReplyDesk } from './reply-desk.ts';
import { ReplyOption } from './reply-option.tsx';
import { ReplyWarnings } from './reply-warnings.tsx';
import { type Offered, putSuggestedFirst } from './suggested-first.ts';
import { word } from './words.ts';

/** What the person has to say before a reply may go on: what is missing in it, or that it may go in all the same. */
type Before =
  | { reply: Reply; needs: Need[]; stuck: string[] }
  | { reply: Reply; filled: FilledReply; warnings: Warning[]; alternatives: Alternative[] };

/** The replies for a mention, those that fit best first. One is chosen by arrows and Enter, and goes on filled in and checked, or not at all. */
export function ReplyChoice({ answering }: { answering: Answering }) {
  const { desk, failed } = useDesk(answering);
  const [before, setBefore] = useState<Before>();
  /** Whoever goes back finds what they looked for. */
  const [search, setSearch] = useState('');
  const back = () => setBefore(undefined);

  function weigh(reply: Reply, filled: FilledReply, event: Event) {
    if (!desk) return;
    if (filled.names.length > 0) return setBefore({ reply, needs: filled.needs, stuck: filled.stuck });
    const warnings = checkFilled(filled, desk, desk.advice);
    if (warnings.length === 0) return choose(reply, filled, event);
    setBefore({ reply, filled, warnings, alternatives: findAlternatives(reply, desk, desk.advice) });
  }
  function choose(reply: Reply, { text, cursor, rest }: ChosenText, event: Event) {
    answering.onChosen(reply, { text, ...(cursor === undefined ? {} : { cursor }), ...(rest ? { rest } : {}) }, event);
  }
  function overrule(reply: Reply, filled: FilledReply, hushed: readonly Warning[], event: Event) {
    if (desk && hushed.length > 0) void answering.onHush(hushed, desk);
    choose(reply, filled, event);
  }

  if (failed) return <Problem>{word('replyWithFailed')}</Problem>;
  if (!desk || !before) {
    const pick = (reply: Reply, event: Event) => desk && weigh(reply, fillReply(reply, desk), event);
    return <Choice desk={desk} search={search} onSearch={setSearch} onPick={pick} />;
  }
  const { reply } = before;
  if ('needs' in before)
    return (
      <>
        <h2 class="clip">
          <Stranger>{reply.title}</Stranger>
        </h2>
        <AskForm
          needs={before.needs}
          stuck={before.stuck}
          {...(desk ? { preview: (given) => previewReply(reply, desk, given) } : {})}
          onFill={(given, event) => weigh(reply, fillReply(reply, desk, given), event)}
          onClose={back}
        />
      </>
    );
  return (
    <ReplyWarnings
      {...before}
      title={reply.title}
      text={before.filled.text}
      now={Date.now()}
      keys
      onOverrule={(event, silent) => overrule(reply, before.filled, silent ? before.warnings : [], event)}
      onPart={(event, [text = '', ...rest]) => choose(reply, { text, rest }, event)}
      onAlternative={(event, one) => weigh(one.reply, one.filled, event)}
      onClose={back}
    />
  );
}

function useDesk({ readDesk }: Answering): { desk: ReplyDesk | undefined; failed: boolean } {
  const [desk, setDesk] = useState<ReplyDesk>();
  const [failed, setFailed] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the list is opened; what is written meanwhile waits for the next.
  useEffect(() => {
    let over = false;
    readDesk().then(
      (read) => over || (read ? setDesk(read) : setFailed(true)),
      () => over || setFailed(true),
    );
    return () => {
      over = true;
    };
  }, []);
  return { desk, failed };
}

interface ChoiceProps {
  desk: ReplyDesk | undefined;
  search: string;
  onSearch: (search: string) => void;
  onPick: (reply: Reply, event: Event) => void;
}

const mostShown = 50;
const none: readonly Offered[] = [];

function Choice({ desk, search, onSearch, onPick }: ChoiceProps) {
  const id = useId();
  const [at, setAt] = useState(0);
  const shown = useMemo(
    () => (desk ? putSuggestedFirst(findReplies(desk.replies, search), desk.advice?.suggested ?? [], search).slice(0, mostShown) : none),
    [desk, search],
  );
  const active = Math.min(at, shown.length - 1);
  /** Where a key has to say that a press was meant, it is about what was pressed. */
  function press(i: number, event: Event) {
    setAt(i);
    if (shown[i]) onPick(shown[i].reply, event);
  }
  function onKey(event: KeyboardEvent) {
    if (event.isComposing) return;
    const offered = shown[active];
    if (event.key === 'ArrowDown') setAt(Math.min(active + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0));
    else if (event.key === 'Enter' && offered) onPick(offered.reply, event);
    else return;
    event.preventDefault();
  }
  return (
    <>
      <input
        type="search"
        aria-label={word('searchReplies')}
        placeholder={word('searchReplies')}
        aria-controls={id}
        aria-activedescendant={shown[active] && `${id}-${active}`}
        value={search}
        ref={focusFirst}
        onInput={(event) => {
          onSearch(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <div id={id} role="listbox" aria-label={word('replies')} aria-busy={!desk}>
        {desk &&
          shown.map((offered, i) => (
            <ListedReply
              key={offered.reply.id}
              id={`${id}-${i}`}
              selected={i === active}
              {...{ offered, desk }}
              onPick={(event) => press(i, event)}
            />
          ))}
      </div>
      {desk && shown.length === 0 && <p class="quiet small">{word(search ? 'repliesNoneFound' : 'pickerEmpty')}</p>}
    </>
  );
}

interface ListedProps {
  id: string;
  selected: boolean;
  offered: Offered;
  desk: ReplyDesk;
  onPick: (event: MouseEvent) => void;
}

function ListedReply({ id, selected, offered: { reply, reasons }, desk, onPick }: ListedProps) {
  const filled = useMemo(() => fillReply(reply, desk), [reply, desk]);
  const text = useMemo(() => previewReply(reply, desk, {}, filled), [reply, desk, filled]);
  const { title } = reply;
  return <ReplyOption {...{ id, selected, title, reasons, text }} missing={filled} context={desk.context} onPick={onPick} />;
}

/** Back from what was asked, the keys are the list's again. */
const focusFirst = (input: HTMLInputElement | null): void => input?.focus({ preventScroll: true });
