// npm run print:structure: writes migrations/structure.txt from a PostgreSQL of its own, freshly migrated.
import { writeFileSync } from 'node:fs';
import { describeStructure } from '../structure.js';
import { readFreshStructure } from './fresh-structure.js';

const file = 'migrations/structure.txt';

writeFileSync(file, await readFreshStructure(describeStructure));
console.log(`${file} ditulis / written`);
