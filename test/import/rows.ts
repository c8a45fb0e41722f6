import { ImportField } from '../../schema/import/import-columns.js';
import { placeIndex, type RowContext, type SheetRow } from '../../schema/import/import-row.js';

/** A row whose cells are text where filled; `kinds` says otherwise. */
export function sheetRow(texts: readonly string[], kinds?: string, number = 1): SheetRow {
  return { number, texts, kinds: kinds ?? texts.map((text) => (text === '' ? '-' : 't')).join('') };
}

/** The regions of these tests; two villages share a name. */
export const places = placeIndex([
  { id: 'ciwandan', code: '36.72.01', name: 'Ciwandan', level: 'DISTRICT', parentId: 'cilegon' },
  { id: 'citangkil', code: '36.72.07', name: 'Citangkil', level: 'DISTRICT', parentId: 'cilegon' },
  { id: 'tegal-ratu', code: '36.72.01.1001', name: 'Tegal Ratu', level: 'WARD', parentId: 'ciwandan' },
  { id: 'kebon-sari-1', code: '36.72.01.1002', name: 'Kebonsari', level: 'WARD', parentId: 'ciwandan' },
  { id: 'kebon-sari-7', code: '36.72.07.1005', name: 'Kebonsari', level: 'WARD', parentId: 'citangkil' },
]);

const categories: Readonly<Record<string, string>> = { 'tukang ojek': 'ojek', 'nelayan kecil': 'fisher' };

/** Reads rows with one column per field, in the order given. */
export function contextOf(fields: readonly ImportField[], change: Partial<RowContext> = {}): RowContext {
  return {
    columns: new Map(fields.map((field, index) => [field, index])),
    defaults: {
      categoryId: 'fisher',
      enteredOn: '2026-01-01',
      decree: null,
      cohort: null,
      decileSource: 'DTSEN',
      decileOn: '2025-12-31',
    },
    categoryOf: (term) => categories[term] ?? null,
    places,
    today: '2026-02-11',
    regionCode: '36.72',
    knownProvinces: [],
    areNiksRounded: false,
    ...change,
  };
}
