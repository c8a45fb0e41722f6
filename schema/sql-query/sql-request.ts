import { type Problem, problem } from '../kernel/problem.js';

/** One statement with the values of `$1`, `$2`, …. */
export interface SqlRequest {
  readonly text: string;
  readonly values: readonly (string | null)[];
  readonly savedQueryId?: string | null;
}

const mostParameters = 50;
const longestParameter = 1000;

/** What of the values could not be sent, each at its place. */
export function checkParameters(values: SqlRequest['values']): Problem[] {
  if (values.length > mostParameters)
    return [problem(['parameters'], 'VALUE_TOO_MANY', { count: values.length, limit: mostParameters })];
  return values.flatMap((value, index) => checkParameter(value, ['parameters', String(index)]));
}

function checkParameter(value: string | null, path: readonly string[]): Problem[] {
  if (value === null) return [];
  if (value.includes('\u0000') || !value.isWellFormed()) return [problem(path, 'TEXT_UNREADABLE')];
  if (value.length <= longestParameter) return [];
  return [problem(path, 'VALUE_TOO_LONG', { length: value.length, limit: longestParameter })];
}
