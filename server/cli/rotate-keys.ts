import 'reflect-metadata';
import { readConfig } from '../config.js';
import { keptSecret } from '../installation-secret.js';
import { rotateKeys } from '../key-rotation.js';
import { createNikVault } from '../nik-vault.js';
import { bilingual } from '../startup-error.js';
import { refuse, say } from './operator.js';
import { withOwner } from './with-owner.js';

await main().catch(refuse);

/** Puts all NIKs under PAYUNG_SECRET, from those of PAYUNG_SECRET_PREVIOUS. */
async function main(): Promise<void> {
  const config = readConfig();
  const secret = config.secret ?? keptSecret({ directory: config.dataDirectory, name: 'session' });
  const vault = createNikVault({ secret, previousSecrets: config.previousSecrets });
  const count = await withOwner(config, (ownerUrl) => rotateKeys({ ownerUrl, vault, log: say }));
  say(
    bilingual({
      id: `Selesai: ${count} NIK dipindahkan; PAYUNG_SECRET_PREVIOUS boleh dikosongkan di semua server`,
      en: `Done: ${count} NIKs moved; PAYUNG_SECRET_PREVIOUS can be emptied on all servers`,
    }),
  );
}
