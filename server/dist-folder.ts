import path from 'node:path';

// The compiled code lies in dist/server, the sources in server; bundles are in dist either way.
const above = path.resolve(import.meta.dirname, '..');

/** Where bundles for browsers lie, in every way of starting. */
export const distFolder = path.basename(above) === 'dist' ? above : path.join(above, 'dist');
