import { useEffect, useId, useState } from 'preact/hooks';
import type { Reply } from '../core/model.ts';
import { fillReply } from './fill-reply.ts';
import { stripControls } from './plain-text.tsx';
import { ReplyLength } from './reply-length.tsx';
import { TemplateText } from './template-text.tsx';
import { nameVariable } from './variable-words.ts';
import { word } from './words.ts';
import type { Sample, Writing } from './writing.ts';

interface Props {
  draft: Reply;
  replies: readonly Reply[];
  writing: Writing;
  /** The site whose wording is being written; its mentions come first. */
  site: string | undefined;
}

function useSamples({ listSamples }: Writing): readonly Sample[] {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => {
    let gone = false;
    void listSamples().then(
      (listed) => !gone && setSamples(listed),
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [listSamples]);
  return samples;
}

/** What would be put into the box, for a mention that is really there. */
export function ReplyPreview({ draft, replies, writing, site }: Props) {
  const id = useId();
  const samples = useSamples(writing);
  const [chosen, setChosen] = useState<string>();
  const sample = samples.find((one) => one.id === chosen) ?? samples.find((one) => one.context.siteId === site) ?? samples[0];
  const context =
    site && sample?.context.siteId !== site ? { ...sample?.context, site: nameOf(writing, site), siteId: site } : sample?.context;
  const me = writing.settings?.me ?? { name: '' };
  const filled = fillReply(draft, { context, me, person: sample?.person, replies, campaign: writing.settings?.campaign });
  const asked = filled.needs.map(({ kind, question }) => (kind === 'value' ? nameVariable(question) : question));
  return (
    <section class="reply-preview" aria-labelledby={`${id}-title`}>
      <div class="row">
        <h3 id={`${id}-title`} class="grow">
          {word('previewTitle')}
        </h3>
        {context?.siteId && <ReplyLength site={context.siteId} text={filled.text} />}
        {samples.length > 0 && (
          <select aria-label={word('previewFor')} value={sample?.id} onChange={(event) => setChosen(event.currentTarget.value)}>
            {samples.map((one) => (
              <option key={one.id} value={one.id}>
                {one.label}
              </option>
            ))}
          </select>
        )}
      </div>
      <p class="preview-text" dir="auto">
        <PreviewText text={filled.text} cursor={filled.cursor} />
      </p>
      {asked.length > 0 && <p class="small quiet">{word('previewMissing', asked.join(', '))}</p>}
      {filled.stuck.length > 0 && <p class="small problem">{word('previewStuck', filled.stuck.join(', '))}</p>}
    </section>
  );
}

const nameOf = ({ sites }: Writing, site: string): string => sites.find(({ id }) => id === site)?.name ?? site;

function PreviewText({ text, cursor }: { text: string; cursor: number | undefined }) {
  if (!text.trim()) return <span class="quiet">{word('previewEmpty')}</span>;
  if (cursor === undefined) return <TemplateText body={stripControls(text)} />;
  return (
    <>
      <TemplateText body={stripControls(text.slice(0, cursor))} />
      <span class="caret" aria-hidden="true" />
      <TemplateText body={stripControls(text.slice(cursor))} />
    </>
  );
}
