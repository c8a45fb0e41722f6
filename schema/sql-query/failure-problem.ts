import { type AnalystFailure, givenUp, tooCostly, tooLarge } from '../kernel/analyst-database.js';
import { type Problem, problem, Refusal } from '../kernel/problem.js';
import { sqlLimits } from './sql-query.limits.js';
import { placeInText } from './text-place.js';

const path = ['sql'];
const stopped = ['57014', '57P01', '25P03'];

/** Of which type a parameter is, PostgreSQL finds out from where it stands; a value for nothing breaks its protocol. */
const unusedValue = ['42P18', '08P01'];

/** What people write every day and PostgreSQL refuses, by SQLSTATE: each with what to write instead. */
const mistakes: Readonly<Record<string, string>> = {
  '22012': 'SQL_DIVIDED_BY_ZERO',
  '21000': 'SQL_MANY_ROWS',
  '42702': 'SQL_COLUMN_IN_BOTH',
  '42703': 'SQL_COLUMN_ABSENT',
  '42803': 'SQL_NOT_GROUPED',
  '42804': 'SQL_TYPES_DIFFER',
  '42883': 'SQL_TYPES_DIFFER',
  '22007': 'SQL_TEXT_UNFIT',
  '22008': 'SQL_TEXT_UNFIT',
  '22P02': 'SQL_TEXT_UNFIT',
  '53400': 'SQL_TOO_MUCH_KEPT',
};

/**
 * Why PostgreSQL gave no answer to this text, as what to mend.
 * @throws Refusal when it is the database that is away or busy.
 */
export function failureProblem({ code, message, place }: AnalystFailure, text: string): Problem {
  if (unusedValue.includes(code)) return problem(path, 'SQL_PARAMETER_UNUSED', { detail: message });
  if (code === '53300') throw new Refusal('SERVICE_UNAVAILABLE', 'OVERLOADED');
  if (code.startsWith('08') || code.startsWith('28') || code === '57P03')
    throw new Refusal('SERVICE_UNAVAILABLE');
  if (code === tooCostly)
    return problem(path, 'SQL_TOO_COSTLY', { cost: Number(message), limit: sqlLimits.cost });
  if (code === tooLarge) return problem(path, 'SQL_TOO_LARGE', { limit: sqlLimits.bytes / 1024 / 1024 });
  if (stopped.includes(code))
    return problem(path, 'SQL_TOO_SLOW', { seconds: sqlLimits.milliseconds / 1000 });
  if (code === givenUp) return problem(path, 'SQL_GIVEN_UP');
  const { position, parameter } = place;
  if (parameter !== undefined)
    return problem(['parameters', String(parameter - 1)], 'SQL_VALUE_UNFIT', {
      number: parameter,
      detail: message,
    });
  return problem(path, mistakes[code] ?? 'SQL_FAILED', {
    detail: message,
    ...(position !== undefined && { position: placeInText(text, position) }),
  });
}
