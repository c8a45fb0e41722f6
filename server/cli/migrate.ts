import { readMigrationAddresses } from '../config.js';
import { revertLastMigration, runMigrations } from '../migrations-runner.js';
import { prepareDatabase } from '../roles.js';
import { bilingual, StartupError } from '../startup-error.js';

await migrate(process.argv.slice(2)).catch(refuse);

/** Prepares roles and runs the migrations, or reverts the last one with --down, on the PostgreSQL of the environment. */
async function migrate(parameters: readonly string[]): Promise<void> {
  const { ownerUrl, appPassword } = readMigrationAddresses();
  if (parameters.includes('--down')) {
    await revertLastMigration({ ownerUrl, log: print });
    return;
  }
  await prepareDatabase({ ownerUrl, appPassword });
  const count = await runMigrations({ ownerUrl, log: print });
  print(bilingual({ id: `Selesai: ${count} migrasi dijalankan`, en: `Done: ${count} migrations ran` }));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function refuse(error: unknown): void {
  // anything else is a bug or a lost connection: its stack helps
  const text =
    error instanceof StartupError || !(error instanceof Error)
      ? String(error)
      : (error.stack ?? error.message);
  process.stderr.write(`${text.replace(/^StartupError: /, '')}\n`);
  process.exitCode = 1;
}
