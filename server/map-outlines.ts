import { readFile } from 'node:fs/promises';
import { bilingual, StartupError } from './startup-error.js';

/** Properties in which publishers of Indonesian boundaries put the code of the Ministry of Home Affairs. */
const codeProperties = ['code', 'kode', 'kode_kemendagri', 'KDPKAB', 'KODE_KAB', 'kd_kabupaten'] as const;
const outlineKinds: readonly unknown[] = ['Polygon', 'MultiPolygon'];

/**
 * Outlines of regencies and cities from the installation's GeoJSON, each with its code as "36.72", as JSON for browsers.
 * @throws StartupError when the file cannot be read, or has no outline with a code.
 */
export async function readMapOutlines(file: string): Promise<string> {
  const parsed = await readJson(file);
  const features = isObject(parsed) && Array.isArray(parsed.features) ? parsed.features : [];
  const outlines = features.flatMap(outlineOf);
  if (outlines.length > 0) return JSON.stringify({ type: 'FeatureCollection', features: outlines });
  throw refused(file, {
    id: `harus FeatureCollection berisi Polygon atau MultiPolygon dengan kode Kemendagri ("36.72" atau "3672") pada properti ${codeProperties.join(', ')}`,
    en: `must be a FeatureCollection of Polygons or MultiPolygons with the code of the region ("36.72" or "3672") in a property ${codeProperties.join(', ')}`,
  });
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw refused(file, { id: 'tidak dapat dibaca sebagai JSON', en: 'cannot be read as JSON' });
  }
}

function outlineOf(feature: unknown): object[] {
  if (!isObject(feature) || !isObject(feature.properties) || !isObject(feature.geometry)) return [];
  const { geometry, properties } = feature;
  const code = codeOf(properties);
  if (code === null || !outlineKinds.includes(geometry.type) || !Array.isArray(geometry.coordinates))
    return [];
  const { type, coordinates } = geometry;
  return [{ type: 'Feature', properties: { code }, geometry: { type, coordinates } }];
}

/** "3672", 3672 or "36.72" -> "36.72". */
function codeOf(properties: Readonly<Record<string, unknown>>): string | null {
  for (const name of codeProperties) {
    const [, province, regency] = /^(\d{2})\.?(\d{2})$/.exec(String(properties[name] ?? '')) ?? [];
    if (province !== undefined && regency !== undefined) return `${province}.${regency}`;
  }
  return null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function refused(file: string, reason: { readonly id: string; readonly en: string }): StartupError {
  return new StartupError(
    bilingual({ id: `PAYUNG_GEOJSON (${file}) ${reason.id}`, en: `PAYUNG_GEOJSON (${file}) ${reason.en}` }),
  );
}
