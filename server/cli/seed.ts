import { readConfig, readMigrationAddresses } from '../config.js';
import { loadDemo } from '../seed/load-demo.js';
import { loadReference } from '../seed/load-reference.js';
import { loadRegions } from '../seed/load-regions.js';
import { bilingual, StartupError } from '../startup-error.js';

await seed(process.argv.slice(2)).catch(refuse);

/** Loads regions and reference data into the PostgreSQL of the environment, with --demo also the demo; can be repeated. */
async function seed(parameters: readonly string[]): Promise<void> {
  const { ownerUrl } = readMigrationAddresses();
  const isDemo = parameters.includes('--demo');
  if (isDemo) refuseUnlessDemo();
  await loadRegions({ ownerUrl, log: print });
  await loadReference({ ownerUrl, log: print });
  if (isDemo) await loadDemo({ ownerUrl, log: print });
  print(bilingual({ id: 'Selesai', en: 'Done' }));
}

/** The accounts of the demo have a password that everybody knows. */
function refuseUnlessDemo(): void {
  if (readConfig().isDemo) return;
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
