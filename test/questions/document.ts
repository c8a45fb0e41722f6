import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** One example of docs/questions.md: who asks, in which language, and what comes back. */
export interface Example {
  /** Heading above it. */
  readonly question: string;
  readonly language: 'sql' | 'graphql';
  readonly asks: string;
  /** Who may ask it by GraphQL, as roles with spaces between them. */
  readonly roles: string;
  readonly text: string;
  /** The answer as the document shows it. */
  readonly answer: string;
}

export const questionsFile = path.resolve('docs/questions.md');

const heading = /^## (\d+\. .+)$/m;
const example =
  /^(SQL|GraphQL) · (\S+)(?: · (.+))?\n\n```(sql|graphql)\n([\s\S]*?)\n```\n\n([\s\S]*?)(?=\n\n(?:SQL|GraphQL) · |\n*$(?![\s\S]))/gm;

/** Every example in order; each question has at least one. */
export function readExamples(text = readFileSync(questionsFile, 'utf8')): Example[] {
  return sectionsOf(text).flatMap((section) => {
    const question = heading.exec(section)?.[1] ?? '';
    return [...section.matchAll(example)].map(
      ([, , asks = '', roles = '', language, body = '', answer = '']) => ({
        question,
        language: language === 'sql' ? ('sql' as const) : ('graphql' as const),
        asks,
        roles,
        text: body,
        answer: answer.trim(),
      }),
    );
  });
}

/** The questions themselves, for counting those without an example. */
export function readQuestions(text = readFileSync(questionsFile, 'utf8')): string[] {
  return sectionsOf(text).map((section) => heading.exec(section)?.[1] ?? '');
}

/** Puts the answers, one for each example in order, in the place of those that the document has. */
export function writeAnswers(answers: readonly string[]): void {
  let next = 0;
  const text = sectionsOf(readFileSync(questionsFile, 'utf8'), true).map((section) =>
    section.replace(example, (whole, ...[, , , , , old]: string[]) => {
      const answer = answers[next++] ?? '';
      return `${whole.slice(0, whole.length - (old ?? '').length)}${answer}`;
    }),
  );
  writeFileSync(questionsFile, `${text.map((section) => section.trimEnd()).join('\n\n')}\n`);
}

function sectionsOf(text: string, withIntro = false): string[] {
  return text.split(/^(?=## \d+\. )/m).slice(withIntro ? 0 : 1);
}

interface Table {
  readonly columns: readonly { readonly name: string }[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/** A table of Markdown, as the document shows answers of SQL. */
export function tableText({ columns, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const cell = (value: string | number | boolean | null): string =>
    value === null ? '' : String(value).replaceAll('|', '\\|').replaceAll('\n', ' ');
  const head = [line(columns.map(({ name }) => name)), `|${'---|'.repeat(columns.length)}`];
  return [...head, ...rows.map((row) => line(row.map(cell)))].join('\n');
}

export function jsonText(data: unknown): string {
  return ['```json', compact(data, ''), '```'].join('\n');
}

const widest = 130;

/** JSON on as few lines as are still easy to read. */
function compact(value: unknown, indent: string): string {
  const flat = JSON.stringify(value).replaceAll('":', '": ').replaceAll(',"', ', "');
  if (typeof value !== 'object' || value === null || indent.length + flat.length <= widest) return flat;
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item) => inner + compact(item, inner))
    : Object.entries(value).map(([key, item]) => `${inner}"${key}": ${compact(item, inner)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}
