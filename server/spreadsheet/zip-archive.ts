import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { sheetLimits } from './sheet-limits.js';
import { SheetProblem } from './sheet-problem.js';

/** A zip archive whose parts are read piece by piece; what comes out is counted, whatever the archive claims. */
export class ZipArchive {
  #inflated = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws SheetProblem when the archive is damaged or has too many parts. */
  static async open(bytes: Buffer): Promise<ZipArchive> {
    try {
      const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
      return new ZipArchive(zip, await entriesOf(zip));
    } catch (error) {
      throw error instanceof SheetProblem ? error : new SheetProblem('SHEET_BROKEN');
    }
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** @throws SheetProblem when the part is larger than what describes a workbook ever is. */
  refuseLarge(name: string): void {
    const size = this.entries.get(name)?.uncompressedSize ?? 0;
    if (size > sheetLimits.descriptionBytes) throw tooLarge(sheetLimits.descriptionBytes);
  }

  /** Pieces of the part `name`. @throws SheetProblem when it is missing, damaged, locked or too large. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new SheetProblem('SHEET_XML_BROKEN', { part: name });
    if (entry.isEncrypted()) throw new SheetProblem('SHEET_ENCRYPTED');
    this.#refuseBeyond(entry.uncompressedSize); // what it claims is enough to refuse it, not enough to believe it
    const stream = await this.#open(entry);
    try {
      for await (const piece of stream) {
        this.#inflated += piece.length;
        this.#refuseBeyond(0);
        yield piece;
      }
    } catch (error) {
      throw error instanceof SheetProblem ? error : new SheetProblem('SHEET_BROKEN');
    } finally {
      stream.destroy();
    }
  }

  async #open(entry: Entry): Promise<Readable> {
    try {
      return await this.zip.openReadStreamPromise(entry);
    } catch {
      throw new SheetProblem('SHEET_BROKEN');
    }
  }

  #refuseBeyond(more: number): void {
    if (this.#inflated + more <= sheetLimits.inflatedBytes) return;
    throw tooLarge(sheetLimits.inflatedBytes);
  }
}

function tooLarge(limit: number): SheetProblem {
  return new SheetProblem('SHEET_INFLATED_TOO_LARGE', { limit: limit / 1_000_000 });
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > sheetLimits.parts) {
    throw new SheetProblem('SHEET_TOO_MANY_PARTS', { limit: sheetLimits.parts });
  }
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    // two parts of one name: programs would disagree which is meant
    if (entries.has(entry.fileName)) throw new SheetProblem('SHEET_BROKEN');
    entries.set(entry.fileName, entry);
  }
  return entries;
}
