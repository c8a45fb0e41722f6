import { useEffect, useRef, useState } from 'react';
import {
  estimateSql,
  readParameterTypes,
  runSql,
  type SqlAnswer,
  type SqlError,
  type SqlEstimate,
  SqlRefused,
  type SqlStatement,
} from './sql-client';

/** An answer, and the statement that gave it, whatever the editor says by now. */
export interface Answered {
  readonly statement: SqlStatement;
  readonly answer: SqlAnswer;
}

/** Why there is no answer, and the statement that it is about. */
export interface Failed {
  readonly sql: string;
  readonly errors: readonly SqlError[];
}

const nothing: Failed = { sql: '', errors: [] };

/** What was asked last: running, answered, refused, or given up. */
export function useAsking() {
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [failed, setFailed] = useState(nothing);
  const [isRunning, setIsRunning] = useState(false);
  const [isGivenUp, setIsGivenUp] = useState(false);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const attempt = async (statement: SqlStatement, work: () => Promise<unknown>): Promise<void> => {
    setFailed(nothing);
    setIsGivenUp(false);
    try {
      await work();
    } catch (error) {
      setFailed({ sql: statement.sql, errors: errorsOf(error) });
    }
  };
  const run = async (statement: SqlStatement): Promise<void> => {
    const controller = new AbortController();
    leaving.current = controller;
    setIsRunning(true);
    setAnswered(null);
    await attempt(statement, async () => {
      try {
        setAnswered({ statement, answer: await runSql(statement, controller.signal) });
      } catch (error) {
        if (!controller.signal.aborted) throw error;
        setIsGivenUp(true);
      }
    });
    setIsRunning(false);
  };
  return { answered, failed, isRunning, isGivenUp, run, attempt, cancel: () => leaving.current?.abort() };
}

function errorsOf(error: unknown): readonly SqlError[] {
  if (error instanceof SqlRefused) return error.errors;
  return [{ path: [], code: '', message: error instanceof Error ? error.message : '', position: null }];
}

/** The estimate of what is in the editor; null while it cannot be read. */
export const useEstimate = (statement: SqlStatement): SqlEstimate | null =>
  useFound(JSON.stringify(statement), estimateSql);

const noTypes: readonly string[] = [];

/** Types of the values that the statement asks for, whatever is given for them so far; none while it cannot be read. */
export function useParameterTypes(sql: string, count: number): readonly string[] {
  const statement = { sql, parameters: Array.from({ length: count }, () => null) };
  return useFound(count === 0 ? null : JSON.stringify(statement), readParameterTypes) ?? noTypes;
}

/** What is found out about a statement half a second after the last key; null until then, and while it cannot be read. */
function useFound<Found>(
  key: string | null,
  find: (statement: SqlStatement) => Promise<Found>,
): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let isGone = false;
    setFound(null);
    const look = (): void => {
      if (key === null) return;
      find(JSON.parse(key)).then(
        (answer) => isGone || setFound(answer),
        () => undefined, // an unfinished statement; running it says why
      );
    };
    const timer = setTimeout(look, 500);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [key, find]);
  return found;
}
