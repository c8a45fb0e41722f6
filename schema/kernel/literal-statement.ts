/// <reference path="./node-postgres.d.ts" />
import pg from 'pg';
import utils from 'pg/lib/utils.js';
import { Refusal } from './problem.js';
import { Statement } from './statement.js';

/** A statement for COPY, which takes no parameters: values stand in it as literals that node-postgres escapes. */
export class LiteralStatement extends Statement {
  override parameter(value: unknown): string {
    const sent = utils.prepareValue(value);
    if (sent === null) return 'null';
    const text = typeof sent === 'string' ? sent : `\\x${sent.toString('hex')}`;
    // a statement ends at the first NUL
    if (text.includes('\0')) throw new Refusal('BAD_USER_INPUT', 'TEXT_UNREADABLE');
    return pg.escapeLiteral(text);
  }
}
