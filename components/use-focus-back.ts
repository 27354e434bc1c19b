import { useRef } from 'preact/hooks';

/** As a ref of the button that opens something in its own place: it has the focus again, as soon as it is there again. */
export function useFocusBack(isOpen: boolean): (button: HTMLElement | null) => void {
  const wasOpen = useRef(false);
  wasOpen.current ||= isOpen;
  return (button) => {
    if (!button) return;
    if (wasOpen.current) button.focus();
    wasOpen.current = false;
  };
}
