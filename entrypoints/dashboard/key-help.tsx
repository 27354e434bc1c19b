import { useEffect } from 'preact/hooks';
import { isTyping } from '../../components/keys.ts';
import { type WordKey, word } from '../../components/words.ts';

const id = 'key-help';
const keys: [string, WordKey][] = [
  ['j', 'keyNext'],
  ['k', 'keyBefore'],
  ['o', 'openPost'],
  ['r', 'reply'],
  ['w', 'keyReplyWith'],
  ['e', 'done'],
  ['i', 'ignore'],
  ['u', 'backToNew'],
  ['m', 'macroRun'],
  ['s', 'careTitle'],
  ['h', 'handOffTitle'],
  ['n', 'notRelevant'],
  ['?', 'keyHelp'],
];

export function showKeyHelp(): void {
  const dialog = document.getElementById(id);
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

export function KeyHelp() {
  useEffect(() => {
    const stop = new AbortController();
    document.addEventListener('keydown', (event) => event.key === '?' && !isTyping(event) && showKeyHelp(), { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return (
    <dialog id={id} aria-labelledby="key-help-title">
      <h2 id="key-help-title">{word('keysTitle')}</h2>
      <dl class="keys">
        {keys.map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{word(name)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" class="primary">
          {word('close')}
        </button>
      </form>
    </dialog>
  );
}
