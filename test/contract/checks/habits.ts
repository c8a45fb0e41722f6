import type { SourceFile } from './imports.js';

/** Something that only certain files may do, and why. */
interface Habit {
  readonly name: string;
  readonly pattern: RegExp;
  /** Files in which it is right. */
  readonly allowed: RegExp;
  readonly isComment?: boolean;
}

const habits: readonly Habit[] = [
  {
    // transactions and identity live in one place; the other two open and migrate the database
    name: 'uses DataSource',
    pattern: /\bDataSource\b/,
    allowed: /^(schema\/kernel\/unit-of-work|server\/(database|migrations-runner|app))\.ts$/,
  },
  {
    // settings have one reader; the bootstrap scripts and AdminJS's own switches come before it
    name: 'reads process.env',
    pattern: /\bprocess\.env\b/,
    allowed:
      /^(server\/config\.ts|server\/cli\/[\w-]+\.mjs|server\/cli\/build-admin\.ts|admin\/bundle-folder\.ts)$/,
  },
  {
    // people's time comes from the clock; a page in the browser and the embedded server have only their machine's
    name: 'reads the time',
    pattern: /\bnew Date\(\)|\bDate\.now\(\)/,
    allowed: /^(schema\/kernel\/clock\.ts|server\/embedded\/|admin\/components\/)/,
  },
  {
    name: 'writes to the console',
    pattern: /\bconsole\.\w+\(/,
    allowed: /^server\/cli\//,
  },
  {
    name: 'has a default export',
    pattern: /^export default /m,
    allowed: /^admin\/components\/|^test\/support\/global-/, // AdminJS and Jest look for it
  },
  {
    name: 'silences the compiler',
    pattern: /@ts-(ignore|expect-error|nocheck)/,
    allowed: /^$/,
    isComment: true,
  },
];

/** Habits found where they do not belong, as sentences. */
export function misplacedHabits(sources: readonly SourceFile[]): string[] {
  return sources.flatMap(({ file, text }) => {
    const code = withoutComments(text);
    return habits
      .filter(
        ({ pattern, allowed, isComment }) => pattern.test(isComment ? text : code) && !allowed.test(file),
      )
      .map(({ name }) => `${file} ${name}`);
  });
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/ .*$/gm, '');
}
