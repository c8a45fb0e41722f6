// Writes the typed documents of the public page. `npm run print:client` after a change of schema or operations.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { clientCode, clientFiles } from './client-code.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
await writeFile(`${root}/${clientFiles.client}`, await clientCode(root));
console.log(clientFiles.client);
