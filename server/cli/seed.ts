import { readConfig, readMigrationAddresses } from '../config.js';
import { loadDemo } from '../seed/load-demo.js';
import { loadReference } from '../seed/load-reference.js';
import { loadRegions } from '../seed/load-regions.js';
import { loadRosters } from '../seed/roster/load-rosters.js';
import { bilingual, StartupError } from '../startup-error.js';

await seed(process.argv.slice(2)).catch(refuse);

/** Loads regions and reference data into the PostgreSQL of the environment, with --demo also the demo; can be repeated. */
async function seed(parameters: readonly string[]): Promise<void> {
  const { ownerUrl } = readMigrationAddresses();
  const isDemo = parameters.includes('--demo');
  const secret = isDemo ? demoSecret() : null;
  await loadRegions({ ownerUrl, log: print });
  await loadReference({ ownerUrl, log: print });
  if (secret !== null) {
    await loadDemo({ ownerUrl, log: print });
    await loadRosters({ ownerUrl, log: print, secret });
  }
  print(bilingual({ id: 'Selesai', en: 'Done' }));
}

/** Secret that the NIKs of the demo are sealed with. @throws StartupError unless the installation is a demo. */
function demoSecret(): string {
  const { isDemo, secret } = readConfig();
  if (isDemo && secret !== null) return secret;
  // the accounts of the demo have a password that everybody knows
  throw new StartupError(
    bilingual({
      id: 'Akun demo hanya dibuat bila PAYUNG_DEMO=1: kata sandinya diketahui umum',
      en: 'Demo accounts are made only with PAYUNG_DEMO=1: everybody knows their password',
    }),
  );
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
