import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Runs `npm ci` when node_modules is absent, or is not what package-lock.json says. */
export function installDependencies(root) {
  if (isInstalled(root)) return;
  console.log('Memasang pustaka / Installing packages (npm ci) …');
  const { command, parameters } = npmCommand();
  const options = { cwd: root, stdio: 'inherit', shell: command === 'npm' && process.platform === 'win32' };
  const { status } = spawnSync(
    command,
    [...parameters, 'ci', '--include=dev', '--no-audit', '--no-fund'],
    options,
  );
  if (status === 0) return;
  console.error(
    'npm ci gagal; periksa koneksi lalu coba lagi / npm ci failed; check the connection and try again',
  );
  process.exit(1);
}

/** Whether npm's own note of what it installed agrees with the lock file. */
function isInstalled(root) {
  const installed = readPackages(path.join(root, 'node_modules', '.package-lock.json'));
  const locked = readPackages(path.join(root, 'package-lock.json'));
  if (installed === null || locked === null) return false;
  return Object.entries(locked).every(([location, wanted]) => {
    if (location === '') return true;
    const found = installed[location];
    if (found === undefined) return wanted.optional === true && !isForThisMachine(wanted);
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** An optional package is missed only when it names this system: npm leaves out those of the others. */
function isForThisMachine({ os, cpu, libc }) {
  if (os === undefined || cpu === undefined || libc !== undefined) return false;
  return os.includes(process.platform) && cpu.includes(process.arch);
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch (error) {
    // an unreadable or half-written note is as good as none: npm ci makes a new one
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

function npmCommand() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return { command: process.execPath, parameters: [script] };
  return { command: 'npm', parameters: [] };
}
