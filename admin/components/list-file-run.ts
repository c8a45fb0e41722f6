import { RowsSoFar } from './rows-so-far';

/** How far a download has come. */
export interface Received {
  readonly bytes: number;
  /** Whole rows so far; null: they cannot be told apart. */
  readonly rows: number | null;
  /** Whether the connection is broken, and the next attempt waits. */
  readonly isBroken: boolean;
}

export interface ReceivedFile {
  readonly file: Blob;
  readonly name: string;
  /** How often the connection broke and the download went on. */
  readonly breaks: number;
}

interface Watching {
  readonly signal: AbortSignal;
  readonly onProgress: (so: Received) => void;
}

/** What the server refuses is not asked for again. */
class Refused extends Error {}
/** The list has changed, so that the rest of it does not fit to what came. */
class Changed extends Error {}

/** Waits between two attempts; after the last one the download has failed. */
const waitsMs = [1000, 2000, 4000, 8000, 16_000];

/**
 * Asks for the file and keeps its bytes as they come. Where the connection breaks, only the rest is asked for; the server
 * gives it where what came is still the beginning of the file, which is downloaded anew otherwise.
 * @throws Error with the server's sentences, or when it breaks off for good.
 */
export async function received(order: object, watching: Watching): Promise<ReceivedFile> {
  const { signal, onProgress } = watching;
  let so: RowsSoFar | null = null;
  let [breaks, fails, farthest] = [0, 0, 0];
  for (;;) {
    try {
      const resume = (await so?.beginning()) ?? null;
      const answer = await asked({ ...order, ...(resume && { resume }) }, signal);
      if (so === null || resume === null) so = new RowsSoFar(answer.type);
      await collect(answer.body, so, watching);
      return { file: so.file(), name: answer.name, breaks };
    } catch (error) {
      if (signal.aborted || error instanceof Refused || (so === null && breaks === 0)) throw error;
      const came = so?.bytes ?? 0;
      fails = came > farthest ? 0 : fails + 1;
      const wait = waitsMs[fails];
      if (wait === undefined) throw error;
      farthest = Math.max(farthest, came);
      if (error instanceof Changed) so = null;
      breaks += 1;
      onProgress({ bytes: came, rows: so?.rows ?? null, isBroken: true });
      await passed(wait, signal);
    }
  }
}

interface Asked {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly type: string;
  readonly name: string;
}

async function asked(order: object, signal: AbortSignal): Promise<Asked> {
  const answer = await fetch('/exports', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
    signal,
  });
  if (!answer.ok || !answer.body) {
    // a proxy answers with a page of its own, and a refusal may break off: both are worth another attempt
    const refusal: Refusal | null = await answer.json().catch(() => null);
    throw refusal === null ? new Error(`HTTP ${answer.status}`) : refusalOf(answer.status, refusal);
  }
  // Chromium takes an answer that broke off in its head for a whole one without a body
  if (!answer.headers.has('x-payung-export')) throw new Error('the answer broke off');
  const [, name = 'payung'] =
    /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  return { body: answer.body, type: answer.headers.get('content-type') ?? '', name };
}

async function collect(body: Asked['body'], so: RowsSoFar, { onProgress }: Watching): Promise<void> {
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    await so.add(part.value);
    onProgress({ bytes: so.bytes, rows: so.rows, isBroken: false });
  }
}

interface Refusal {
  readonly message?: string;
  readonly userErrors?: readonly { readonly message: string; readonly code: string }[];
}

function refusalOf(status: number, { message, userErrors = [] }: Refusal): Error {
  const sentences = message ?? userErrors.map((error) => error.message).join(' ');
  if (userErrors.some(({ code }) => code === 'EXPORT_CHANGED')) return new Changed(sentences);
  const isBusy = status === 502 || status === 503 || status === 429;
  return isBusy ? new Error(sentences) : new Refused(sentences);
}

/** The time has passed, or the person has given up. */
function passed(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Hands the file to the person, as browsers do with what they downloaded. */
export function handOver(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
