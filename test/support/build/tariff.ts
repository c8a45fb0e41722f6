import { tariffs } from '../../../server/seed/reference/index.js';
import { tariffRow } from '../../../server/seed/reference-rows.js';
import type { TestApp } from '../app.js';

/** The rates of the reference data, without the regulations that set them. */
export async function buildTariffs({ sql }: Pick<TestApp, 'sql'>): Promise<void> {
  const rows = tariffs.map((tariff) => ({ ...tariffRow(tariff), regulation_id: null }));
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await sql(
    `insert into tariff (${columns}) select ${columns} from jsonb_populate_recordset(null::tariff, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
