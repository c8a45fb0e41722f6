import { notFound, type Problem, problem, Refusal, Rejected } from './problem.js';
import { constraintProblem } from './texts.js';

interface DatabaseError {
  readonly code: string;
  readonly constraint?: string | undefined;
  readonly column?: string | undefined;
}

const kindsOfViolation: Readonly<Record<string, string>> = {
  '23505': 'VALUE_TAKEN',
  '23503': 'REFERENCE_NOT_FOUND',
  '23001': 'VALUE_IN_USE',
  '23502': 'VALUE_MISSING',
};

/** SQLSTATEs and socket errors that mean: the database is away or overloaded, try again. */
const unavailable = /^(08|53|57P|ECONN|EPIPE|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|25P03|25P04)/;

/** SQLSTATEs that are told apart from an absent database: cancelled after `statement_timeout`, or others hold the rows. */
const hindered: Readonly<Record<string, string>> = {
  '57014': 'STATEMENT_TOO_SLOW',
  '55P03': 'RECORD_BUSY',
  '40001': 'RECORD_BUSY',
  '40P01': 'RECORD_BUSY',
};

/**
 * What an error thrown below a unit of work means to the person: a constraint becomes the problem that the check
 * before it would have named, a lost connection becomes SERVICE_UNAVAILABLE; anything else stays a bug.
 */
export function translated(error: unknown): unknown {
  if (error instanceof Rejected || error instanceof Refusal) return error;
  const found = databaseError(error);
  if (found === null) return isPoolTimeout(error) ? new Refusal('SERVICE_UNAVAILABLE') : error;
  const hindrance = hindered[found.code];
  if (hindrance) return new Refusal('SERVICE_UNAVAILABLE', hindrance);
  if (unavailable.test(found.code)) return new Refusal('SERVICE_UNAVAILABLE');
  if (found.code.startsWith('23') || found.code === 'P0001') return new Rejected([violated(found)]);
  if (found.code === 'P0002') return notFound();
  if (found.code === '42501') return new Refusal('FORBIDDEN');
  return error;
}

/** As `translated`, of a read: SQLSTATE class 22 is a value that the reader sent, a text with NUL or a cursor's key. */
export function translatedRead(error: unknown): unknown {
  const meaning = translated(error);
  const code = databaseError(meaning)?.code ?? '';
  if (meaning instanceof Refusal || meaning instanceof Rejected || !code.startsWith('22')) return meaning;
  return new Refusal('BAD_USER_INPUT', code === '22021' ? 'TEXT_UNREADABLE' : 'CURSOR_INVALID');
}

function violated({ code, constraint, column }: DatabaseError): Problem {
  const known = constraintProblem(constraint ?? '');
  if (known) return problem(known.path, known.code);
  const kind = kindsOfViolation[code];
  if (kind) return problem(column ? ['input', column] : ['input'], kind);
  return problem(['input'], 'RULE_BROKEN', { constraint: constraint ?? code });
}

function databaseError(error: unknown): DatabaseError | null {
  for (let cause: unknown = error; typeof cause === 'object' && cause !== null; cause = causeOf(cause)) {
    if ('code' in cause && typeof cause.code === 'string') return cause as DatabaseError;
  }
  return null;
}

function causeOf(error: object): unknown {
  if ('driverError' in error && error.driverError !== error) return error.driverError;
  return error instanceof Error ? error.cause : null;
}

/** node-postgres gives these no code; TypeORM has let go of a connection that broke between two statements. */
function isPoolTimeout(error: unknown): boolean {
  if (error instanceof Error && /AlreadyReleasedError$/.test(error.name)) return true;
  return (
    error instanceof Error &&
    /timeout exceeded when trying to connect|Connection terminated|Query read timeout|not queryable|timeout expired/.test(
      error.message,
    )
  );
}
