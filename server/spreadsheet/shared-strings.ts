import { readXml } from './read-xml.js';
import { sheetLimits } from './sheet-limits.js';
import { SheetProblem } from './sheet-problem.js';
import { unescapedText } from './xlsx-text.js';
import type { ZipArchive } from './zip-archive.js';

const pageSize = 1024;

/**
 * The texts that cells of a workbook refer to by number. A million of them as strings would weigh far more than
 * their letters: they are kept as bytes, page by page.
 */
export class SharedStrings {
  readonly #pages: { readonly bytes: Buffer; readonly ends: Uint32Array }[] = [];
  #open: string[] = [];

  /** Reads them up to number `last`, or all of them. */
  static async read(archive: ZipArchive, part: string | null, last = Number.POSITIVE_INFINITY) {
    const strings = new SharedStrings();
    if (part === null || last < 0) return strings;
    for await (const _ of readXml(
      archive,
      part,
      handlersFor((text) => strings.#add(text)),
    )) {
      if (strings.#length > last) break;
    }
    return strings;
  }

  /** @throws SheetProblem when there is none of this number. */
  at(index: number): string {
    const page = this.#pages[Math.floor(index / pageSize)];
    const place = index % pageSize;
    const text = page === undefined ? this.#open[index - this.#pages.length * pageSize] : textAt(page, place);
    if (text === undefined) throw new SheetProblem('SHEET_XML_BROKEN', { part: 'sharedStrings.xml' });
    return text;
  }

  get #length(): number {
    return this.#pages.length * pageSize + this.#open.length;
  }

  #add(text: string): void {
    this.#open.push(text);
    if (this.#open.length < pageSize) return;
    let end = 0;
    const ends = Uint32Array.from(this.#open, (one) => {
      end += Buffer.byteLength(one);
      return end;
    });
    this.#pages.push({ bytes: Buffer.from(this.#open.join('')), ends });
    this.#open = [];
  }
}

function textAt(
  page: { readonly bytes: Buffer; readonly ends: Uint32Array },
  place: number,
): string | undefined {
  return page.bytes.toString('utf8', place === 0 ? 0 : page.ends[place - 1], page.ends[place]);
}

/** A text may be cut into differently formatted runs; the readings of Chinese and Japanese signs are no part of it. */
function handlersFor(give: (text: string) => void) {
  let text = '';
  let isText = false;
  let isReading = false;
  return {
    open(name: string) {
      if (name === 'si') text = '';
      if (name === 'rPh') isReading = true;
      isText = name === 't' && !isReading;
    },
    text(piece: string) {
      if (isText && text.length <= sheetLimits.cellCharacters) text += piece; // longer ones are refused in their row
    },
    close(name: string) {
      isText = false;
      if (name === 'rPh') isReading = false;
      if (name === 'si') give(unescapedText(text));
    },
  };
}
