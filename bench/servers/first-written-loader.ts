/** Collects the keys that are asked for in one turn of the event loop and reads them together, as DataLoader does. */
export class Loader<Key, Value> {
  readonly #known = new Map<Key, Promise<Value | null>>();
  #waiting: {
    readonly key: Key;
    readonly resolve: (value: Value | null) => void;
    readonly reject: (error: unknown) => void;
  }[] = [];

  constructor(private readonly read: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>) {}

  load(key: Key): Promise<Value | null> {
    const known = this.#known.get(key);
    if (known) return known;
    const loaded = new Promise<Value | null>((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => void this.#flush());
      this.#waiting.push({ key, resolve, reject });
    });
    this.#known.set(key, loaded);
    return loaded;
  }

  async #flush(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    try {
      const found = await this.read(batch.map(({ key }) => key));
      for (const { key, resolve } of batch) resolve(found.get(key) ?? null);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
