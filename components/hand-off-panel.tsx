import { ClipboardCopy, Download, FileText, Mail, Share2, Type } from 'lucide';
import { useMemo } from 'preact/hooks';
import type { HandOff } from '../core/hand-off.ts';
import type { Mention } from '../core/model.ts';
import { handOffInWords } from './hand-off-words.ts';
import { Icon } from './icon.tsx';
import type { KeywordLooks } from './marked-text.tsx';
import { PanelButton } from './panel-button.tsx';
import { word } from './words.ts';

/** Rich text comes with its plain words: each program takes what it can. */
export interface HandingOff {
  readonly onCopy: (text: { plain: string; html?: string }) => Promise<void>;
  readonly onFile: (mention: Mention) => void;
}

interface Props {
  mention: Mention;
  siteName: string;
  keywords: KeywordLooks & ReadonlyMap<string, { name: string; query: string }>;
  namePlace: (place: string) => string;
  handing: HandingOff;
}

export function HandOffPanel(props: Props) {
  return (
    <PanelButton icon={Share2} name={word('handOff')} title={word('handOffTitle')} shortcut="handOff">
      {(close) => <Ways {...props} onDone={close} />}
    </PanelButton>
  );
}

function Ways({ mention, siteName, keywords, namePlace, handing, onDone }: Props & { onDone: () => void }) {
  const made: HandOff = useMemo(() => handOffInWords(mention, { siteName, keywords, namePlace }), [mention, siteName, keywords, namePlace]);
  const copy = (text: { plain: string; html?: string }) => {
    onDone();
    void handing.onCopy(text);
  };
  return (
    <div class="stack tight ways">
      <button type="button" class="plain" onClick={() => copy({ plain: made.plain, html: made.html })}>
        <Icon of={ClipboardCopy} size={14} />
        {word('copyRich')}
      </button>
      <button type="button" class="plain" onClick={() => copy({ plain: made.markdown })}>
        <Icon of={FileText} size={14} />
        {word('copyMarkdown')}
      </button>
      <button type="button" class="plain" onClick={() => copy({ plain: made.plain })}>
        <Icon of={Type} size={14} />
        {word('copyPlain')}
      </button>
      <a class="button plain" href={made.mailto} onClick={onDone}>
        <Icon of={Mail} size={14} />
        {word('byMail')}
      </a>
      <button
        type="button"
        class="plain"
        onClick={() => {
          onDone();
          handing.onFile(mention);
        }}
      >
        <Icon of={Download} size={14} />
        {word('asFile')}
      </button>
    </div>
  );
}
