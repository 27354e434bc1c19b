import { useRef, useState } from 'preact/hooks';
import { AskForm } from '../../components/ask-form.tsx';
import type { Editing } from '../../components/editing.ts';
import { fillReply, type Need } from '../../components/fill-reply.ts';
import type { OfferedMacro } from '../../components/macro-choice.ts';
import type { Notify } from '../../components/notices.tsx';
import { ReplyLength } from '../../components/reply-length.tsx';
import { ReplyList } from '../../components/reply-list.tsx';
import { ReplyWarnings } from '../../components/reply-warnings.tsx';
import { putSuggestedFirst } from '../../components/suggested-first.ts';
import { SuggestionNote } from '../../components/suggestion-note.tsx';
import { useOneAtATime } from '../../components/use-one-at-a-time.ts';
import { word } from '../../components/words.ts';
import type { Macro, Reply, Settings } from '../../core/model.ts';
import { useWriting } from '../pages/use-writing.ts';
import { copy, copyReply, hush, type Insertion, insertReply, put, type Values, type Warned, weigh } from './inserting.ts';
import { finishMacro, PopupMacros } from './popup-macros.tsx';
import type { ThisTab } from './this-tab.ts';
import { trying } from './trying.ts';
import { useAdviceHere } from './use-advice-here.ts';

interface Props {
  replies: readonly Reply[];
  tab: ThisTab | undefined;
  settings: Settings | undefined;
  editing: Editing;
  notify: Notify;
}

/** What stands in the way of one reply: what is not known, or a text the clipboard would not take. */
type Pending =
  | { replyId: string; needs: Need[]; stuck: string[]; wanted: 'insert' | 'copy' }
  | { replyId: string; warned: Warned }
  | { replyId: string; text: string };

export function ReplySection({ replies, tab, settings, editing, notify }: Props) {
  const [pending, setPending] = useState<Pending>();
  const close = () => setPending(undefined);
  const writing = useWriting(settings, trying.nameSite);
  /** The macro whose reply is on its way into the box. */
  const running = useRef<Macro>(undefined);
  const once = useOneAtATime();

  const desk = { me: settings?.me ?? { name: '' }, campaign: settings?.campaign, replies };

  const here = useAdviceHere(tab);
  const offered = putSuggestedFirst(replies, here.first, '');

  async function insert(reply: Reply, act: () => Promise<Insertion>) {
    // A reply that is on its way does not go in twice.
    const result = await once(reply.id, act).catch(
      (error): Insertion => ({ outcome: 'failed', text: error instanceof Error ? error.message : String(error) }),
    );
    if (!result) return;
    if (result.outcome === 'unresolved')
      return setPending({ replyId: reply.id, needs: result.needs, stuck: result.stuck, wanted: 'insert' });
    if (result.outcome === 'warned') return setPending({ replyId: reply.id, warned: result });
    if (result.outcome === 'failed') return setPending({ replyId: reply.id, text: result.text });
    close();
    const macro = running.current;
    running.current = undefined;
    if (macro && result.outcome === 'inserted') return notify({ text: await finishMacro(macro, reply, here.mentionId) });
    notify({ text: word(outcomeWords[result.outcome], reply.title) });
  }

  function run({ macro, reply }: OfferedMacro) {
    if (reply) begin(reply, macro);
    else void once(macro.id, () => finishMacro(macro, undefined, here.mentionId)).then((text) => text && notify({ text }));
  }

  function begin(reply: Reply, macro?: Macro) {
    const work = () => {
      running.current = macro;
      return insertReply(reply, tab, desk, {});
    };
    void insert(reply, work);
  }

  const goOn = (reply: Reply, given: Values) => void insert(reply, () => insertReply(reply, tab, desk, given));

  async function overrule(warned: Warned, silent: boolean) {
    if (silent) await hush(warned);
    await insert(warned.reply, () => put(warned.reply, warned.filled, warned.place));
  }

  /** The popup goes when the page is clicked, so the rest waits on the clipboard. */
  async function putPart({ reply, place }: Warned, [first = '', ...rest]: readonly string[]) {
    const done = await once(reply.id, () => put(reply, { text: first }, place));
    if (!done) return;
    if (done.outcome !== 'inserted' || !(await copy(rest.join('\n\n')))) return insert(reply, async () => done);
    close();
    notify({ text: word('guardPartCopied', 1, rest.length + 1) });
  }

  async function copyFilled(reply: Reply, given: Values) {
    const result = await copyReply(reply, tab, desk, given);
    if (result.outcome === 'unresolved') return setPending({ replyId: reply.id, needs: result.needs, stuck: result.stuck, wanted: 'copy' });
    if (result.outcome === 'failed') return setPending({ replyId: reply.id, text: result.text });
    close();
    notify({ text: word('copiedFilled', reply.title) });
  }

  return (
    <>
      <div hidden={!here.settled}>
        <ReplyList
          replies={offered.map(({ reply }) => reply)}
          writing={writing}
          onSave={editing.saveReply}
          onRemove={editing.removeReply}
          onCopy={(reply) => void copyFilled(reply, {})}
          onInsert={(reply) => begin(reply)}
          under={(reply) => {
            const reasons = offered.find((one) => one.reply.id === reply.id)?.reasons;
            if (pending?.replyId !== reply.id)
              return (
                <>
                  {here.context?.siteId && (
                    <ReplyLength
                      site={here.context.siteId}
                      text={fillReply(reply, { ...desk, context: here.context }).text}
                      here={here.context.limit}
                    />
                  )}
                  {reasons && <SuggestionNote reasons={reasons} siteName={here.site} />}
                </>
              );
            if ('needs' in pending) {
              const { wanted, ...asked } = pending;
              const go = wanted === 'copy' ? (given: Values) => void copyFilled(reply, given) : (given: Values) => goOn(reply, given);
              return (
                <AskForm {...asked} submit={word(wanted === 'copy' ? 'fillInAndCopy' : 'fillInAndInsert')} onFill={go} onClose={close} />
              );
            }
            if ('warned' in pending) {
              const { warned } = pending;
              return (
                <ReplyWarnings
                  {...warned}
                  title={reply.title}
                  now={Date.now()}
                  onOverrule={(_, silent) => void overrule(warned, silent)}
                  onPart={(_, parts) => void putPart(warned, parts)}
                  onAlternative={(_, one) => void insert(one.reply, () => weigh(one.reply, one.filled, warned.place))}
                  onClose={close}
                />
              );
            }
            return <ByHand text={pending.text} onClose={close} />;
          }}
        />
      </div>
      <PopupMacros replies={replies} hasMention={here.mentionId !== undefined} onRun={run} />
    </>
  );
}

const outcomeWords = { inserted: 'insertedHere', copied: 'insertedCopied', 'no-field': 'insertNoField' } as const;

/** The last way out: the text itself, to copy by hand. */
function ByHand({ text, onClose }: { text: string; onClose: () => void }) {
  return (
    <div class="form" role="alert">
      <p>{word('copyByHand')}</p>
      <textarea aria-label={word('textToCopy')} readOnly value={text} onFocus={(event) => event.currentTarget.select()} />
      <div class="ends">
        <button type="button" onClick={onClose}>
          {word('close')}
        </button>
      </div>
    </div>
  );
}
