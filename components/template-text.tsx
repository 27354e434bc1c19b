import { cutTags } from '../core/template-tags.ts';

/** A reply as it is kept, its tags set apart from its words. */
export function TemplateText({ body }: { body: string }) {
  return (
    <>
      {cutTags(body).map((piece) =>
        piece.type === 'text' ? (
          body.slice(piece.start, piece.end)
        ) : (
          <span class="variable" key={piece.start}>
            {body.slice(piece.start, piece.end).replace(/^\{\{\s*|\s*\}\}$/g, '')}
          </span>
        ),
      )}
    </>
  );
}
