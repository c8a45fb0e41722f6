import React, { useCallback, useEffect, useRef, useState } from 'react';
import { PageState, Panel, useLanguage, whole } from './page-parts';
import {
  downloadSql,
  estimateSql,
  readSqlViews,
  runSql,
  type SqlAnswer,
  type SqlError,
  type SqlEstimate,
  type SqlLimits,
  SqlRefused,
  type SqlView,
} from './sql-client';
import { type EditorHandle, SqlEditor } from './sql-editor';
import { SqlResult } from './sql-result';
import { type SavedQuery, SqlLists, SqlSave, useSaved } from './sql-saved';
import { SqlViews } from './sql-views';
import { sqlWords } from './sql-words';

interface Schema {
  readonly views: readonly SqlView[];
  readonly limits: SqlLimits;
}

/** Questions in SQL: views beside the editor, the estimate before running, the answer as table, chart or file. */
export default function SqlConsole() {
  const [schema, setSchema] = useState<Schema | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    readSqlViews().then(setSchema, (error: unknown) => setFault(error instanceof Error ? error.message : ''));
  }, []);
  if (!schema) return <PageState fault={fault} isAbsent={false} />;
  return <Console schema={schema} />;
}

function Console({ schema: { views, limits } }: { readonly schema: Schema }) {
  const language = useLanguage();
  const words = sqlWords[language];
  const saved = useSaved();
  const editor = useRef<EditorHandle | null>(null);
  const [text, setText] = useState<string>(words.example);
  const [values, setValues] = useState<readonly string[]>(['ACTIVE']);
  const [opened, setOpened] = useState<SavedQuery | null>(null);
  /** Counts what was opened: saving keeps the form, and with it the word that it was saved. */
  const [openings, setOpenings] = useState(0);
  const asking = useAsking();
  const onReady = useCallback((handle: EditorHandle | null) => {
    editor.current = handle;
  }, []);
  const parameters = Array.from({ length: parameterCount(text) }, (_, place) => values[place] ?? '');
  const statement = {
    sql: text,
    parameters: parameters.map((value) => value || null),
    savedQueryId: opened?.id ?? null,
  };
  const estimate = useEstimate(statement);
  const replace = (sqlText: string, given: readonly string[]): void => {
    setText(sqlText);
    setValues(given);
    editor.current?.setText(sqlText);
  };
  const begin = (query: SavedQuery | null): void => {
    setOpened(query);
    setOpenings(openings + 1);
  };
  const open = (query: SavedQuery): void => {
    begin(query);
    replace(
      query.sqlText,
      query.parameters.map(({ value }) => value ?? ''),
    );
  };
  const insert = (name: string): void => {
    if (editor.current) editor.current.insert(name);
    else setText(`${text}${name}`);
  };
  const run = async (): Promise<void> => {
    await asking.run(() => runSql(statement));
    await saved.reload();
  };
  const number = (value: number): string => whole(Math.round(value), language) ?? '';
  return (
    <div className="payung-record payung-console">
      <div>
        <Panel title={words.title}>
          <p>{words.intro}</p>
          <SqlEditor
            text={text}
            label={words.editor}
            views={views}
            onChange={setText}
            onRun={() => void run()}
            onReady={onReady}
          />
          <Parameters
            names={opened?.parameters.map(({ name }) => name) ?? []}
            values={parameters}
            onChange={setValues}
          />
          <p className="payung-hint">
            {estimate
              ? (estimate.isTooCostly ? words.tooCostly : words.estimate)(
                  number(estimate.cost),
                  number(estimate.limit),
                )
              : null}{' '}
            {words.limits(
              number(limits.rows),
              String(limits.milliseconds / 1000),
              String(limits.bytes / 1024 / 1024),
            )}
          </p>
          <div className="payung-buttons">
            <button
              type="button"
              className="payung-main"
              disabled={asking.isRunning}
              onClick={() => void run()}
            >
              {asking.isRunning ? words.running : words.run} <small>{words.runHint}</small>
            </button>
          </div>
          <Faults errors={asking.errors} onGoTo={(position) => editor.current?.pointTo(position)} />
          {asking.answer ? (
            <SqlResult
              answer={asking.answer}
              onFile={(format) =>
                void asking.attempt(() =>
                  downloadSql(statement, { format, writing: language === 'id' ? 'ID' : 'ISO' }),
                )
              }
            />
          ) : null}
        </Panel>
        <Panel title={words.save}>
          <SqlSave
            key={openings}
            opened={opened}
            sqlText={text}
            values={parameters}
            onSaved={(query) => {
              setOpened(query);
              void saved.reload();
            }}
          />
        </Panel>
      </div>
      <div>
        <Panel title={words.views}>
          <SqlViews views={views} onInsert={insert} />
        </Panel>
        <SqlLists
          data={saved.data}
          onOpen={open}
          onOpenRun={({ sqlText, parameters: given }) => {
            begin(null);
            replace(sqlText, given);
          }}
          onChanged={async () => {
            begin(null);
            await saved.reload();
          }}
        />
      </div>
    </div>
  );
}

/** What was asked last: running, answered, or refused. */
function useAsking() {
  const [answer, setAnswer] = useState<SqlAnswer | null>(null);
  const [errors, setErrors] = useState<readonly SqlError[]>([]);
  const [isRunning, setIsRunning] = useState(false);
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setErrors([]);
    try {
      await work();
    } catch (error) {
      const message = error instanceof Error ? error.message : '';
      setErrors(
        error instanceof SqlRefused ? error.errors : [{ path: [], code: '', message, position: null }],
      );
    }
  };
  const run = async (ask: () => Promise<SqlAnswer>): Promise<void> => {
    setIsRunning(true);
    setAnswer(null);
    await attempt(async () => setAnswer(await ask()));
    setIsRunning(false);
  };
  return { answer, errors, isRunning, run, attempt };
}

/** The estimate of what is in the editor, half a second after the last key; null while it cannot be read. */
function useEstimate(statement: {
  readonly sql: string;
  readonly parameters: readonly (string | null)[];
}): SqlEstimate | null {
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

function Parameters({
  names,
  values,
  onChange,
}: {
  readonly names: readonly string[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}) {
  const words = sqlWords[useLanguage()];
  if (values.length === 0) return null;
  return (
    <div className="payung-facts payung-form">
      {values.map((value, place) => {
        const label = names[place] ?? words.parameter(place + 1);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a parameter is its place
          <div key={place}>
            <label htmlFor={`sql-parameter-${place}`}>
              {label} <small>{words.empty}</small>
            </label>
            <input
              id={`sql-parameter-${place}`}
              className="payung-input"
              value={value}
              onChange={(event) =>
                onChange(values.map((kept, at) => (at === place ? event.target.value : kept)))
              }
            />
          </div>
        );
      })}
    </div>
  );
}

function Faults({
  errors,
  onGoTo,
}: {
  readonly errors: readonly SqlError[];
  readonly onGoTo: (position: number) => void;
}) {
  const words = sqlWords[useLanguage()];
  if (errors.length === 0) return null;
  return (
    <div role="alert" className="payung-faults">
      {errors.map(({ message, position }) => (
        <p key={`${position}${message}`}>
          {message}{' '}
          {position === null ? null : (
            <button type="button" className="payung-name" onClick={() => onGoTo(position)}>
              {words.goTo}
            </button>
          )}
        </p>
      ))}
    </div>
  );
}

const parameterCount = (text: string): number =>
  Math.min(50, Math.max(0, ...[...text.matchAll(/\$(\d{1,2})/g)].map(([, number]) => Number(number))));
