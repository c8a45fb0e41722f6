import { readFile } from 'node:fs/promises';
import { codegen } from '@graphql-codegen/core';
import * as typedDocuments from '@graphql-codegen/typed-document-node';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import { buildSchema, parse } from 'graphql';

/** Scalars travel as texts: money and decimals keep every digit, days have no zone. */
const scalars = Object.fromEntries(
  ['ID', 'CalendarDate', 'DateTime', 'Decimal', 'Email', 'Month', 'Nik', 'RegionCode', 'Rupiah'].map(
    (name) => [name, 'string'],
  ),
);

/** Paths below the root of the repository. */
export const clientFiles = {
  schema: 'schema/schema.graphql',
  operations: 'server/public-page/operations.graphql',
  client: 'server/public-page/operations.ts',
} as const;

/** Typed documents of the public page's operations: what a frontend team gets from GraphQL Code Generator. */
export async function clientCode(root: string): Promise<string> {
  const [schema, operations] = await Promise.all([
    readFile(`${root}/${clientFiles.schema}`, 'utf8'),
    readFile(`${root}/${clientFiles.operations}`, 'utf8'),
  ]);
  const code = await codegen({
    filename: clientFiles.client,
    schema: parse(schema),
    schemaAst: buildSchema(schema),
    documents: [{ location: clientFiles.operations, document: parse(operations) }],
    config: {
      documentMode: 'string',
      enumsAsTypes: true,
      immutableTypes: true,
      scalars,
      skipTypename: true,
      useTypeImports: true,
      defaultScalarType: 'unknown',
    },
    plugins: [{ operations: {} }, { documents: {} }],
    pluginMap: { operations: operationTypes, documents: typedDocuments },
  });
  return `// Written by \`npm run print:client\` from schema.graphql and operations.graphql; do not edit.\n${code}`;
}
