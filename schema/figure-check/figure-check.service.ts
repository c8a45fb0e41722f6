import { databaseId } from '../kernel/identifier.js';
import { permit } from '../kernel/policy.js';
import { Refusal } from '../kernel/problem.js';
import type { Caller } from '../kernel/unit-of-work.js';
import type { FigureCheck } from './figure.rules.js';
import { type WorldRow, worldOf, worldSql } from './figure-check.facts.js';
import { figureCheckVerbs } from './figure-check.policy.js';
import { figureChecksOf, programChecksOf } from './figure-check.rules.js';

/** What the checks are of; exactly one is given. */
export interface FigureCheckSubject {
  readonly regionId?: string | null | undefined;
  readonly programId?: string | null | undefined;
}

/** Where published figures and the register do not add up. */
export class FigureCheckService {
  /** Checks of a region or of a program; none when it is absent or not visible. One statement. */
  async list(caller: Caller, { regionId, programId }: FigureCheckSubject): Promise<readonly FigureCheck[]> {
    permit(caller.actor, figureCheckVerbs.read);
    if (Boolean(regionId) === Boolean(programId)) throw new Refusal('BAD_USER_INPUT', 'FIGURE_CHECK_SUBJECT');
    const keys = [
      regionId ? databaseId('region', regionId) : null,
      programId ? databaseId('program', programId) : null,
    ];
    const [row] = await caller.reads.rows<WorldRow>(worldSql, keys);
    if (!row) return [];
    if (!programId) return figureChecksOf(worldOf(row));
    return row.years === null ? [] : programChecksOf(worldOf(row), row.years);
  }
}
