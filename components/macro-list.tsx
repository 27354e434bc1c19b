import { Pencil, Plus, Trash2 } from 'lucide';
import type { Macro, Reply } from '../core/model.ts';
import { IconButton } from './controls.tsx';
import { Icon } from './icon.tsx';
import { MacroForm } from './macro-form.tsx';
import { MacroSteps } from './macro-panel.tsx';
import { Stranger } from './plain-text.tsx';
import { useOpenForm } from './use-open-form.ts';
import { useSavedRows } from './use-saved-rows.ts';
import { word } from './words.ts';

interface Props {
  macros: readonly Macro[];
  replies: readonly Reply[];
  onSave: (macro: Macro) => Promise<boolean>;
  onRemove: (macro: Macro) => void;
}

export function MacroList({ macros: kept, replies, onSave: save, onRemove }: Props) {
  const { rows: macros, onSave } = useSavedRows(kept, save);
  const { open, onOpen, onClose } = useOpenForm();
  return (
    <section class="stack" aria-labelledby="macros-title">
      <div class="row">
        <h2 id="macros-title" class="grow">
          {word('macros')}
        </h2>
        <button type="button" onClick={() => onOpen('new')}>
          <Icon of={Plus} size={15} />
          {word('macroNew')}
        </button>
      </div>
      <p class="quiet small">{word('macrosIntro')}</p>
      {open === 'new' && <MacroForm replies={replies} onSave={onSave} onClose={() => onClose('new')} />}
      <ul class="list" aria-label={word('macros')}>
        {macros.map((macro) => (
          <li key={macro.id}>
            {open === macro.id ? (
              <MacroForm macro={macro} replies={replies} onSave={onSave} onClose={() => onClose(macro.id)} />
            ) : (
              <article class="reply">
                <div class="row">
                  <strong class="grow clip">
                    <Stranger>{macro.name}</Stranger>
                  </strong>
                  <div class="tools">
                    <IconButton icon={Pencil} name={word('editNamed', macro.name)} onClick={() => onOpen(macro.id)} />
                    <IconButton icon={Trash2} name={word('removeNamed', macro.name)} onClick={() => onRemove(macro)} />
                  </div>
                </div>
                <MacroSteps macro={macro} replies={replies} />
              </article>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
