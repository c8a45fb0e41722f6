import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { requestBytes } from './client.js';
import { postgraphileOperations } from './postgraphile-operations.js';
import type { SystemKind } from './system-kind.js';
import { systemNames } from './system-names.js';
import type { Workload } from './workloads.js';

/** Sources, not what was built: its packages lie beside it. */
const folder = fileURLToPath(new URL('../../bench/postgraphile/', import.meta.url));
const oldestNode = 22;

/**
 * PostGraphile 5 with its aggregates plugin. It wants Node 22, and neither it nor that Node is a package of the
 * program: both are installed into a folder of their own when the benchmark first needs them. Null: they cannot be.
 */
export function postgraphileKind(say: (line: string) => void): SystemKind | null {
  if (!isInstalled() && !install(say)) {
    say('PostGraphile tidak diukur / PostGraphile is not measured: its packages could not be installed');
    return null;
  }
  const isNew = Number(process.versions.node.split('.')[0]) >= oldestNode;
  return {
    name: systemNames.postgraphile,
    program: path.join(folder, 'server.mjs'),
    execPath: isNew ? process.execPath : ownNode,
    requestsOf,
    dataOf: ({ route }, data) => postgraphileOperations[route]?.dataOf(data as never),
  };
}

const ownNode = path.join(
  folder,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

function isInstalled(): boolean {
  const wanted: { readonly dependencies: Readonly<Record<string, string>> } = read('package.json');
  return Object.entries(wanted.dependencies).every(([name, version]) => {
    const file = `node_modules/${name}/package.json`;
    return existsSync(path.join(folder, file)) && read<{ version: string }>(file).version === version;
  });
}

function read<Content>(file: string): Content {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
}

function install(say: (line: string) => void): boolean {
  say('Memasang PostGraphile 5 / Installing PostGraphile 5 …');
  const settings = ['--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  const isWindows = process.platform === 'win32';
  const { status } = spawnSync('npm', ['install', ...settings], {
    cwd: folder,
    stdio: 'inherit',
    shell: isWindows,
  });
  return status === 0 && existsSync(ownNode);
}

/** The actor's id, and the role as which to read, stand for a token that says both by itself. */
function requestsOf({ route, variables, actor }: Workload): readonly Buffer[] {
  const operation = postgraphileOperations[route];
  if (!operation) throw new Error(`PostGraphile has no operation for ${route}`);
  const { query, variablesOf } = operation;
  return variables.map((one) =>
    requestBytes({
      route: '/graphql',
      token: `${actor.staffId}:${actor.reader}`,
      body: { query, variables: variablesOf(one as never) },
    }),
  );
}
