import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type pg from 'pg';

/** Tables that an import writes people to. */
const written = ['person', 'beneficiary', 'verification', 'enrollment'];

/** The rows of the last import again, by one COPY for each table; bare: without audit trail, versions and guards. */
export async function copied(owner: pg.Client, { isBare }: { readonly isBare: boolean }): Promise<number> {
  const fileOf = (table: string) => path.join(tmpdir(), `payung-bench-${process.pid}-${table}`);
  for (const table of written) await owner.query(`copy ${table} to '${fileOf(table)}'`);
  await emptied(owner);
  const began = performance.now();
  await owner.query('begin');
  for (const table of written) {
    if (isBare) await owner.query(`alter table ${table} disable trigger user`);
    await owner.query(`copy ${table} from '${fileOf(table)}'`);
    if (isBare) await owner.query(`alter table ${table} enable trigger user`);
    // the triggers of the next table were planned while this one was empty
    else await owner.query(`analyze ${table}`);
  }
  await owner.query('commit');
  const seconds = (performance.now() - began) / 1000;
  for (const table of written) rmSync(fileOf(table), { force: true });
  return seconds;
}

/** Leaves neither people nor imports behind. */
export async function emptied(owner: pg.Client): Promise<void> {
  await owner.query(`truncate ${written.join(', ')}, import_row, import_batch, audit_event cascade`);
}
