/** How far a download has come. */
export interface Received {
  readonly bytes: number;
  /** Lines so far, the titles among them; null: the format has no lines. */
  readonly lines: number | null;
}

/** Parts of this size leave the memory of the page: browsers keep larger files on disk. */
const partBytes = 8_000_000;
const newline = 10;

/** Asks for the file and keeps its bytes as they come. @throws Error with the server's sentences, or when it breaks off. */
export async function received(
  order: object,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (so: Received) => void },
): Promise<{ readonly file: Blob; readonly name: string }> {
  const answer = await fetch('/exports', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
    signal,
  });
  if (!answer.ok || !answer.body) throw new Error(refusalOf(await answer.json()));
  const type = answer.headers.get('content-type') ?? '';
  const [, name = 'payung'] =
    /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  const file = await collected(answer.body.getReader(), { type, onProgress });
  return { file, name };
}

async function collected(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  { type, onProgress }: { readonly type: string; readonly onProgress: (so: Received) => void },
): Promise<Blob> {
  const kept: Blob[] = [];
  let fresh: Uint8Array<ArrayBuffer>[] = [];
  let [bytes, freshBytes, lines] = [0, 0, 0];
  const hasLines = /csv|ndjson/.test(type);
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    fresh.push(part.value);
    bytes += part.value.length;
    freshBytes += part.value.length;
    if (hasLines) lines += linesIn(part.value);
    if (freshBytes > partBytes) {
      kept.push(new Blob(fresh));
      [fresh, freshBytes] = [[], 0];
    }
    onProgress({ bytes, lines: hasLines ? lines : null });
  }
  return new Blob([...kept, ...fresh], { type });
}

function linesIn(part: Uint8Array): number {
  let lines = 0;
  for (let at = part.indexOf(newline); at >= 0; at = part.indexOf(newline, at + 1)) lines += 1;
  return lines;
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
