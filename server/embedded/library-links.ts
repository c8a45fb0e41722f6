import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { hasErrorCode } from '../error-code.js';

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Makes the links between PostgreSQL's libraries that npm packages cannot hold. The package's own install script does
 * so as well, but npm may be set not to run such scripts.
 */
export function restoreLibraryLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'));
  if (!Array.isArray(links)) return;
  for (const link of links.filter(isLink)) restoreLink({ root: path.dirname(native), link });
}

function restoreLink({ root, link }: { readonly root: string; readonly link: Link }): void {
  const source = path.join(root, link.source);
  const target = path.join(root, link.target);
  if (existsSync(target)) return;
  try {
    symlinkSync(path.relative(path.dirname(target), source), target);
  } catch (error) {
    // another starter made it in between
    if (!hasErrorCode({ error, code: 'EEXIST' })) throw error;
  }
}

function isLink(value: unknown): value is Link {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'source' in value &&
    typeof value.source === 'string' &&
    'target' in value &&
    typeof value.target === 'string'
  );
}
