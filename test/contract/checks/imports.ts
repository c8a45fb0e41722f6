import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A source file with what it imports: files of ours by path from the root, packages by name. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

export interface Import {
  readonly from: string;
  /** `schema/kernel/problem.ts` for a file of ours, `typeorm` for a package. */
  readonly to: string;
  /** Whether the compiler erases it. */
  readonly isType: boolean;
}

/** Sources below the folders, compiled output and packages left out. */
export function sourcesBelow(...folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .map((name) => path.posix.join(folder, String(name).split(path.sep).join('/')))
      .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
      .sort()
      .map((file) => ({ file, text: readFileSync(file, 'utf8') })),
  );
}

const statement =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g;

export function importsOf({ file, text }: SourceFile): Import[] {
  return [...text.matchAll(statement)].map(([, type, named, dynamic]) => {
    const target = named ?? dynamic ?? '';
    const isOurs = target.startsWith('.');
    const to = isOurs ? path.posix.join(path.posix.dirname(file), target).replace(/\.js$/, '.ts') : target;
    return { from: file, to, isType: type !== undefined };
  });
}

/** Kernel files that pure files may stand on: they are pure themselves. */
const pureKernel = [
  'actor',
  'calendar',
  'clock',
  'decimal',
  'identifier',
  'input',
  'lifecycle',
  'policy',
  'problem',
  'texts',
];
const pureFile = /^schema\/(?!kernel\/)[a-z-]+\/[a-z-]+\.(rules|lifecycle|policy|problems|limits)\.ts$/;

/** Arrows that ARCHITECTURE.md does not draw, as sentences. */
export function forbiddenImports(sources: readonly SourceFile[]): string[] {
  const imports = sources.flatMap(importsOf);
  return [
    ...imports.filter((found) => !isAllowed(found)).map(({ from, to }) => `${from} must not import ${to}`),
    ...conceptCycles(imports).map((cycle) => `concepts import each other: ${cycle.join(' -> ')}`),
  ];
}

function isAllowed(found: Import): boolean {
  const zone = zoneOf(found.from);
  if (zone === 'migrations') return found.to === 'typeorm' && found.isType;
  if (pureFile.test(found.from)) return isPureImport(found);
  if (!/^(schema|server|admin|migrations|test)\//.test(found.to)) return true; // a package
  if (zone === 'kernel') return zoneOf(found.to) === 'kernel';
  if (zone === 'admin') return reachesSchemaByDoor(found) || zoneOf(found.to) === 'admin';
  if (zone === 'server') return reachesSchemaByDoor(found) || ['admin', 'server'].includes(zoneOf(found.to));
  return reachesSchemaByDoor(found) || conceptOf(found.from) === conceptOf(found.to);
}

/** Rules are pure: they take what they judge as arguments, and no type-only import makes them less so. */
function isPureImport({ from, to, isType }: Import): boolean {
  if (zoneOf(to) === 'kernel') return isType || pureKernel.includes(path.posix.basename(to, '.ts'));
  return conceptOf(from) === conceptOf(to) && (isType || pureFile.test(to));
}

function reachesSchemaByDoor({ from, to }: Import): boolean {
  if (zoneOf(to) === 'kernel') return true;
  if (to === 'schema/index.ts') return zoneOf(from) === 'server' || zoneOf(from) === 'admin';
  return /^schema\/[a-z-]+\/index\.ts$/.test(to);
}

function zoneOf(file: string): string {
  if (file.startsWith('schema/kernel/')) return 'kernel';
  return file.split('/')[0] ?? '';
}

function conceptOf(file: string): string | null {
  return /^schema\/([a-z-]+)\//.exec(file)?.[1] ?? null;
}

/** One way around for each concept that reaches itself. */
function conceptCycles(imports: readonly Import[]): string[][] {
  const arrows = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const [parent, child] = [conceptOf(from), conceptOf(to)];
    if (parent === null || child === null || parent === child || child === 'kernel') continue;
    arrows.set(parent, (arrows.get(parent) ?? new Set()).add(child));
  }
  return [...arrows.keys()].flatMap((start) => wayBack(arrows, start) ?? []);
}

function wayBack(arrows: ReadonlyMap<string, ReadonlySet<string>>, start: string): string[][] | null {
  const ways = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of arrows.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return [[...way, start]];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return null;
}
