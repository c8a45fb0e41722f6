import React, { useCallback, useEffect, useRef, useState } from 'react';
import { PageState, Panel, useLanguage, whole } from './page-parts';
import { useAsking, useEstimate, useParameterTypes } from './sql-asking';
import { downloadSql, readSqlViews, type SqlLimits, type SqlView } from './sql-client';
import { useSqlDraft } from './sql-draft';
import { type EditorHandle, SqlEditor } from './sql-editor';
import { parameterCount, SqlFaults, SqlParameters } from './sql-parts';
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
  const [{ text, values }, setDraft] = useSqlDraft({ text: words.example, values: ['ACTIVE'] });
  const [opened, setOpened] = useState<SavedQuery | null>(null);
  /** Counts what was opened: saving keeps the form, and with it the word that it was saved. */
  const [openings, setOpenings] = useState(0);
  const asking = useAsking();
  const onReady = useCallback((handle: EditorHandle | null) => {
    editor.current = handle;
  }, []);
  const count = parameterCount(text);
  const types = useParameterTypes(text, count);
  const parameters = Array.from({ length: count }, (_, place) => values[place] ?? '');
  const statement = {
    sql: text,
    parameters: parameters.map((value) => value || null),
    savedQueryId: opened?.id ?? null,
  };
  const begin = (query: SavedQuery | null): void => {
    setOpened(query);
    setOpenings(openings + 1);
  };
  const open = (query: SavedQuery | null, sqlText: string, given: readonly string[]): void => {
    begin(query);
    setDraft({ text: sqlText, values: given });
    editor.current?.setText(sqlText);
  };
  const wanted = useRef(new URLSearchParams(window.location.search).get('query'));
  const linked = saved.data?.savedQueries.nodes.find(({ id }) => id === wanted.current);
  useEffect(() => {
    if (!linked || wanted.current === null) return;
    wanted.current = null;
    open(linked, linked.sqlText, valuesOf(linked));
  });
  const insert = (name: string): void => {
    if (editor.current) editor.current.insert(name);
    else setDraft((draft) => ({ ...draft, text: `${draft.text}${name}` }));
  };
  const run = async (): Promise<void> => {
    if (asking.isRunning) return;
    await asking.run(statement);
    await saved.reload();
  };
  return (
    <div className="payung-record payung-console">
      <div>
        <Panel title={words.title}>
          <p>{words.intro}</p>
          <SqlEditor
            text={text}
            label={words.editor}
            views={views}
            onChange={(changed) => setDraft((draft) => ({ ...draft, text: changed }))}
            onRun={() => void run()}
            onReady={onReady}
          />
          <SqlParameters
            types={types}
            names={opened?.parameters.map(({ name }) => name) ?? []}
            values={parameters}
            failed={asking.failed}
            onChange={(changed) => setDraft((draft) => ({ ...draft, values: changed }))}
          />
          <Limits statement={statement} limits={limits} />
          <div className="payung-buttons">
            <button
              type="button"
              className="payung-main"
              disabled={asking.isRunning}
              onClick={() => void run()}
            >
              {asking.isRunning ? words.running : words.run} <small>{words.runHint}</small>
            </button>
            {asking.isRunning ? (
              <button type="button" className="payung-plain" onClick={asking.cancel}>
                {words.stop}
              </button>
            ) : null}
          </div>
          <p role="status">{asking.isGivenUp ? words.stopped : ''}</p>
          <SqlFaults failed={asking.failed} onGoTo={(position) => editor.current?.pointTo(position)} />
          <Answer asking={asking} />
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
          onOpen={(query) => open(query, query.sqlText, valuesOf(query))}
          onOpenRun={(last) => open(null, last.sqlText, last.parameters)}
          onChanged={async () => {
            begin(null);
            await saved.reload();
          }}
        />
      </div>
    </div>
  );
}

const valuesOf = ({ parameters }: SavedQuery): readonly string[] =>
  parameters.map(({ value }) => value ?? '');

/** What the statement is estimated at, and where every statement ends. */
function Limits({
  statement,
  limits,
}: {
  readonly statement: Parameters<typeof useEstimate>[0];
  readonly limits: SqlLimits;
}) {
  const language = useLanguage();
  const words = sqlWords[language];
  const estimate = useEstimate(statement);
  const number = (value: number): string => whole(Math.round(value), language) ?? '';
  const seconds = String(limits.milliseconds / 1000);
  return (
    <p className="payung-hint">
      {estimate
        ? (estimate.isTooCostly ? words.tooCostly : words.estimate)(
            number(estimate.cost),
            number(estimate.limit),
          )
        : null}{' '}
      {words.limits(number(limits.rows), seconds, String(limits.bytes / 1024 / 1024))}
    </p>
  );
}

/** The answer, and files of it: of the statement that gave it, not of what the editor says by now. */
function Answer({ asking: { answered, attempt } }: { readonly asking: ReturnType<typeof useAsking> }) {
  const writing = useLanguage() === 'id' ? 'ID' : 'ISO';
  if (answered === null) return null;
  const { statement, answer } = answered;
  return (
    <SqlResult
      answer={answer}
      onFile={(format) => void attempt(statement, () => downloadSql(statement, { format, writing }))}
    />
  );
}
