import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { conceptFiles, remainingSteps, writeConcept } from '../../server/new-concept.js';
import { misplacedHabits } from './checks/habits.js';
import { forbiddenImports } from './checks/imports.js';

const names = { name: 'agency', plural: 'agencies', timestamp: '1799999999999' };
const files = conceptFiles(names);

let folder: string;
let written: string[];
beforeAll(() => {
  // inside the repository, where the packages are found; what the files stand on is linked
  folder = mkdtempSync(path.join('test', '.new-concept-'));
  const concepts = readdirSync('schema').map((name) => `schema/${name}`);
  for (const linked of [...concepts, 'server', 'admin', 'test/support']) {
    mkdirSync(path.join(folder, path.dirname(linked)), { recursive: true });
    symlinkSync(path.resolve(linked), path.join(folder, linked), 'junction');
  }
  written = writeConcept(folder, names);
  const settings = {
    extends: '../../tsconfig.json',
    compilerOptions: { rootDir: '../..', noEmit: true },
    files: written.map((file) => path.relative(folder, file)),
    include: [],
    exclude: [],
  };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(settings));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the files of a new concept compile as they are', () => {
  const complaints = run('typescript/bin/tsc', ['-p', folder]).split('\n');

  // what it links is compiled elsewhere
  expect(complaints.filter((line) => line.includes(names.name))).toEqual([]);
});

test('the files of a new concept pass the linter as they are', () => {
  expect(
    run('@biomejs/biome/bin/biome', ['check', '--reporter=summary', '--error-on-warnings', ...written]),
  ).toBe('');
});

test('the files of a new concept follow the arrows and habits', () => {
  const sources = [...files]
    .filter(([file]) => !file.startsWith('test/'))
    .map(([file, text]) => ({ file, text }));

  expect([...forbiddenImports(sources), ...misplacedHabits(sources)]).toEqual([]);
});

test('nothing of the template’s own name is left', () => {
  for (const text of [...files.values(), ...remainingSteps(names)]) expect(text).not.toMatch(/sample|0{13}/i);
});

/** Complaints of a tool; empty: it had none. */
function run(tool: string, parameters: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join('node_modules', tool), ...parameters],
    { encoding: 'utf8' },
  );
  return status === 0 ? '' : `${stdout}${stderr}`;
}
