const eventName = 'payung:signed-out';

/** Says that an answer looked as if the session had ended; whoever hears it finds out. */
export function tellSignedOut(): void {
  window.dispatchEvent(new Event(eventName));
}

/** Hears that it was said; gives what ends the listening. */
export function onSignedOut(listen: () => void): () => void {
  window.addEventListener(eventName, listen);
  return () => window.removeEventListener(eventName, listen);
}

/** Hears of every key and every press of the pointer; gives what ends the listening. */
export function watchUse(listen: () => void): () => void {
  const kinds = ['keydown', 'pointerdown'] as const;
  for (const kind of kinds) window.addEventListener(kind, listen, { passive: true, capture: true });
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, listen, { capture: true });
  };
}
