import { CircleAlert, Copy, Users } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { word } from '../../components/words.ts';
import { send } from '../../messages/send.ts';
import type { Told } from '../../messages/tab-contract.ts';

const reasons = { 'no-post': 'toldNoPost', 'no-box': 'toldNoBox', 'not-landed': 'toldNotLanded' } as const;

/** A mention could not be answered as it was asked. The chosen reply is copied where the browser lets us, or at a press. */
export function ToldNotice({ told }: { told: Told | undefined }) {
  const [copied, setCopied] = useState(false);
  const text = told?.text;
  const copy = () =>
    navigator.clipboard.writeText(text ?? '').then(
      () => setCopied(true),
      () => {},
    );
  // biome-ignore lint/correctness/useExhaustiveDependencies: tried once for each text.
  useEffect(() => {
    if (text !== undefined) void copy();
  }, [text]);
  if (!told) return null;
  return (
    <div class="told" role="alert">
      <p>
        <Icon of={CircleAlert} size={15} />
        {word(reasons[told.why])}
      </p>
      {text !== undefined &&
        (copied ? (
          <p class="small">{word('toldCopied')}</p>
        ) : (
          <button type="button" class="slim" onClick={(event) => event.isTrusted && void copy()}>
            <Icon of={Copy} size={14} />
            {word('toldCopy')}
          </button>
        ))}
    </div>
  );
}

/** The same mention is being answered in another tab, or was it a moment ago. */
export function CollisionNotice({ mentionId }: { mentionId: string | undefined }) {
  const [said, setSaid] = useState<'open' | 'inserted'>();
  useEffect(() => {
    let gone = false;
    setSaid(undefined);
    if (mentionId)
      void send('mention/elsewhere', { id: mentionId })
        .then(({ open, insertedAt }) => {
          if (!gone) setSaid(insertedAt !== undefined ? 'inserted' : open ? 'open' : undefined);
        })
        .catch(console.error);
    return () => {
      gone = true;
    };
  }, [mentionId]);
  if (!said) return null;
  return (
    <p class="told" role="alert">
      <Icon of={Users} size={15} />
      {word(said === 'open' ? 'collisionOpen' : 'collisionInserted')}
    </p>
  );
}
