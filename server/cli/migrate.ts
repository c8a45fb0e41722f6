import { readMigrationAddresses } from '../config.js';
import { revertLastMigration, runMigrations } from '../migrations-runner.js';
import { prepareDatabase } from '../prepare-database.js';
import { bilingual } from '../startup-error.js';
import { refuse, say } from './operator.js';

await migrate(process.argv.slice(2)).catch(refuse);

/** Prepares roles and runs the migrations, or reverts the last one with --down, on the PostgreSQL of the environment. */
async function migrate(parameters: readonly string[]): Promise<void> {
  const { ownerUrl, appPassword } = readMigrationAddresses();
  if (parameters.includes('--down')) {
    await revertLastMigration({ ownerUrl, log: say });
    return;
  }
  await prepareDatabase({ ownerUrl, appPassword });
  const count = await runMigrations({ ownerUrl, log: say });
  say(bilingual({ id: `Selesai: ${count} migrasi dijalankan`, en: `Done: ${count} migrations ran` }));
}
