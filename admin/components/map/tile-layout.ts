/** Where a region's tile stands, from the top left corner; both count from 1. */
export interface TilePlace {
  readonly column: number;
  readonly row: number;
}

/**
 * Rough geography of provinces, one tile for each regency and city, so that neighbours stay neighbours: west is left,
 * north is up. Banten: the north coast in the first row, the Sunda Strait on the left.
 */
const drawn: Readonly<Record<string, Readonly<Record<string, readonly [column: number, row: number]>>>> = {
  '36': {
    '36.72': [1, 1],
    '36.73': [2, 1],
    '36.03': [3, 1],
    '36.71': [4, 1],
    '36.04': [2, 2],
    '36.74': [4, 2],
    '36.01': [1, 3],
    '36.02': [2, 3],
  },
};

/** Columns of the map of a province that nobody has drawn, before a row is full. */
const widest = 6;

/** A place for each code: as drawn for the province when every region has one, otherwise by code, row after row. */
export function tilePlaces(province: string, codes: readonly string[]): ReadonlyMap<string, TilePlace> {
  const plan = drawn[province];
  if (plan && codes.every((code) => code in plan))
    return new Map(
      codes.map((code) => {
        const [column, row] = plan[code] ?? [1, 1];
        return [code, { column, row }];
      }),
    );
  const columns = Math.min(widest, Math.max(1, Math.ceil(Math.sqrt(codes.length * 1.4))));
  const inOrder = [...codes].sort();
  return new Map(
    inOrder.map((code, place) => [
      code,
      { column: (place % columns) + 1, row: Math.floor(place / columns) + 1 },
    ]),
  );
}

/** A region somewhere on the drawing, in whatever unit; down is larger. */
export interface Spot {
  readonly code: string;
  readonly x: number;
  readonly y: number;
}

const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The nearest region in the direction of an arrow key. Null: another key, or nothing lies there. */
export function neighbour(spots: readonly Spot[], from: string, key: string): string | null {
  const direction = directions[key];
  const start = spots.find(({ code }) => code === from);
  if (!direction || !start) return null;
  let nearest: { readonly code: string; readonly cost: number } | null = null;
  for (const spot of spots) {
    const [dx, dy] = [spot.x - start.x, spot.y - start.y];
    const ahead = dx * direction[0] + dy * direction[1];
    const aside = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
    if (ahead <= 0) continue;
    // straight ahead counts before nearer but aside
    const cost = ahead + 2 * aside;
    if (!nearest || cost < nearest.cost) nearest = { code: spot.code, cost };
  }
  return nearest?.code ?? null;
}
