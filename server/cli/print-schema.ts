// npm run print:schema: writes schema/schema.graphql from the running schema.
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { describedSchema, printedSchema } from '../graphql/schema.js';

const file = 'schema/schema.graphql';

writeFileSync(file, printedSchema(describedSchema()));
console.log(`${file} ditulis / written`);
