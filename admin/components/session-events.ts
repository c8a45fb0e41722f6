const eventName = 'payung:signed-out';

/** Says that an answer looked as if the session had ended; whoever hears it finds out. */
export function tellSignedOut(): void {
  window.dispatchEvent(new Event(eventName));
}

/** Hears of it; gives what ends the listening. */
export function onSignedOut(listen: () => void): () => void {
  window.addEventListener(eventName, listen);
  return () => window.removeEventListener(eventName, listen);
}
