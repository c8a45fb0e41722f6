import { rmSync } from 'node:fs';

// biome-ignore lint/style/noDefaultExport: Jest looks for the default export
export default async function tearDown() {
  const { postgres, directory } = globalThis.payungTestDatabase;
  await postgres.stop();
  rmSync(directory, { recursive: true, force: true });
}
