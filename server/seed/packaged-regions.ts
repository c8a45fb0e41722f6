import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { referenceId } from '../../schema/kernel/identifier.js';

/** Region as the npm package idn-area-data lists it. */
export interface PackagedRegion {
  readonly id: string;
  readonly code: string;
  /** Name without "Kabupaten" or "Kota". */
  readonly name: string;
  readonly level: string;
  readonly parentCode: string | null;
}

/** The files of the package, unread, and what identifies their content. */
export interface RegionPackage {
  readonly version: string;
  readonly checksum: string;
  /** The regions of one file each: provinces, regencies and cities, districts, wards and villages. */
  readonly layers: readonly (() => readonly PackagedRegion[])[];
}

const files = ['provinces.csv', 'regencies.csv', 'districts.csv', 'villages.csv'] as const;
// regencies are numbered from 01, cities from 71
const firstCity = 71;
// "DAERAH ISTIMEWA YOGYAKARTA" and "PANGKAJENE DAN KEPULAUAN" follow the rule, these do not
const irregularWords: Readonly<Record<string, string>> = { DKI: 'DKI', DI: 'DI', DAN: 'dan' };

/** Opens the package; hashing its 4 MB is quick, parsing them is left until it is needed. */
export function openRegionPackage(): RegionPackage {
  const manifest = createRequire(import.meta.url).resolve('idn-area-data/package.json');
  const { version }: { readonly version: string } = JSON.parse(readFileSync(manifest, 'utf8'));
  const contents = files.map((file) => readFileSync(path.join(path.dirname(manifest), 'data', file)));
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return {
    version,
    checksum: hash.digest('hex').slice(0, 16),
    layers: contents.map((content) => () => readLayer(content)),
  };
}

function readLayer(content: Buffer): PackagedRegion[] {
  // names such as Soka"an hold a quote, so no quote has a meaning
  const rows: Readonly<Record<string, string>>[] = parse(content, { columns: true, quote: null });
  return rows.map(({ code = '', name = '' }) => {
    const level = levelOf(code);
    return {
      id: referenceId('region', code),
      code,
      name: nameOf(level, name),
      level,
      parentCode: code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null,
    };
  });
}

function levelOf(code: string): string {
  const [, regency, district, village] = code.split('.');
  if (village !== undefined) return village.startsWith('1') ? 'WARD' : 'VILLAGE';
  if (district !== undefined) return 'DISTRICT';
  if (regency !== undefined) return Number(regency) >= firstCity ? 'CITY' : 'REGENCY';
  return 'PROVINCE';
}

/** The package writes provinces, regencies and cities in capitals, with their kind, and all others as usual. */
function nameOf(level: string, name: string): string {
  if (level === 'PROVINCE') return titleCase(name);
  if (level === 'REGENCY') return titleCase(name.replace(/^KABUPATEN /, ''));
  return level === 'CITY' ? titleCase(name.replace(/^KOTA /, '')) : name;
}

function titleCase(name: string): string {
  return name
    .split(' ')
    .map((word) => irregularWords[word] ?? word.charAt(0) + word.slice(1).toLowerCase())
    .join(' ');
}
