/** Parts of this size leave the memory of the page: browsers keep larger files on disk. */
const partBytes = 8_000_000;
const newline = 10;
const quote = 34;

/** The bytes of a file as they come, and how many whole rows they are. */
export class RowsSoFar {
  readonly #type: string;
  readonly #isCsv: boolean;
  readonly #hasRows: boolean;
  #kept: Blob[] = [];
  #fresh: Uint8Array<ArrayBuffer>[] = [];
  #freshBytes = 0;
  #bytes = 0;
  #lines = 0;
  #wholeBytes = 0;
  #isQuoted = false;

  constructor(type: string) {
    this.#type = type;
    this.#isCsv = type.includes('csv');
    this.#hasRows = this.#isCsv || type.includes('ndjson');
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Whole rows, the titles not among them; null: the format has none. */
  get rows(): number | null {
    return this.#hasRows ? this.records : null;
  }

  /** Records of which all is there; 0 where rows cannot be told apart. */
  get records(): number {
    return Math.max(0, this.#lines - (this.#isCsv ? 1 : 0));
  }

  add(part: Uint8Array<ArrayBuffer>): void {
    if (this.#hasRows) this.#count(part);
    this.#fresh.push(part);
    this.#bytes += part.length;
    this.#freshBytes += part.length;
    if (this.#freshBytes <= partBytes) return;
    this.#kept.push(new Blob(this.#fresh));
    [this.#fresh, this.#freshBytes] = [[], 0];
  }

  /** Forgets what came of a row that is not whole. */
  cut(): void {
    this.#kept = [new Blob([...this.#kept, ...this.#fresh]).slice(0, this.#wholeBytes)];
    [this.#fresh, this.#freshBytes, this.#bytes, this.#isQuoted] = [[], 0, this.#wholeBytes, false];
  }

  file(): Blob {
    return new Blob([...this.#kept, ...this.#fresh], { type: this.#type });
  }

  /** A line of CSV may go on in the next one within quotation marks. */
  #count(part: Uint8Array): void {
    for (const [at, byte] of part.entries()) {
      if (byte === quote && this.#isCsv) this.#isQuoted = !this.#isQuoted;
      if (byte !== newline || this.#isQuoted) continue;
      this.#lines += 1;
      this.#wholeBytes = this.#bytes + at + 1;
    }
  }
}
