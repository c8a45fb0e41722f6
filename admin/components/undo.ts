/** A deed that can be taken back for a moment. */
export interface Undo {
  readonly label: string;
  /** @throws Error with a sentence when it can no longer be taken back. */
  readonly run: () => Promise<void>;
}

const eventName = 'payung:undo';

/** Offers to take a deed back, on whatever page comes next. */
export function offerUndo(undo: Undo): void {
  window.dispatchEvent(new CustomEvent(eventName, { detail: undo }));
}

/** Hears of deeds that can be taken back; gives what ends the listening. */
export function onUndoOffered(listen: (undo: Undo) => void): () => void {
  const heard = (event: Event): void => {
    if (event instanceof CustomEvent) listen(event.detail);
  };
  window.addEventListener(eventName, heard);
  return () => window.removeEventListener(eventName, heard);
}
