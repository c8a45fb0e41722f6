/** How many whole rows of a file have come, without its titles. */
export interface RowCount {
  readonly rows: number;
  add(part: Uint8Array<ArrayBuffer>): void | Promise<void>;
}

/** Null: rows of this kind cannot be counted on the way, at least not by this browser. */
export function rowCountOf(type: string): RowCount | null {
  if (type.includes('csv')) return new LineCount(true);
  if (type.includes('ndjson')) return new LineCount(false);
  return type.includes('spreadsheetml') ? sheetCount() : null;
}

const newline = 10;
const quote = 34;

/** Lines of CSV, which may go on in the next one within quotation marks, or of JSON. */
class LineCount implements RowCount {
  #lines = 0;
  #isQuoted = false;

  constructor(readonly isCsv: boolean) {}

  get rows(): number {
    return Math.max(0, this.#lines - (this.isCsv ? 1 : 0));
  }

  add(part: Uint8Array): void {
    for (const byte of part) {
      if (byte === quote && this.isCsv) this.#isQuoted = !this.#isQuoted;
      else if (byte === newline && !this.#isQuoted) this.#lines += 1;
    }
  }
}

const rowEnd = '</row>';

function sheetCount(): RowCount | null {
  try {
    return new SheetCount(new DecompressionStream('deflate-raw'));
  } catch {
    return null; // a browser that cannot inflate shows how many bytes came
  }
}

/** Rows of a workbook of one sheet, which is the last part of the archive: it is inflated while it comes. */
class SheetCount implements RowCount {
  readonly #sheet: WritableStreamDefaultWriter<BufferSource>;
  #ends = 0;
  #isOver = false;
  /** What came before the sheet; null: it has begun. */
  #before: Uint8Array<ArrayBuffer> | null = new Uint8Array();

  constructor({ readable, writable }: DecompressionStream) {
    this.#sheet = writable.getWriter();
    void this.#read(readable.getReader()).catch(() => undefined); // `add` hears of it
  }

  get rows(): number {
    return Math.max(0, this.#ends - 1);
  }

  async add(part: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.#isOver) return;
    const sheet = this.#sheetOf(part);
    if (sheet === null) return;
    try {
      await this.#sheet.write(sheet);
    } catch {
      this.#isOver = true; // what follows the sheet is the archive's list of contents
    }
  }

  #sheetOf(part: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
    if (this.#before === null) return part;
    const known = new Uint8Array([...this.#before, ...part]);
    const at = sheetAt(known);
    this.#before = at === null ? known : null;
    return at === null ? null : known.subarray(at);
  }

  async #read(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let begun = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const text = begun + decoder.decode(part.value, { stream: true });
      this.#ends += text.split(rowEnd).length - 1;
      begun = text.slice(1 - rowEnd.length);
    }
  }
}

/** Where the data of the first streamed part begin: the others say beforehand how long they are. Null: not there yet. */
function sheetAt(archive: Uint8Array<ArrayBuffer>): number | null {
  const view = new DataView(archive.buffer);
  let at = 0;
  while (at + 30 <= archive.length) {
    const data = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const isStreamed = (view.getUint16(at + 6, true) & 8) !== 0;
    if (isStreamed) return data <= archive.length ? data : null;
    at = data + view.getUint32(at + 18, true);
  }
  return null;
}
