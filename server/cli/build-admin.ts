// Bundles admin/components into dist/admin-bundle, from where the panel serves it. Part of `npm run build`.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { bundleFolder, componentFolder } from '../../admin/bundle-folder.js';

process.env.NODE_ENV = 'production'; // AdminJS minifies only then, and reads it when it is imported
const { componentsBundler } = await import('adminjs/bundler');

// each file that begins with a capital is a component of its name; the others are parts of them
const names = readdirSync(componentFolder)
  .filter((file) => /^[A-Z]\w*\.tsx$/.test(file))
  .map((file) => path.basename(file, '.tsx'));
const from = path.relative(bundleFolder, componentFolder).split(path.sep).join('/');
const lines = names.flatMap((name) => [
  `import ${name} from '${from}/${name}';`,
  `AdminJS.UserComponents.${name} = ${name};`,
]);
await componentsBundler.createEntry({ content: ['AdminJS.UserComponents = {};', ...lines].join('\n') });
await componentsBundler.build();
console.log(`panel: ${names.length} components in ${path.relative(process.cwd(), bundleFolder)}`);
