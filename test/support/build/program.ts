import { newId, publicId } from '../../../schema/kernel/identifier.js';
import type { TestApp } from '../app.js';
import { regionKey } from './region.js';

export interface ProgramBuild {
  readonly region?: string;
  readonly name?: string;
  readonly state?: 'DRAFT' | 'APPROVED' | 'CLOSED';
  /** Months, "2026-01". */
  readonly from?: string;
  readonly until?: string;
  readonly quota?: number | null;
  readonly segment?: 'PU' | 'BPU';
  readonly wageBase?: string | null;
  readonly hasJht?: boolean;
  readonly categories?: readonly string[];
  readonly legalBases?: readonly string[];
  readonly mous?: readonly string[];
  readonly budget?: readonly { year: number; source?: string; original: string; revised?: string }[];
}

/** A program of Kota Cilegon for 2026 unless told otherwise; gives its database key. */
export async function aProgram({ sql }: Pick<TestApp, 'sql'>, build: ProgramBuild = {}): Promise<string> {
  const id = newId();
  const { region = '36.72', name = 'Gemet Sekul', state = 'DRAFT', segment = 'BPU' } = build;
  await sql(
    `insert into program (id, region_id, name, state, month_from, month_until, quota, segment, wage_base_rupiah, has_jht, closed_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      regionKey(region),
      name,
      state,
      `${build.from ?? '2026-01'}-01`,
      `${build.until ?? '2026-12'}-01`,
      build.quota ?? null,
      segment,
      build.wageBase ?? null,
      build.hasJht ?? false,
      state === 'CLOSED' ? '2026-12-31' : null,
    ],
  );
  await link(sql, id, 'program_category', 'category_id', build.categories);
  await link(sql, id, 'program_legal_basis', 'regulation_id', build.legalBases);
  await link(sql, id, 'program_mou', 'mou_id', build.mous);
  for (const { year, source = 'APBD_REGENCY', original, revised = null } of build.budget ?? []) {
    await sql(
      'insert into budget_line (id, program_id, fiscal_year, funding_source, original_rupiah, revised_rupiah) values ($1, $2, $3, $4, $5, $6)',
      [newId(), id, year, source, original, revised],
    );
  }
  return id;
}

async function link(
  sql: TestApp['sql'],
  program: string,
  table: string,
  column: string,
  targets: readonly string[] = [],
): Promise<void> {
  for (const target of targets) {
    await sql(`insert into ${table} (id, program_id, ${column}) values ($1, $2, $3)`, [
      newId(),
      program,
      target,
    ]);
  }
}

export function programId(key: string): string {
  return publicId('program', key);
}
