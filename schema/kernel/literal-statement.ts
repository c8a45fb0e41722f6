/// <reference path="./node-postgres.d.ts" />
import pg from 'pg';
import utils from 'pg/lib/utils.js';
import { Statement } from './statement.js';

/** A statement for COPY, which takes no parameters: values stand in it as literals that node-postgres escapes. */
export class LiteralStatement extends Statement {
  override parameter(value: unknown): string {
    const sent = utils.prepareValue(value);
    if (sent === null) return 'null';
    return pg.escapeLiteral(typeof sent === 'string' ? sent : `\\x${sent.toString('hex')}`);
  }
}
