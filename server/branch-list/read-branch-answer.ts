import { createHash } from 'node:crypto';
import { type AnswerRow, answerShape, type ReadAnswer, readAnswer } from '../../schema/branch-list/index.js';
import { refuseOtherSheets } from '../../schema/import/index.js';
import { problem, Rejected } from '../../schema/kernel/problem.js';
import { inspectInWorker, rowsInWorker } from '../import/roster-tasks.js';

/** Four times the longest list: a branch may name people twice, or send those of others along. */
const mostRows = 20_000;
const path = ['input', 'file'];

/** The rows of an answer, read in a worker with limits. @throws Rejected when it is none. */
export async function readBranchAnswer(bytes: Buffer, fileName: string): Promise<ReadAnswer> {
  const look = await inspectInWorker(bytes, fileName, null);
  refuseOtherSheets(look);
  const { sheet, head } = look;
  const shape = answerShape(head);
  const rows: AnswerRow[] = [];
  for await (const lines of rowsInWorker({ bytes, sheet: sheet, numbers: null })) {
    for (const line of lines) {
      const row = readAnswer(line, shape);
      if (row !== null) rows.push(row);
    }
    if (rows.length > mostRows)
      throw new Rejected([problem(path, 'BRANCH_ANSWER_TOO_LONG', { limit: mostRows })]);
  }
  if (rows.length === 0) throw new Rejected([problem(path, 'BRANCH_ANSWER_NO_ROWS')]);
  return { fileName, sha256: createHash('sha256').update(bytes).digest('hex'), rows };
}
