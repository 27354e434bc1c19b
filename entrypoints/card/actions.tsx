import { Ban, Check, MessageSquareReply, NotebookPen, Reply, VolumeX } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import type { Guard } from '../../components/guard.ts';
import { Icon } from '../../components/icon.tsx';
import { nameStatus } from '../../components/mention-words.ts';
import { NotRelevantForm } from '../../components/not-relevant-form.tsx';
import { ReplyChoice } from '../../components/reply-choice.tsx';
import { useOneAtATime } from '../../components/use-one-at-a-time.ts';
import { word } from '../../components/words.ts';
import type { MentionStatus } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import { answeringOn } from './answering.ts';
import { NoteForm } from './note-form.tsx';
import { frameName, tellTab } from './tab.ts';
import type { CardData } from './use-card.ts';
import { useDismissing } from './use-dismissing.ts';

interface Props {
  data: CardData;
  guard: { current: Guard | undefined };
  onChanged: () => Promise<void>;
  onSaid: (said: string) => void;
}

/** Does something that changes data or the page: only at a press that was surely meant. */
export type Act = (event: Event, work: () => Promise<unknown>, done: string) => Promise<boolean>;

function makeAct({ guard, onChanged, onSaid }: Props): Act {
  return async (event, work, done) => {
    if (!(await guard.current?.whenSteady(event))) {
      if (event.isTrusted) onSaid(word('cardUnsure'));
      return false;
    }
    try {
      await work();
      onSaid(done);
      await onChanged();
      return true;
    } catch (error) {
      onSaid(word('cardFailed', error instanceof Error ? error.message : String(error)));
      return false;
    }
  };
}

export function Actions(props: Props) {
  const { mention, person, keywords = [], draft: kept = '' } = props.data.facts ?? {};
  const [opened, setOpened] = useState<'with' | 'mute' | 'note'>();
  const [typed, setTyped] = useState<string>();
  const draft = typed ?? kept;
  const act = makeAct(props);
  const once = useOneAtATime();
  /** What goes into a box goes in once, however often it is pressed. */
  const answer: Act = async (...asked) => (await once('answer', () => act(...asked))) ?? false;
  const row = useRef<HTMLDivElement>(null);
  function shut() {
    setOpened(undefined);
    // The field that had the focus goes.
    row.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
  }
  const dismissing = useDismissing(props.data, act, shut);
  /** Escape leaves the form first, then the card. */
  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    shut();
  }
  if (!mention) return null;
  const { id } = mention;
  // The picker is the page's own: what stands in a frame is answered where it is a page.
  const apart = frameName !== undefined;
  const canReply = !apart || mention.url !== undefined;
  /** The pointer, or the focus, has come to the button: what it takes may be there when it is pressed. */
  const prepare = () => apart || tellTab('tab/prepare', { mentionId: id });
  const toggle = (part: 'with' | 'mute' | 'note') => setOpened(opened === part ? undefined : part);
  // Pressed once more it is as it was: a slip costs one press.
  const mark = (status: MentionStatus) => (event: Event) => {
    const next = mention.status === status ? 'new' : status;
    void act(event, () => send('mention/setStatus', { ids: [id], status: next }), word('movedTo', nameStatus(next)));
  };
  return (
    <>
      <div class="actions" ref={row}>
        {canReply && (
          <button
            type="button"
            class="slim accent"
            onPointerEnter={prepare}
            onFocus={prepare}
            onClick={(event) =>
              void answer(event, () => send('mention/answer', { id, apart }), word(apart ? 'cardOpeningApart' : 'cardOpening'))
            }
          >
            <Icon of={Reply} size={14} />
            {word('reply')}
          </button>
        )}
        {canReply && !mention.own && (
          <button
            type="button"
            class="slim plain icon-only"
            aria-expanded={opened === 'with'}
            aria-label={word('replyWith')}
            title={word('replyWith')}
            onClick={() => toggle('with')}
          >
            <Icon of={MessageSquareReply} size={14} />
          </button>
        )}
        <button type="button" class="slim plain" aria-pressed={mention.status === 'done'} onClick={mark('done')}>
          <Icon of={Check} size={14} />
          {word('done')}
        </button>
        <button type="button" class="slim plain" aria-pressed={mention.status === 'ignored'} onClick={mark('ignored')}>
          <Icon of={Ban} size={14} />
          {word('ignore')}
        </button>
        <button type="button" class="slim plain" aria-expanded={opened === 'mute'} onClick={() => toggle('mute')}>
          <Icon of={VolumeX} size={14} />
          {word('cardMute')}
        </button>
        {person && (
          <button
            type="button"
            class="slim plain"
            aria-expanded={opened === 'note'}
            aria-label={draft ? word('cardNoteBegun') : undefined}
            title={draft ? word('cardNoteBegun') : undefined}
            onClick={() => toggle('note')}
          >
            <Icon of={NotebookPen} size={14} />
            {word('cardNote')}
            {draft && <span class="begun" />}
          </button>
        )}
      </div>
      {opened && (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only sees the Escape of the fields in it.
        <div onKeyDown={onKey}>
          {opened === 'with' && (
            <div class="part reply-choice">
              <ReplyChoice answering={answeringOn(mention, props, { apart, act: answer, onDone: () => setOpened(undefined) })} />
            </div>
          )}
          {opened === 'mute' && (
            <div class="part">
              <NotRelevantForm
                mention={mention}
                keywords={new Map(keywords.map((keyword) => [keyword.id, keyword]))}
                selected=""
                dismissing={dismissing}
                onClose={shut}
                onSubmitted={() => {}}
              />
            </div>
          )}
          {opened === 'note' && person && (
            <NoteForm mention={mention} person={person} draft={draft} onDraft={setTyped} act={act} onDone={shut} />
          )}
        </div>
      )}
    </>
  );
}
