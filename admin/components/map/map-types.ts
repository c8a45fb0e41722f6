/** A region on the map and where it leads. */
export interface MapRegion {
  readonly code: string;
  readonly name: string;
  readonly href: string;
}

/** What a region shows under an indicator. */
export interface MapCell {
  /** Shade from 0, the lightest, to 4. Null: nothing is known. */
  readonly step: number | null;
  /** In a few characters, on the map itself: "99,5 %". */
  readonly value: string;
  /** In a sentence: "3.483 dari 3.500 orang". */
  readonly note: string;
}

/** One way of colouring the map. */
export interface MapView {
  readonly code: string;
  readonly name: string;
  /** What the colour says, with its unit and day. */
  readonly about: string;
  /** What the shades stand for, the lightest first. */
  readonly steps: readonly string[];
  readonly cells: Readonly<Record<string, MapCell>>;
}

export interface MapWords {
  readonly indicator: string;
  readonly table: string;
  readonly region: string;
  readonly meaning: string;
  readonly unknown: string;
  readonly hint: string;
}

export const mapWords: Readonly<Record<'id' | 'en', MapWords>> = {
  id: {
    indicator: 'Warna peta menurut',
    table: 'Peta sebagai tabel',
    region: 'Daerah',
    meaning: 'Keterangan',
    unknown: 'belum ada data',
    hint: 'Pilih daerah dengan tetikus, sentuhan, atau tombol panah.',
  },
  en: {
    indicator: 'Colour the map by',
    table: 'The map as a table',
    region: 'Region',
    meaning: 'What it says',
    unknown: 'no data yet',
    hint: 'Choose a region by mouse, touch or arrow keys.',
  },
};

export const absentCell = (words: MapWords): MapCell => ({ step: null, value: '–', note: words.unknown });
