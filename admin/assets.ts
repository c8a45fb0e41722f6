import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Router } from 'adminjs';
import { bundleFolder, sqlEditorFile } from './bundle-folder.js';
import { adminjsStyle } from './theme/adminjs-style.js';
import { comfortStyle } from './theme/comfort-style.js';
import { importStyle } from './theme/import-style.js';
import { logo } from './theme/logo.js';
import { mapStyle } from './theme/map-style.js';
import { pageStyle } from './theme/page-style.js';
import { style } from './theme/style.js';

const styles = [style, pageStyle, mapStyle, comfortStyle, importStyle, adminjsStyle];

/** One file that the panel's pages load; public, since the sign-in page needs them too. */
export interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
  readonly zipped: Buffer;
  readonly tag: string;
}

/** Addresses of our own two files, below the panel's prefix. */
export const stylePath = '/frontend/assets/payung.css';
export const logoPath = '/frontend/assets/payung.svg';

/** Loaded by the page that edits SQL, when it is opened. */
const sqlEditorPath = '/frontend/assets/sql-editor.js';
const componentsPath = '/frontend/assets/components.bundle.js';
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.eot': 'application/vnd.ms-fontobject',
};
const zip = promisify(gzip);

/** Every file of the panel by its path: AdminJS's own, the bundle of our components, style and logo. */
export class PanelAssets {
  readonly #sources = new Map<string, () => Promise<Buffer>>();
  readonly #loaded = new Map<string, Promise<Asset>>();

  constructor() {
    for (const { path: address, src } of Router.assets) this.#add(address, finalBundle(src));
    this.#add(componentsPath, path.join(bundleFolder, 'bundle.js'));
    this.#add(sqlEditorPath, sqlEditorFile);
    this.#sources.set(stylePath, async () => Buffer.from(styles.join('')));
    this.#sources.set(logoPath, async () => Buffer.from(logo));
  }

  paths(): readonly string[] {
    return [...this.#sources.keys()];
  }

  /** The file at that path, read and compressed once. @throws Error when the panel was not built. */
  load(address: string): Promise<Asset> {
    const known = this.#loaded.get(address);
    if (known) return known;
    const loading = this.#read(address);
    this.#loaded.set(address, loading);
    loading.catch(() => this.#loaded.delete(address)); // whoever waits for it hears of the failure
    return loading;
  }

  #add(address: string, file: string): void {
    this.#sources.set(address, () => readFile(file));
  }

  async #read(address: string): Promise<Asset> {
    const source = this.#sources.get(address);
    if (!source) throw new Error(`the panel has no file ${address}`);
    const bytes = await source();
    return {
      type: types[path.extname(address)] ?? 'application/octet-stream',
      bytes,
      zipped: await zip(bytes),
      tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    };
  }
}

/** AdminJS's development bundles are larger and write every missing translation to the console: never wanted here. */
function finalBundle(file: string): string {
  return file.replace(/([.-])development\.js$/, '$1production.js');
}
