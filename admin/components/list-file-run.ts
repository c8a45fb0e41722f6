import { RowsSoFar } from './rows-so-far';

/** How far a download has come. */
export interface Received {
  readonly bytes: number;
  /** Whole rows so far; null: the format has no rows that could be told apart. */
  readonly rows: number | null;
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

/** Waits between two attempts; after the last one the download has failed. */
const waitsMs = [1000, 2000, 4000, 8000, 16_000];

/**
 * Asks for the file and keeps its bytes as they come; where the connection breaks, goes on after the last whole row.
 * @throws Error with the server's sentences, or when it breaks off for good.
 */
export async function received(order: object, watching: Watching): Promise<ReceivedFile> {
  const first = await asked(order, watching.signal);
  const so = new RowsSoFar(first.type);
  let [breaks, fails] = [0, 0];
  let answer: Asked | null = first;
  for (;;) {
    const before = so.rows ?? 0;
    try {
      answer ??= await asked({ ...order, head: false, skip: so.records }, watching.signal);
      await collect(answer.body, so, watching);
      return { file: so.file(), name: first.name, breaks };
    } catch (error) {
      if (watching.signal.aborted || error instanceof Refused || so.records === 0) throw error;
      fails = (so.rows ?? 0) > before ? 0 : fails + 1;
      const wait = waitsMs[fails];
      if (wait === undefined) throw error;
      so.cut();
      answer = null;
      breaks += 1;
      await new Promise((resolve) => setTimeout(resolve, wait));
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
  const isBusy = answer.status === 503 || answer.status === 429;
  if (!answer.ok || !answer.body) throw new (isBusy ? Error : Refused)(refusalOf(await answer.json()));
  const [, name = 'payung'] =
    /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  return { body: answer.body, type: answer.headers.get('content-type') ?? '', name };
}

async function collect(body: Asked['body'], so: RowsSoFar, { onProgress }: Watching): Promise<void> {
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    so.add(part.value);
    onProgress({ bytes: so.bytes, rows: so.rows });
  }
}

function refusalOf(answer: {
  readonly message?: string;
  readonly userErrors?: readonly { readonly message: string }[];
}): string {
  return answer.message ?? (answer.userErrors ?? []).map(({ message }) => message).join(' ');
}

/** Hands the file to the person, as browsers do with what they downloaded. */
export function handOver(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
