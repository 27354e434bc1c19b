import { Zap } from 'lucide';
import { Icon } from '../../components/icon.tsx';
import { type OfferedMacro, offerMacros } from '../../components/macro-choice.ts';
import { MacroSteps } from '../../components/macro-panel.tsx';
import { Stranger } from '../../components/plain-text.tsx';
import { useObservable } from '../../components/use-observable.ts';
import { word } from '../../components/words.ts';
import type { Macro, Reply } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import { watchQuery } from '../../storage/db.ts';
import { listMacros } from '../../storage/macros.ts';

/** What a macro does beside its reply, and what is to be said then. */
export async function finishMacro(macro: Macro, reply: Reply | undefined, mentionId: string | undefined): Promise<string> {
  const done = mentionId !== undefined && (await send('macro/run', { id: macro.id, mentionId }).catch(() => undefined))?.done;
  if (!reply) return word(done ? 'macroDone' : 'pickerFailed', macro.name);
  return done ? word('macroInserted', reply.title, macro.name) : word('macroNoMention', reply.title);
}

interface Props {
  replies: readonly Reply[];
  hasMention: boolean;
  onRun: (offered: OfferedMacro) => void;
}

/** Nothing where there are none. */
export function PopupMacros({ replies, hasMention, onRun }: Props) {
  const macros = useObservable(() => watchQuery(listMacros), []).value ?? [];
  const offered = offerMacros(macros, replies, '', hasMention);
  if (offered.length === 0) return null;
  return (
    <div class="stack tight">
      <h3>{word('macros')}</h3>
      <ul class="list" aria-label={word('macros')}>
        {offered.map((one) => (
          <li key={one.macro.id}>
            <article class="reply">
              <div class="row">
                <strong class="grow clip">
                  <Stranger>{one.macro.name}</Stranger>
                </strong>
                <button type="button" class="slim accent" aria-label={word('macroRunNamed', one.macro.name)} onClick={() => onRun(one)}>
                  <Icon of={Zap} size={13} />
                  {word('macroRunShort')}
                </button>
              </div>
              <MacroSteps macro={one.macro} replies={replies} />
            </article>
          </li>
        ))}
      </ul>
    </div>
  );
}
