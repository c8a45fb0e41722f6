import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A concept to be, as its files call it. */
export interface ConceptNames {
  /** `office`: folder, table, prefix of the ids. */
  readonly name: string;
  /** `offices`: the list. */
  readonly plural: string;
  /** Thirteen digits that place the migration after the others. */
  readonly timestamp: string;
}

const templates = path.join('server', 'cli', 'new-concept');
const parts = ['entity', 'list', 'policy', 'problems', 'rules', 'inputs', 'service', 'resolver'];

/** The files of a small concept that belongs to regions, by path: they compile and pass the checks as they are. */
export function conceptFiles(names: ConceptNames): ReadonlyMap<string, string> {
  const { name, timestamp } = names;
  const files = new Map(
    parts.map((part) => [`schema/${name}/${name}.${part}.ts`, filled(`sample.${part}`, names)]),
  );
  return files
    .set(`schema/${name}/index.ts`, filled('index', names))
    .set(`migrations/${timestamp}-${name}-table.ts`, filled('migration', names))
    .set(`test/${name}/${name}.unit.test.ts`, filled('unit-test', names))
    .set(`test/${name}/${name}.api.test.ts`, filled('api-test', names));
}

/**
 * Writes the files below `root` and sorts and breaks their lines as the linter wants it for these names.
 * @throws Error when one of them exists already.
 */
export function writeConcept(root: string, names: ConceptNames): string[] {
  const files = [...conceptFiles(names)].map(([file, text]) => ({ file: path.join(root, file), text }));
  for (const { file, text } of files) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
  }
  const written = files.map(({ file }) => file);
  const biome = path.join('node_modules', '@biomejs', 'biome', 'bin', 'biome');
  spawnSync(process.execPath, [biome, 'check', '--write', ...written]); // what it cannot mend, `npm run check` names
  return written;
}

/** What is left to write by hand, line by line. */
export function remainingSteps({ name, plural }: ConceptNames): string[] {
  const type = capital(name);
  return [
    'schema/index.ts:',
    `  import { ${type}, ${type}Resolver, ${type}Service } from './${name}/index.js';`,
    `  ${name}: concept({ entities: [${type}], service: ${type}Service, resolvers: [${type}Resolver] }),`,
    'test/contract/access.ts:',
    ...[`Query.${name}`, `Query.${plural}`].map((field) => `  '${field}': 'STAFF',`),
    ...[`Mutation.${name}Create`, `Mutation.${name}Revise`].map((field) => `  '${field}': keepers,`),
    `admin/${name}.screen.ts: columns, forms and buttons; add ${name}Screen to admin/screens.ts`,
    'then: npm run print:schema && npm run print:structure && npm run check',
  ];
}

function filled(template: string, { name, plural, timestamp }: ConceptNames): string {
  return readFileSync(path.join(templates, `${template}.template`), 'utf8')
    .replaceAll('0000000000000', timestamp)
    .replaceAll('Samples', capital(plural))
    .replaceAll('Sample', capital(name))
    .replaceAll('SAMPLE', name.toUpperCase())
    .replaceAll('samples', plural)
    .replaceAll('sample', name);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
