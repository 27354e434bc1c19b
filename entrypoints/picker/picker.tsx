import { useEffect, useState } from 'preact/hooks';
import { BrandMark } from '../../components/brand-mark.tsx';
import { word } from '../../components/words.ts';
import { Panel } from './panel.tsx';
import { showPicker } from './tab.ts';

/** The page's script decides how large this frame is, and its size is all it has to say: small is the button, large the panel. */
const large = matchMedia('(min-width: 120px)');
/** As much as it may need; the panel gives back what its replies leave empty. */
const panelHeight = 420;

export function Picker() {
  const [open, setOpen] = useState(large.matches);
  useEffect(() => {
    const stop = new AbortController();
    const look = () => setOpen(large.matches);
    large.addEventListener('change', look, { signal: stop.signal });
    // It may have grown since it was drawn, before anybody listened.
    look();
    return () => stop.abort();
  }, []);
  return open ? <Panel /> : <OpenButton />;
}

function OpenButton() {
  return (
    <button
      type="button"
      class="open"
      aria-label={word('pickerName')}
      title={word('pickerName')}
      aria-haspopup="dialog"
      onClick={(event) => event.isTrusted && void showPicker(true, panelHeight)}
    >
      <BrandMark size={28} />
    </button>
  );
}
