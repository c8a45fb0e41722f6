import { publicId, referenceId } from '../../schema/kernel/identifier.js';
import { officeKey } from '../office/offices.js';
import type { World } from '../office/world.js';
import { regionKey } from '../support/build/region.js';

export const officialKey = (key: string): string => referenceId('official', key);
export const officialId = (key: string): string => publicId('official', officialKey(key));

interface OfficialRow {
  readonly key: string;
  readonly name: string;
  readonly post: string;
  readonly region?: string;
  readonly agency?: string;
  readonly office?: string;
  readonly variants?: readonly string[];
  /** First and last day of the term. */
  readonly term?: readonly [string | null, string | null];
  /** First and last day of the evidence. */
  readonly evidence?: readonly [string | null, string | null];
}

/** Writes an official as the owner. */
export async function anOfficial(world: World, official: OfficialRow): Promise<void> {
  const {
    key,
    name,
    post,
    region,
    agency = null,
    office,
    variants = [],
    term = [null, null],
    evidence = [null, null],
  } = official;
  const kind = office ? 'OFFICE' : agency ? 'AGENCY' : 'REGION_GOVERNMENT';
  const place = [kind, region ? regionKey(region) : null, agency, office ? officeKey(office) : null];
  await world.rows(
    `insert into official (id, name, post, name_variants, organisation_kind, region_id, agency, office_id,
      term_from, term_until, evidenced_from, evidenced_until) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [officialKey(key), name, post, variants, ...place, ...term, ...evidence],
  );
}

/** Invented people in posts of Cilegon, Kabupaten Serang, Bekasi and two offices. */
export async function theOfficials(world: World): Promise<void> {
  await anOfficial(world, {
    key: 'kepala',
    name: 'Ahmad Contoh',
    variants: ['A. Contoh', 'Contho'],
    post: 'Kepala Kantor Cabang',
    office: 'serang',
    evidence: ['2023-09-12', '2024-01-24'],
  });
  await anOfficial(world, {
    key: 'walikota',
    name: 'Budi Teladan',
    post: 'Wali Kota',
    region: '36.72',
    term: ['2021-02-26', '2025-02-20'],
  });
  await anOfficial(world, {
    key: 'dinas',
    name: 'Citra Misal',
    post: 'Kepala Dinas Tenaga Kerja',
    region: '36.72',
    agency: 'Dinas Tenaga Kerja',
    term: ['2024-03-01', null],
    evidence: ['2024-04-01', '2025-12-17'],
  });
  await anOfficial(world, {
    key: 'bupati',
    name: 'Dewi Umpama',
    post: 'Bupati',
    region: '36.04',
    term: ['2025-05-27', null],
  });
  await anOfficial(world, { key: 'sekda', name: 'Eka Andai', post: 'Sekretaris Daerah', region: '36.04' });
  await anOfficial(world, {
    key: 'bekasi',
    name: 'Fajar Ibarat',
    post: 'Kepala Kantor Cabang',
    office: 'bekasi',
  });
}
