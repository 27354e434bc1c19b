import { Check, Plus } from 'lucide';
import { useId, useState } from 'preact/hooks';
import { joinTags } from '../core/macros.ts';
import { FormEnds } from './form.tsx';
import { Icon } from './icon.tsx';
import { Modal } from './modal.tsx';
import { Stranger } from './plain-text.tsx';
import { word, wordFor } from './words.ts';
import { readTags } from './writing.ts';

interface Props {
  count: number;
  /** The tags that are on all of the mentions. */
  tags: readonly string[];
  /** All tags there are. */
  known: readonly string[];
  onSave: (addTags: string[], removeTags: string[]) => void;
  onClose: () => void;
}

const same = (a: string) => (b: string) => a.toLowerCase() === b.toLowerCase();

/** Tags are put on and taken off; typing narrows the known ones, Enter takes what is typed, and Enter in an empty field saves. */
export function TagDialog({ count, tags, known, onSave, onClose }: Props) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [on, setOn] = useState<readonly string[]>(tags);
  const wanted = typed.trim().toLowerCase();
  const offered = joinTags([...tags, ...on], known).filter((tag) => on.some(same(tag)) || tag.toLowerCase().includes(wanted));
  const toggle = (tag: string) => setOn((before) => (before.some(same(tag)) ? before.filter((one) => !same(tag)(one)) : [...before, tag]));
  function add() {
    // A known tag keeps its spelling, and the one that begins like this is meant where Enter is pressed at its beginning.
    setOn((before) =>
      joinTags(
        before,
        readTags(typed).map((tag) => known.find(same(tag)) ?? tag),
      ),
    );
    setTyped('');
  }
  function save() {
    const all = typed.trim() ? joinTags(on, readTags(typed)) : on;
    onSave(
      all.filter((tag) => !tags.some(same(tag))),
      tags.filter((tag) => !all.some(same(tag))),
    );
  }
  return (
    <Modal title={wordFor(count, 'tagTitleOne', 'tagTitleMany')} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div class="field">
          <label for={id}>{word('tagAdd')}</label>
          <input
            id={id}
            type="text"
            dir="auto"
            data-first
            autocomplete="off"
            maxLength={500}
            list={`${id}-known`}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.isComposing || typed.trim() === '') return;
              event.preventDefault();
              add();
            }}
          />
          <datalist id={`${id}-known`}>
            {known.map((tag) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
          <p class="quiet small">{word('tagHint')}</p>
        </div>
        <div class="variables tag-choice">
          {offered.slice(0, 40).map((tag) => {
            const isOn = on.some(same(tag));
            return (
              <button key={tag} type="button" class="slim" aria-pressed={isOn} onClick={() => toggle(tag)}>
                <Icon of={isOn ? Check : Plus} size={12} />
                <Stranger>{tag}</Stranger>
              </button>
            );
          })}
        </div>
        <FormEnds onClose={onClose} />
      </form>
    </Modal>
  );
}
