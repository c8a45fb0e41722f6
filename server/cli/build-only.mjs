// npm run build: what npm start and npm test do before they run.
import './check-node.mjs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
process.chdir(root);
const { installDependencies } = await import('./install.mjs');
installDependencies(root);
const { build } = await import('./build.mjs');
build(root);
