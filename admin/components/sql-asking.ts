import { useEffect, useRef, useState } from 'react';
import {
  estimateSql,
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

/** The estimate of what is in the editor, half a second after the last key; null while it cannot be read. */
export function useEstimate(statement: SqlStatement): SqlEstimate | null {
  const [estimate, setEstimate] = useState<SqlEstimate | null>(null);
  const key = JSON.stringify(statement);
  useEffect(() => {
    let isGone = false;
    setEstimate(null);
    const timer = setTimeout(() => {
      estimateSql(JSON.parse(key)).then(
        (found) => isGone || setEstimate(found),
        () => undefined, // an unfinished statement has no estimate; running it says why
      );
    }, 500);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [key]);
  return estimate;
}
