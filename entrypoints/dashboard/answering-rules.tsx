import { CommunityNotes } from '../../components/community-notes.tsx';
import { type WordKey, word } from '../../components/words.ts';
import type { Settings } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import type { PageProps } from './page-props.ts';

const warningWords: Readonly<Record<string, WordKey>> = {
  'too-long': 'warningTooLong',
  repeated: 'warningRepeated',
  answered: 'warningAnswered',
  'link-repeated': 'warningLinkRepeated',
  'no-promotion': 'warningNoPromotion',
  tone: 'warningTone',
};

/** "Tone, reddit" */
function nameWarning(key: string): string {
  const [code = '', ...where] = key.split('@');
  const known = warningWords[code];
  return `${known ? word(known) : code}, ${where.join('@')}`;
}

/** What the person noted about communities, and which warnings they silenced. */
export function AnsweringRules({ settings, editing, notify }: PageProps & { settings: Settings }) {
  const rows = Object.entries(settings.communityNotes ?? {}).map(([id, { text, noPromotion = false }]) => ({ id, text, noPromotion }));
  const hushed = settings.hushed ?? [];
  const save = (note: (typeof rows)[number]) => editing.attempt(send('community/saveNote', note));
  return (
    <>
      <section class="stack" aria-labelledby="notes-title">
        <h2 id="notes-title">{word('communityNotes')}</h2>
        <p class="quiet">{word('communityNotesHint')}</p>
        <CommunityNotes
          rows={rows}
          onSave={save}
          onRemove={async (row) => {
            if (!(await save({ ...row, text: '', noPromotion: false }))) return;
            notify({ text: word('removed', row.id), undo: () => void save(row) });
          }}
        />
      </section>
      {hushed.length > 0 && (
        <section class="stack" aria-labelledby="hushed-title">
          <h2 id="hushed-title">{word('hushedTitle')}</h2>
          <p class="quiet">{word('hushedHint')}</p>
          <ul class="list" aria-label={word('hushedTitle')}>
            {hushed.map((key) => (
              <li key={key} class="row note-row">
                <span class="grow">{nameWarning(key)}</span>
                <button
                  type="button"
                  class="slim"
                  aria-label={word('hushedAgain', nameWarning(key))}
                  onClick={() => void editing.attempt(send('reply/hush', { key, hushed: false }))}
                >
                  {word('hushedAgainShort')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
