import { useId, useState } from 'preact/hooks';
import { endOf, muteLengths } from '../../components/mute-words.ts';
import { Stranger } from '../../components/plain-text.tsx';
import { word } from '../../components/words.ts';
import type { Mention, Mute } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import type { Act } from './actions.tsx';
import { nameAuthor } from './naming.ts';

type What = Pick<Mute, 'kind' | 'value' | 'site'>;

export function MuteForm({ mention, act, onDone }: { mention: Mention; act: Act; onDone: () => void }) {
  const { site, author, community } = mention;
  const group = useId();
  const [kind, setKind] = useState<Mute['kind']>(author.handle ? 'person' : 'phrase');
  const [phrase, setPhrase] = useState(() => phraseAround(mention));
  const [length, setLength] = useState(1);
  const choices: Partial<Record<Mute['kind'], What>> = {
    ...(author.handle ? { person: { kind: 'person', site, value: author.handle } } : {}),
    ...(community ? { community: { kind: 'community', site, value: community } } : {}),
    phrase: { kind: 'phrase', value: phrase.trim() },
  };
  const chosen = choices[kind];
  async function save(event: Event) {
    event.preventDefault();
    if (!chosen?.value) return;
    const now = Date.now();
    const mute: Mute = { id: crypto.randomUUID(), ...chosen, createdAt: now, until: endOf(muteLengths[length]?.length, now) };
    if (await act(event, () => send('mute/save', { mutes: [mute] }), word('cardMuted'))) onDone();
  }
  const choose = (value: Mute['kind'], label: string) => (
    <label class="row">
      <input type="radio" name={group} checked={kind === value} onChange={() => setKind(value)} />
      <span class="clip">
        <Stranger>{label}</Stranger>
      </span>
    </label>
  );
  return (
    <form class="part" onSubmit={save}>
      <fieldset class="choices">
        <legend class="label">{word('cardMuteTitle')}</legend>
        {author.handle && choose('person', nameAuthor(author))}
        {community && choose('community', community)}
        {choose('phrase', word('cardMutePhrase'))}
        {kind === 'phrase' && (
          <input
            type="text"
            dir="auto"
            maxLength={300}
            aria-label={word('cardMutePhraseWords')}
            value={phrase}
            onInput={(event) => setPhrase(event.currentTarget.value)}
          />
        )}
      </fieldset>
      <div class="row">
        <select aria-label={word('cardMuteFor')} value={length} onChange={(event) => setLength(Number(event.currentTarget.value))}>
          {muteLengths.map(({ name }, i) => (
            <option key={name} value={i}>
              {word(name)}
            </option>
          ))}
        </select>
        <button type="submit" class="slim primary" disabled={!chosen?.value}>
          {word('cardMute')}
        </button>
      </div>
    </form>
  );
}

/** The hit and the word after it: muting the hit alone would mute the keyword. */
function phraseAround({ text, hits: [hit] }: Mention): string {
  if (!hit) return '';
  const after = /^\s*[\p{L}\p{N}'’-]+/u.exec(text.slice(hit.end, hit.end + 60))?.[0] ?? '';
  return (text.slice(hit.start, hit.end) + after).replace(/\s+/g, ' ').trim();
}
