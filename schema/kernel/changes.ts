/** That a record changed: which and to what version, without content. */
export interface Change {
  readonly concept: string;
  readonly id: string;
  readonly version: number;
}

/** Changes as PostgreSQL announces them after commit, from every app node. */
export interface ChangeFeed {
  /** Changes from now on, until `signal` aborts. */
  since(signal: AbortSignal): AsyncIterable<Change>;
}

/** `mou:0190…:3` as the trigger `app.announce` writes it; null when it is something else. */
export function parseChange(payload: string): Change | null {
  const [concept, id, version] = payload.split(':');
  if (!concept || !id || !version) return null;
  return { concept, id, version: Number(version) };
}
