import { readConfig, readMigrationAddresses } from '../config.js';
import { loadDemo } from '../seed/load-demo.js';
import { loadReference } from '../seed/load-reference.js';
import { loadRegions } from '../seed/load-regions.js';
import { loadRosters } from '../seed/roster/load-rosters.js';
import { bilingual, StartupError } from '../startup-error.js';
import { refuse, say } from './operator.js';

await seed(process.argv.slice(2)).catch(refuse);

/** Loads regions and reference data into the PostgreSQL of the environment, with --demo also the demo; can be repeated. */
async function seed(parameters: readonly string[]): Promise<void> {
  const { ownerUrl } = readMigrationAddresses();
  const isDemo = parameters.includes('--demo');
  const secret = isDemo ? demoSecret() : null;
  await loadRegions({ ownerUrl, log: say });
  await loadReference({ ownerUrl, log: say });
  if (secret !== null) {
    await loadDemo({ ownerUrl, log: say });
    await loadRosters({ ownerUrl, log: say, secret });
  }
  say(bilingual({ id: 'Selesai', en: 'Done' }));
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
