import type { ExtractRequest } from './extract.js';
import { filterSql, orderSql } from './page-request.js';
import { tableOf } from './readable.js';
import { Statement } from './statement.js';

/** Counts the records of a list from a cursor on, and stops at a limit. */
export function compileCount(
  { list, request }: Pick<ExtractRequest, 'list' | 'request'>,
  limit: number,
): { readonly text: string; readonly values: readonly unknown[] } {
  const statement = new Statement();
  const alias = statement.alias();
  const conditions = filterSql(list, request, alias, statement).map((condition) => `(${condition})`);
  const { after } = orderSql(list, request, alias, statement);
  const where = ['true', ...conditions].join(' and ') + after;
  const rows = `select from ${tableOf(list.of())} ${alias} where ${where} limit ${statement.parameter(limit)}`;
  return { text: `select count(*)::integer as count from (${rows}) counted`, values: statement.values };
}
