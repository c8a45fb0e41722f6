import { publicId, referenceId } from '../../schema/kernel/identifier.js';
import { regionKey } from '../support/build/region.js';
import type { World } from './world.js';

export const officeKey = (key: string): string => referenceId('office', key);
export const officeId = (key: string): string => publicId('office', officeKey(key));

interface OfficeRow {
  readonly key: string;
  readonly level: string;
  readonly name: string;
  readonly parent?: string;
  readonly seat?: string;
  readonly closedUntil?: string;
  /** Code of the region, first day, last day. */
  readonly areas?: readonly (readonly [string, string | null, string | null])[];
}

/** Writes an office as the owner. */
export async function anOffice(world: World, office: OfficeRow): Promise<void> {
  const id = officeKey(office.key);
  const seat = office.seat ? regionKey(office.seat) : null;
  await world.rows(
    'insert into office (id, level, name, parent_id, region_id, closed_until) values ($1, $2, $3, $4, $5, $6)',
    [
      id,
      office.level,
      office.name,
      office.parent ? officeKey(office.parent) : null,
      seat,
      office.closedUntil ?? null,
    ],
  );
  for (const [code, from, until] of office.areas ?? []) {
    await world.rows(
      'insert into office_service_area (id, office_id, region_id, valid_from, valid_until) values (gen_random_uuid(), $1, $2, $3, $4)',
      [id, regionKey(code), from, until],
    );
  }
}

/** The offices around Cilegon as the sources describe them, and one of Bekasi. */
export async function theOffices(world: World): Promise<void> {
  await anOffice(world, { key: 'pusat', level: 'HEAD_OFFICE', name: 'Kantor Pusat BPJS Ketenagakerjaan' });
  await anOffice(world, {
    key: 'kanwil',
    level: 'KANWIL',
    name: 'Kantor Wilayah Banten',
    parent: 'pusat',
    areas: [['36', null, null]],
  });
  await anOffice(world, {
    key: 'serang',
    level: 'KC',
    name: 'Kantor Cabang Serang',
    parent: 'kanwil',
    seat: '36.73',
    areas: [
      ['36.73', null, null],
      ['36.04', null, null],
      ['36.72', null, '2024-06-30'],
    ],
  });
  await anOffice(world, {
    key: 'cilegon',
    level: 'KC',
    name: 'Kantor Cabang Cilegon',
    parent: 'kanwil',
    seat: '36.72',
    areas: [['36.72', '2024-07-01', null]],
  });
  await anOffice(world, {
    key: 'bekasi',
    level: 'KC',
    name: 'Kantor Cabang Bekasi Kota',
    seat: '32.75',
    areas: [['32.75', null, null]],
  });
}

/** What the tests of changes ask of a payload. */
export const officeAnswer = `office { id displayName version code period { from until }
  serviceAreas { note period { from until } } } userErrors { path code message }`;

/** Problems of a payload as `path code`, in order. */
export function problems(payload: { userErrors: { path: string[]; code: string }[] }): string[] {
  return payload.userErrors.map(({ path, code }) => `${path.join('.')} ${code}`);
}
