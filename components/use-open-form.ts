import { useState } from 'preact/hooks';

export interface OpenForm {
  /** The id of the row whose form is open, or `new`. */
  readonly open: string | undefined;
  readonly onOpen: (id: string) => void;
  /** Closes this one. What was opened while it was being saved stays as it is. */
  readonly onClose: (id: string) => void;
}

/** Of a list and its forms, one form is open. */
export function useOpenForm(): OpenForm {
  const [open, setOpen] = useState<string>();
  return { open, onOpen: setOpen, onClose: (id) => setOpen((now) => (now === id ? undefined : now)) };
}
