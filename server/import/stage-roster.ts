import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { ImportField } from '../../schema/import/index.js';
import type { Clock } from '../../schema/kernel/clock.js';
import { problem, Rejected } from '../../schema/kernel/problem.js';
import { identitySql } from '../../schema/kernel/session.js';
import type { VaultSecrets } from '../nik-vault.js';
import {
  callerOf,
  faultOfRows,
  type RosterJob,
  type StepParts,
  type StepResult,
  stopped,
} from './import-steps.js';
import { stagedInWorker } from './roster-tasks.js';
import type { RowsAside, StageTask } from './roster-worker.js';
import type { SealedRosters } from './sealed-rosters.js';
import { stagedColumns } from './staged-row.js';

export interface StageParts extends StepParts {
  readonly databaseUrl: string;
  readonly clock: Clock;
  readonly rosters: SealedRosters;
  readonly secrets: VaultSecrets;
}

/** Judging a million rows is one statement. */
const judgingMs = 10 * 60_000;
/** What sorting and joining the rows may take in PostgreSQL before it writes to disk; one roster is judged at a time. */
const workMegabytes = 64;
const progressEveryMs = 1000;

/**
 * Reads the file and judges its rows, in one transaction: either the batch has all its rows and verdicts, or nothing
 * of it is there and it is read again.
 */
export async function stageRoster(parts: StageParts, job: RosterJob): Promise<StepResult> {
  const steps = { unitOfWork: parts.unitOfWork, job, verb: 'import.stage' };
  const client = await ownConnection(parts);
  try {
    await begin(client, parts, job);
    if (!(await isMine(client, job))) return 'NOT_MINE';
    const task = await taskOf(client, parts, job);
    if (typeof task === 'string') return await stopped(steps, problem([], task));
    const copy = client.query(copyFrom(`copy import_staging (${stagedColumns.join(', ')}) from stdin`));
    const found: Found = { aside: { count: 0, first: [] } };
    await pipeline(chunksOf(parts, job, { task, found }), copy);
    await client.query('select app.stage_import($1, $2)', [job.id, parts.niks.keyIds]);
    const { count, first } = found.aside;
    await client.query(asideSql, [job.id, count, first]);
    await client.query('commit');
    return 'GO_ON';
  } catch (error) {
    const [fault = faultOfRows(error)] = error instanceof Rejected ? error.problems : [];
    if (fault === null) throw error;
    return await stopped(steps, fault);
  } finally {
    await client.end(); // what was not committed is rolled back
  }
}

/** What the worker tells at the end. */
interface Found {
  aside: RowsAside;
}

const asideSql = 'update import_batch set aside_count = $2, aside_rows = $3 where id = $1';

/** Not one of the pool's: those pipeline, which COPY cannot, and a file of a million rows takes a minute. */
async function ownConnection({ databaseUrl }: StageParts): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 2000,
    keepAlive: true,
    lock_timeout: 3000,
    application_name: 'payung import',
    options: '-c TimeZone=UTC',
  });
  client.on('error', () => undefined); // the statement under way hears of it
  await client.connect();
  return client;
}

async function begin(client: pg.Client, { clock, unitOfWork }: StageParts, job: RosterJob): Promise<void> {
  await client.query(
    `begin; set local statement_timeout = ${judgingMs}; set local idle_in_transaction_session_timeout = ${judgingMs};
     set local work_mem = '${workMegabytes}MB';
     ${identitySql(callerOf(unitOfWork, job), clock, 'import.stage')}`,
  );
}

/** One server at a time; the lock ends with the transaction, and with the connection of a server that is gone. */
async function isMine(client: pg.Client, { id }: RosterJob): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>(
    "select pg_try_advisory_xact_lock(hashtextextended('import.stage:' || $1, 0)) as mine",
    [id],
  );
  return rows[0]?.mine ?? false;
}

type Hindrance = 'IMPORT_ACTOR_LOST' | 'IMPORT_FILE_GONE';

interface BatchRow {
  readonly sheet: StageTask['sheet'] & { readonly codeColumn: number };
  readonly headerRow: number;
  readonly columns: readonly { readonly index: number; readonly field: ImportField | null }[];
  readonly continuesId: string | null;
  readonly defaults: StageTask['defaults'];
  readonly regionCode: string;
  readonly keyId: number;
  readonly provinces: readonly string[];
  readonly categories: readonly (readonly [string, string])[];
  readonly places: StageTask['places'];
}

/** Or why there is none: who decided it may not see the batch any more, or the file is gone. */
async function taskOf(
  client: pg.Client,
  parts: StageParts,
  { id }: RosterJob,
): Promise<StageTask | Hindrance> {
  const { rows } = await client.query<BatchRow>(batchSql, [id, parts.niks.keyIds]);
  const [batch] = rows;
  if (!batch) return 'IMPORT_ACTOR_LOST';
  const bytes = await parts.rosters.open(id);
  if (bytes === null) return 'IMPORT_FILE_GONE';
  const read = batch.columns.flatMap(({ index, field }) =>
    field === null || field === 'IGNORE' ? [] : [[field, index] as const],
  );
  return {
    kind: 'stage',
    bytes,
    batchId: id,
    sheet: batch.sheet,
    headerRow: batch.headerRow,
    columns: read,
    codeColumn: batch.sheet.codeColumn,
    continuesId: batch.continuesId,
    defaults: batch.defaults,
    categories: batch.categories,
    places: batch.places,
    today: parts.clock.today(),
    regionCode: batch.regionCode,
    knownProvinces: batch.provinces,
    secrets: parts.secrets,
    keyId: batch.keyId,
  };
}

const batchSql = `
  select b.sheet, b.header_row as "headerRow", b.columns, b.continues_id as "continuesId", r.code as "regionCode",
    app.current_nik_key($2) as "keyId",
    json_build_object('categoryId', b.category_id, 'enteredOn', b.entered_on, 'decree', b.decree, 'cohort', b.cohort,
      'decileSource', b.decile_source, 'decileOn', b.decile_on) as defaults,
    (select json_agg(p.code) from region p where p.level = 'PROVINCE') as provinces,
    (select coalesce(json_agg(json_build_array(t.term, t.category_id)), '[]') from category_term t) as categories,
    (select json_agg(json_build_object('id', g.id, 'code', g.code, 'name', g.name, 'level', g.level, 'parentId', g.parent_id))
      from region g where g.id in (select app.region_subtree(array[b.region_id]))) as places
  from import_batch b join region r on r.id = b.region_id
  where b.id = $1 and b.state = 'CHECKING' and b.keeps_file`;

/** The chunks as the worker makes them; progress is told once a second, in transactions of its own. */
async function* chunksOf(
  parts: StageParts,
  job: RosterJob,
  { task, found }: { readonly task: StageTask; readonly found: Found },
): AsyncGenerator<Buffer> {
  const caller = callerOf(parts.unitOfWork, job);
  let done = 0;
  let toldAt = performance.now();
  const chunks = stagedInWorker(task, (aside) => {
    found.aside = aside;
  });
  for await (const { bytes, rows } of chunks) {
    yield bytes;
    done += rows;
    if (performance.now() - toldAt < progressEveryMs) continue;
    toldAt = performance.now();
    await parts.unitOfWork.decide(caller, { verb: 'import.stage' }, async (work) => {
      await work.query("update import_batch set done_count = $2 where id = $1 and state = 'CHECKING'", [
        job.id,
        done,
      ]);
      return job.id;
    });
  }
}
