import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const COMPILED_FOLDERS = ['server', 'admin', 'schema', 'migrations', 'bench'];

/** Brings dist up to date; a step whose inputs have not changed since it last ran is skipped. */
export function build(root) {
  for (const step of [
    compileStep(root),
    adminStep(root),
    graphiqlStep(root),
    sqlEditorStep(root),
    publicPageStep(root),
  ])
    runStep({ root, step });
}

function compileStep(root) {
  const sources = COMPILED_FOLDERS.flatMap((folder) => filesBelow(path.join(root, folder)));
  return {
    name: 'compile',
    title: 'Mengompilasi / Compiling',
    inputs: [
      ...sources.filter((file) => file.endsWith('.ts')),
      ...configuration(root),
      path.join(root, 'tsconfig.build.json'),
    ],
    outputs: ['server'],
    run: () => {
      runNode({
        root,
        parameters: [path.join('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'],
      });
      removeOrphans(root);
    },
  };
}

function adminStep(root) {
  const script = path.join('dist', 'server', 'cli', 'build-admin.js');
  const sources = filesBelow(path.join(root, 'admin')).filter(isBundled);
  return {
    name: 'admin',
    title: 'Menyusun panel / Bundling the panel',
    inputs: [...sources, ...configuration(root)],
    outputs: ['admin-bundle'],
    isAbsent: !existsSync(path.join(root, 'server', 'cli', 'build-admin.ts')),
    run: () => runNode({ root, parameters: [script] }),
  };
}

function graphiqlStep(root) {
  const script = path.join('server', 'cli', 'build-graphiql.mjs');
  const sources = filesBelow(path.join(root, 'server', 'graphiql'));
  return {
    name: 'graphiql',
    title: 'Menyusun GraphiQL / Bundling GraphiQL',
    inputs: [
      ...sources,
      path.join(root, script),
      path.join(root, 'docs', 'questions.md'), // its operations are the examples
      ...configuration(root),
    ],
    outputs: ['graphiql'],
    run: () => runNode({ root, parameters: [script] }),
  };
}

function sqlEditorStep(root) {
  const script = path.join('server', 'cli', 'build-sql-editor.mjs');
  const sources = filesBelow(path.join(root, 'admin', 'sql-editor'));
  return {
    name: 'sql-editor',
    title: 'Menyusun penyunting SQL / Bundling the SQL editor',
    inputs: [...sources, path.join(root, script), ...configuration(root)],
    outputs: ['sql-editor'],
    run: () => runNode({ root, parameters: [script] }),
  };
}

function publicPageStep(root) {
  const script = path.join('server', 'cli', 'build-public-page.mjs');
  const sources = [path.join('server', 'public-page'), path.join('admin', 'components')];
  return {
    name: 'public-page',
    title: 'Menyusun halaman publik / Bundling the public page',
    inputs: [
      ...sources.flatMap((folder) => filesBelow(path.join(root, folder))),
      path.join(root, script),
      ...configuration(root),
    ],
    outputs: ['public-page'],
    run: () => runNode({ root, parameters: [script] }),
  };
}

function runStep({ root, step }) {
  if (step.isAbsent === true) return;
  const stamp = path.join(root, 'dist', '.stamps', step.name);
  const hash = hashOf({ root, files: step.inputs });
  const isComplete = step.outputs.every((name) => existsSync(path.join(root, 'dist', name)));
  if (isComplete && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  const startedAt = performance.now();
  console.log(`${step.title} …`);
  rmSync(stamp, { force: true });
  step.run();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  console.log(`  selesai / done (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
}

function runNode({ root, parameters }) {
  const { status } = spawnSync(process.execPath, parameters, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', ADMIN_JS_TMP_DIR: 'dist/admin-bundle' },
  });
  if (status === 0) return;
  console.error(`Gagal / Failed: node ${parameters.join(' ')}`);
  process.exit(1);
}

/** Compiled files whose source is gone: an old migration among them would still run. */
function removeOrphans(root) {
  for (const folder of COMPILED_FOLDERS) {
    for (const file of filesBelow(path.join(root, 'dist', folder))) {
      const source = path.relative(path.join(root, 'dist'), file).replace(/\.js(\.map)?$/, '.ts');
      if (!existsSync(path.join(root, source))) rmSync(file);
    }
  }
}

/** The browser's part of the panel: its components, and the files that name them to the bundler. */
function isBundled(file) {
  if (file.includes(`${path.sep}components${path.sep}`)) return true;
  return file.endsWith('.ts') && readFileSync(file, 'utf8').includes('ComponentLoader');
}

function configuration(root) {
  return [path.join(root, 'tsconfig.json'), path.join(root, 'package-lock.json')];
}

function hashOf({ root, files }) {
  const hash = createHash('sha256');
  for (const file of [...files].sort())
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true }).map((name) => path.join(folder, String(name)));
  return names.filter((name) => statSync(name).isFile());
}
