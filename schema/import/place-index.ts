/** A region of the registry, for finding addresses. */
export interface PlaceRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly parentId: string | null;
}

/** Finds regions by what rosters write. */
export interface PlaceIndex {
  byCode(code: string): string | null;
  /** The ward or village, or the district when no village is given; AMBIGUOUS when several have the name. */
  byName(village: string | null, district: string | null): string | null;
}

export const ambiguousPlace = 'AMBIGUOUS';

/** Index of the regions in which people of a roster may live, usually all below the payer region. */
export function placeIndex(rows: readonly PlaceRow[]): PlaceIndex {
  const codes = new Map(rows.map(({ code, id }) => [digitsOnly(code), id]));
  const districts = byName(rows.filter(({ level }) => level === 'DISTRICT'));
  const villages = byName(rows.filter(({ level }) => level === 'WARD' || level === 'VILLAGE'));
  return {
    byCode: (code) => codes.get(digitsOnly(code)) ?? null,
    byName: (village, district) => {
      const above = district === null ? null : lookUp(districts, district);
      if (village === null) return single(above ?? []);
      const named = lookUp(villages, village);
      const within = above && named.filter(({ parentId }) => above.some(({ id }) => id === parentId));
      return single(within ?? named);
    },
  };
}

function byName(rows: readonly PlaceRow[]): ReadonlyMap<string, readonly PlaceRow[]> {
  const found = new Map<string, PlaceRow[]>();
  for (const row of rows) {
    const name = squashed(row.name);
    found.set(name, [...(found.get(name) ?? []), row]);
  }
  return found;
}

function lookUp(places: ReadonlyMap<string, readonly PlaceRow[]>, text: string): readonly PlaceRow[] {
  return places.get(squashed(text)) ?? places.get(squashed(text.trim().replace(kindInFront, ''))) ?? [];
}

function single(found: readonly PlaceRow[]): string | null {
  if (found.length > 1) return ambiguousPlace;
  return found[0]?.id ?? null;
}

const kindInFront = /^(?:kelurahan|kel|desa|ds|kecamatan|kec|distrik)(?:[.\s:/]+)(?=\S)/i;
const notWord = /[^\p{L}\p{N}]+/gu;
const notDigit = /\D+/g;

/** "Kota Bumi" and "KOTABUMI" are one place. */
function squashed(name: string): string {
  return name.toLowerCase().replace(notWord, '');
}

function digitsOnly(code: string): string {
  return code.replace(notDigit, '');
}
