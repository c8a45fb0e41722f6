import { newId } from '../../schema/kernel/identifier.js';
import type { TestApp } from '../support/app.js';
import { regionKey } from '../support/build/region.js';

export interface Figure {
  readonly indicator: string;
  readonly value: string;
  /** Code of the region; null: all of Indonesia. */
  readonly region?: string | null;
  readonly asOf?: string | null;
  readonly label?: string;
  /** Key of the source. */
  readonly source: string;
}

/** An indicator, made by the owner; gives its key. */
export async function anIndicator({ sql }: TestApp, code: string, unit: string): Promise<string> {
  const id = newId();
  await sql(
    `insert into indicator (id, code, name, name_en, unit, description) values ($1, $2, $2, $2, $3, 'Uji')`,
    [id, code, unit],
  );
  return id;
}

/** A figure with its citation, made by the owner in one statement, as its deferred guard wants it; gives its key. */
export async function aFigure({ sql }: TestApp, figure: Figure): Promise<string> {
  const { indicator, value, region = '36.72', asOf = null, label = 'Angka uji', source } = figure;
  const id = newId();
  await sql(
    `with made as (
       insert into observation (id, indicator_id, region_id, value, as_of, label) values ($1, $2, $3, $4, $5, $6) returning id)
     insert into citation (id, source_id, concept, record_id) select $7, $8, 'observation', m.id from made m`,
    [id, indicator, region && regionKey(region), value, asOf, label, newId(), source],
  );
  return id;
}
