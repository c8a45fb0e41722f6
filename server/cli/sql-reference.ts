// npm run sql:reference: writes docs/sql.md from the comments in a freshly migrated database.
import { writeFileSync } from 'node:fs';
import { sqlReference } from '../sql/reference.js';
import { readViews } from '../sql/views.js';
import { readFreshStructure } from './fresh-structure.js';

const file = 'docs/sql.md';

writeFileSync(file, sqlReference(await readFreshStructure(readViews)));
console.log(`${file} ditulis / written`);
