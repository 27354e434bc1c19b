import { Stranger } from './plain-text.tsx';
import { word } from './words.ts';

/** A reply as it will stand in the box, for who decides whether it goes there. */
export function ReplyText({ text }: { text: string }) {
  return (
    <div class="reply-text small">
      <p class="quiet">{word('previewTitle')}</p>
      <p class="preview" dir="auto">
        <Stranger>{text}</Stranger>
      </p>
    </div>
  );
}
