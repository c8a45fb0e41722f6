/** Tells what comes again from what comes once: only that is worth keeping. Bounded; who forgets asks once more. */
export class SeenOnce {
  readonly #keys = new Set<string>();

  constructor(private readonly most: number) {}

  /** True at the first time of a key and false at the second, which ends what is known of it. */
  isFirst(key: string): boolean {
    if (this.#keys.delete(key)) return false;
    if (this.#keys.size >= this.most) this.#keys.clear();
    this.#keys.add(key);
    return true;
  }
}
