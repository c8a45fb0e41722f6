import path from 'node:path';

// The compiled code lies in dist/admin, the sources of the components in admin/components of the repository.
const here = import.meta.dirname;
const isCompiled = path.basename(path.dirname(here)) === 'dist';
const root = path.resolve(here, isCompiled ? '../..' : '..');

/** Where the sources of the panel's components lie; needed only for bundling. */
export const componentFolder = path.join(root, 'admin', 'components');

/** Where the bundle of the panel's components lies, in every way of starting. */
export const bundleFolder = path.join(root, 'dist', 'admin-bundle');

/** The editor of the SQL console, bundled by itself. */
export const sqlEditorFile = path.join(root, 'dist', 'sql-editor', 'sql-editor.js');

// AdminJS reads this when it is imported and knows no other way; hence this file comes before it.
process.env.ADMIN_JS_TMP_DIR = bundleFolder;
