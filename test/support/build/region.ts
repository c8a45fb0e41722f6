import { publicId, referenceId } from '../../../schema/kernel/identifier.js';
import type { TestApp } from '../app.js';

/** Regions of the seeds, by code. */
const known: Readonly<Record<string, readonly [name: string, level: string, parent: string | null]>> = {
  '36': ['Banten', 'PROVINCE', null],
  '36.72': ['Cilegon', 'CITY', '36'],
  '36.73': ['Serang', 'CITY', '36'],
  '36.04': ['Serang', 'REGENCY', '36'],
  '36.72.01': ['Cibeber', 'DISTRICT', '36.72'],
  '36.72.01.1001': ['Cibeber', 'WARD', '36.72.01'],
  '32': ['Jawa Barat', 'PROVINCE', null],
  '32.75': ['Bekasi', 'CITY', '32'],
};

export function regionKey(code: string): string {
  return referenceId('region', code);
}

export function regionId(code: string): string {
  return publicId('region', regionKey(code));
}

/** Banten with Cilegon, Kota and Kabupaten Serang, and Jawa Barat with Bekasi. */
export async function buildRegions({ sql }: Pick<TestApp, 'sql'>): Promise<void> {
  for (const [code, [name, level, parent]] of Object.entries(known)) {
    await sql('insert into region (id, code, name, level, parent_id) values ($1, $2, $3, $4, $5)', [
      regionKey(code),
      code,
      name,
      level,
      parent && regionKey(parent),
    ]);
  }
}
