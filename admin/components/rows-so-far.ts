import { type RowCount, rowCountOf } from './row-count';

/** Parts of this size leave the memory of the page: browsers keep larger files on disk. */
const partBytes = 8_000_000;

/** `resume` of `POST /exports`: what is there already, so that only the rest is sent. */
interface Resume {
  readonly bytes: number;
  readonly sha256: string;
}

/** The bytes of a file as they come, and how many rows they are. */
export class RowsSoFar {
  readonly #type: string;
  readonly #count: RowCount | null;
  #kept: Blob[] = [];
  #fresh: Uint8Array<ArrayBuffer>[] = [];
  #freshBytes = 0;
  #bytes = 0;

  constructor(type: string) {
    this.#type = type;
    this.#count = rowCountOf(type);
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Whole rows, the titles not among them; null: this browser cannot tell. */
  get rows(): number | null {
    return this.#count?.rows ?? null;
  }

  async add(part: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#fresh.push(part);
    this.#bytes += part.length;
    this.#freshBytes += part.length;
    if (this.#freshBytes > partBytes) {
      this.#kept.push(new Blob(this.#fresh));
      [this.#fresh, this.#freshBytes] = [[], 0];
    }
    await this.#count?.add(part);
  }

  file(): Blob {
    return new Blob([...this.#kept, ...this.#fresh], { type: this.#type });
  }

  /** Null: there is nothing yet, or the page came without TLS, where browsers do not hash. */
  async beginning(): Promise<Resume | null> {
    if (this.#bytes === 0 || !isSecureContext) return null;
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await this.file().arrayBuffer()));
    const sha256 = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return { bytes: this.#bytes, sha256 };
  }
}
