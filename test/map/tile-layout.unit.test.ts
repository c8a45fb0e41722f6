import { expect, test } from '@jest/globals';
import { neighbour, tilePlaces } from '../../admin/components/map/tile-layout.js';

const banten = ['36.01', '36.02', '36.03', '36.04', '36.71', '36.72', '36.73', '36.74'];

test('Banten lies as on a map: Cilegon in the west of the north coast, Pandeglang and Lebak in the south', () => {
  const places = tilePlaces('36', banten);

  const rows = [1, 2, 3].map((row) =>
    [1, 2, 3, 4].map(
      (column) =>
        banten.find((code) => {
          const place = places.get(code);
          return place?.row === row && place.column === column;
        }) ?? '–',
    ),
  );
  expect(rows).toEqual([
    ['36.72', '36.73', '36.03', '36.71'],
    ['–', '36.04', '–', '36.74'],
    ['36.01', '36.02', '–', '–'],
  ]);
});

test('a regency that split off later takes Banten to the automatic layout, so that nobody is missing', () => {
  const places = tilePlaces('36', [...banten, '36.05']);

  expect(places.size).toBe(9);
  expect(places.get('36.05')).toEqual({ column: 1, row: 2 });
});

test.each([1, 8, 15, 38])('%i regions of any province have a tile each and none shares one', (count) => {
  const codes = Array.from({ length: count }, (_, index) => `99.${String(index + 1).padStart(2, '0')}`);

  const places = [...tilePlaces('99', codes).values()];

  expect(new Set(places.map(({ column, row }) => `${column}:${row}`)).size).toBe(count);
  expect(Math.max(...places.map(({ column }) => column))).toBeLessThanOrEqual(6);
});

test('arrow keys go to the nearest region in their direction, and stay where nothing lies', () => {
  const spots = [...tilePlaces('36', banten)].map(([code, { column, row }]) => ({ code, x: column, y: row }));

  expect(neighbour(spots, '36.72', 'ArrowRight')).toBe('36.73');
  expect(neighbour(spots, '36.72', 'ArrowDown')).toBe('36.01');
  expect(neighbour(spots, '36.04', 'ArrowRight')).toBe('36.74');
  expect(neighbour(spots, '36.72', 'ArrowLeft')).toBeNull();
  expect(neighbour(spots, '36.72', 'Enter')).toBeNull();
});
