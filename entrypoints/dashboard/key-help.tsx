import { KeyNames } from '../../components/key-names.tsx';
import { keyGroups, keyWords } from '../../components/key-words.ts';
import { word } from '../../components/words.ts';
import type { KeyAction, Keymap } from '../../core/keymap.ts';

const id = 'key-help';

export function showKeyHelp(): void {
  const dialog = document.getElementById(id);
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

/** The sheet of keys; `isThere` leaves out what leads nowhere. */
export function KeyHelp({ keymap, isThere }: { keymap: Keymap; isThere: (action: KeyAction) => boolean }) {
  return (
    <dialog id={id} class="key-sheet" aria-labelledby="key-help-title">
      <h2 id="key-help-title">{word('keysTitle')}</h2>
      <div class="key-groups">
        {keyGroups.map(({ title, actions }) => (
          <section key={title}>
            <h3>{word(title)}</h3>
            <dl class="keys">
              {actions.filter(isThere).map((action) => (
                <div key={action}>
                  <dt>
                    <KeyNames binding={keymap[action]} />
                  </dt>
                  <dd>{word(keyWords[action])}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <form method="dialog" class="ends">
        <button type="submit" class="plain" onClick={() => location.assign('#settings')}>
          {word('keysChange')}
        </button>
        <button type="submit" class="primary">
          {word('close')}
        </button>
      </form>
    </dialog>
  );
}
