// npm start: installs, builds and serves, from a fresh clone as well. Plain JavaScript without packages.
import './check-node.mjs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
process.chdir(root);
await permitPort();

const { installDependencies } = await import('./install.mjs');
installDependencies(root);
const { build } = await import('./build.mjs');
build(root);

// AdminJS reads these while it is imported
process.env.NODE_ENV ??= 'production';
process.env.ADMIN_JS_TMP_DIR = 'dist/admin-bundle';
process.env.ADMIN_JS_SKIP_BUNDLE = 'true';
process.setSourceMapsEnabled(true);

const { main } = await import(pathToFileURL(path.join(root, 'dist', 'server', 'main.js')).href);
await main();

/** Looks before the slow steps whether the port is free; a wrong PORT is left to the program's own check. */
async function permitPort() {
  const port = Number(process.env.PORT || 4000);
  const host = process.env.HOST || '127.0.0.1';
  if (!Number.isInteger(port) || port < 1 || port > 65535) return;
  const code = await tryToListen({ port, host });
  if (code === null) return;
  console.error(sentenceFor({ code, port, host }));
  process.exit(1);
}

function tryToListen({ port, host }) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code));
    probe.listen({ port, host }, () => probe.close(() => resolve(null)));
  });
}

function sentenceFor({ code, port, host }) {
  if (code === 'EADDRINUSE') {
    return `Port ${port} sedang dipakai program lain; hentikan program itu atau jalankan dengan PORT=4001 npm start / Port ${port} is in use by another program; stop it or run PORT=4001 npm start`;
  }
  return `Alamat ${host}:${port} tidak dapat dipakai (${code}); ubah HOST atau PORT / Address ${host}:${port} cannot be used (${code}); change HOST or PORT`;
}
