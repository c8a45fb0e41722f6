/** Shapes of one operation that different variables give it. */
const mostShapes = 50;
/** Variables below the root are few and short; those of somebody who wants to fill the memory are not kept. */
const longestKey = 2000;

/** What an operation comes to, by the values of the variables that decide it. */
export class KeptShapes<Shape> {
  readonly #shapes = new Map<string, Shape>();

  get(values: readonly unknown[], make: () => Shape): Shape {
    const key = JSON.stringify(values);
    const known = this.#shapes.get(key);
    if (known !== undefined) return known;
    const shape = make();
    if (key.length > longestKey) return shape;
    if (this.#shapes.size >= mostShapes) this.#shapes.clear();
    this.#shapes.set(key, shape);
    return shape;
  }
}
