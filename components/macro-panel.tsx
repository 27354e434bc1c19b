import { Zap } from 'lucide';
import type { Macro, Mention, Reply } from '../core/model.ts';
import { listStepWords } from './macro-words.ts';
import { PanelButton } from './panel-button.tsx';
import { Stranger } from './plain-text.tsx';
import { word } from './words.ts';

/** Macros to run on a mention. */
export interface MacroActions {
  readonly macros: readonly Macro[];
  readonly onRun: (mention: Mention, macro: Macro) => void;
}

interface Props {
  mention: Mention;
  acting: MacroActions;
  replies: readonly Reply[];
}

/** Every macro says what it will do before it is chosen. */
export function MacroPanel({ mention, acting, replies }: Props) {
  return (
    <PanelButton icon={Zap} name={word('macros')} title={word('macroRun')} shortcut="macro">
      {(close) => (
        <div class="stack tight macro-choice">
          {acting.macros.map((macro) => (
            <button
              key={macro.id}
              type="button"
              class="plain"
              onClick={() => {
                close();
                acting.onRun(mention, macro);
              }}
            >
              <strong class="clip">
                <Stranger>{macro.name}</Stranger>
              </strong>
              <MacroSteps macro={macro} replies={replies} />
            </button>
          ))}
        </div>
      )}
    </PanelButton>
  );
}

export function MacroSteps({ macro, replies }: { macro: Macro; replies: readonly { id: string; title: string }[] }) {
  return (
    <span class="steps quiet small">
      {listStepWords(macro, replies).map((step) => (
        <span key={step}>
          <Stranger>{step}</Stranger>
        </span>
      ))}
    </span>
  );
}
