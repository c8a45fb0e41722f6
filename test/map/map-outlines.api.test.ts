import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Fastify from 'fastify';
import { readMapOutlines } from '../../server/map-outlines.js';
import { mapRoutes } from '../../server/routes/map.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'payung-map-'));
});
afterAll(() => rm(folder, { recursive: true }));

const square = [
  [
    [106, -6],
    [106.1, -6],
    [106.1, -6.1],
    [106, -6],
  ],
];
const feature = (properties: object, geometry: object = { type: 'Polygon', coordinates: square }) => ({
  type: 'Feature',
  properties,
  geometry,
});

async function fileOf(text: string): Promise<string> {
  const file = path.join(folder, 'map.geojson');
  await writeFile(file, text);
  return file;
}

test('outlines keep shape and code alone, whichever way the publisher writes the code', async () => {
  const features = [
    feature({ kode: 3672, nama: 'CILEGON', penduduk: 1 }),
    feature({ code: '36.04' }),
    feature({ KDPKAB: '3602' }),
    feature({ kode: '36' }),
    feature({ kode: '3601' }, { type: 'Point', coordinates: [106, -6] }),
  ];

  const outlines = JSON.parse(await readMapOutlines(await fileOf(JSON.stringify({ features }))));

  expect(outlines).toEqual({
    type: 'FeatureCollection',
    features: ['36.72', '36.04', '36.02'].map((code) => feature({ code })),
  });
});

test.each([
  ['no JSON', '{'],
  ['no features', '{"type":"FeatureCollection"}'],
  ['no codes', JSON.stringify({ features: [feature({ nama: 'CILEGON' })] })],
])('a file with %s stops the start with its name and what it must be', async (_label, text) => {
  const file = await fileOf(text);

  await expect(readMapOutlines(file)).rejects.toThrow(`PAYUNG_GEOJSON (${file})`);
});

test('browsers get the outlines once, then hear that nothing changed; without a file there is no content', async () => {
  const [drawn, schematic] = [Fastify(), Fastify()];
  await drawn.register(mapRoutes, { outlines: '{"type":"FeatureCollection","features":[]}' });
  await schematic.register(mapRoutes, { outlines: null });

  const first = await drawn.inject('/map.geojson');
  const tag = String(first.headers.etag);
  const again = await drawn.inject({ url: '/map.geojson', headers: { 'if-none-match': tag } });
  const none = await schematic.inject('/map.geojson');

  expect([first.statusCode, first.json()]).toEqual([200, { type: 'FeatureCollection', features: [] }]);
  expect([again.statusCode, again.body]).toEqual([304, '']);
  expect([none.statusCode, none.body]).toEqual([204, '']);
});
