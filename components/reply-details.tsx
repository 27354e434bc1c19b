import { useId } from 'preact/hooks';
import { languages } from '../core/lang.ts';
import type { Reply } from '../core/model.ts';
import { Field, Switch } from './controls.tsx';
import { word } from './words.ts';

interface Props {
  draft: Reply;
  tags: string;
  folders: readonly string[];
  shortcutProblem: string | undefined;
  onChange: (part: Partial<Reply>) => void;
  onTags: (tags: string) => void;
}

/** Where a reply is kept and how it is found. */
export function ReplyDetails({ draft, tags, folders, shortcutProblem, onChange, onTags }: Props) {
  const id = useId();
  return (
    <details class="reply-details" open={shortcutProblem !== undefined || undefined}>
      <summary>{word('replyMore')}</summary>
      <div class="reply-detail-fields">
        <Field
          label={word('replyShortcut')}
          value={draft.shortcut}
          maxLength={40}
          problem={shortcutProblem}
          hint={word('replyShortcutHint')}
          onInput={(shortcut) => onChange({ shortcut })}
        />
        <Field label={word('replyTags')} value={tags} hint={word('replyTagsHint')} onInput={onTags} />
        <div class="field">
          <label for={`${id}-folder`}>{word('replyFolder')}</label>
          <input
            id={`${id}-folder`}
            type="text"
            dir="auto"
            list={`${id}-folders`}
            maxLength={60}
            value={draft.folder ?? ''}
            onInput={(event) => onChange({ folder: event.currentTarget.value })}
          />
          <datalist id={`${id}-folders`}>
            {folders.map((folder) => (
              <option key={folder} value={folder} />
            ))}
          </datalist>
        </div>
        <LangSelect lang={draft.lang} onChange={(lang) => onChange({ lang })} />
        <Switch checked={draft.favourite === true} onChange={(favourite) => onChange({ favourite })}>
          {word('replyFavourite')}
        </Switch>
      </div>
    </details>
  );
}

const names = new Intl.DisplayNames(['en'], { type: 'language' });

export const nameLang = (lang: string): string => {
  try {
    return names.of(lang) ?? lang;
  } catch {
    return lang;
  }
};

function LangSelect({ lang = '', onChange }: { lang: string | undefined; onChange: (lang: string) => void }) {
  const id = useId();
  const codes = languages.map(({ code }) => code);
  return (
    <div class="field">
      <label for={id}>{word('replyLang')}</label>
      <select id={id} value={lang} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{word('replyLangAny')}</option>
        {[...codes, ...(lang && !codes.includes(lang) ? [lang] : [])].map((code) => (
          <option key={code} value={code}>
            {nameLang(code)}
          </option>
        ))}
      </select>
    </div>
  );
}
