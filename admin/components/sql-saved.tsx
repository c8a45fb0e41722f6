import React, { type FormEvent, useEffect, useState } from 'react';
import { askGraphql, type UserError } from './graphql-client';
import { PageHelp } from './help-line';
import { Badge, Panel, useLanguage, usePageData, whole } from './page-parts';
import { sqlWords } from './sql-words';

export interface SavedQuery {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly description: string | null;
  readonly sqlText: string;
  readonly parameters: readonly { readonly name: string; readonly value: string | null }[];
  readonly isShared: boolean;
  readonly isOwn: boolean;
  readonly ownerName: string | null;
}

interface Run {
  readonly id: string;
  readonly createdAt: string;
  readonly sqlText: string;
  readonly parameters: readonly string[];
  readonly state: 'STARTED' | 'DONE' | 'REFUSED' | 'FAILED';
  readonly reason: string | null;
  readonly rowCount: number | null;
}

interface SavedData {
  readonly savedQueries: { readonly nodes: readonly SavedQuery[] };
  readonly sqlRuns: { readonly nodes: readonly Run[] };
}

const fields = 'id version name description sqlText isShared isOwn ownerName parameters { name value }';
const savedText = `{ savedQueries(first: 100) { nodes { ${fields} } }
  sqlRuns(filter: { isOwn: true }, first: 15) { nodes { id createdAt sqlText parameters state reason rowCount } } }`;
const saveText = {
  create: `mutation ($input: SavedQueryCreateInput!) { saved: savedQueryCreate(input: $input) { savedQuery { ${fields} } userErrors { path message } } }`,
  revise: `mutation ($id: ID!, $version: Int!, $input: SavedQueryReviseInput!) {
    saved: savedQueryRevise(id: $id, expectedVersion: $version, input: $input) { savedQuery { ${fields} } userErrors { path message } } }`,
  remove: `mutation ($id: ID!, $version: Int!) { saved: savedQueryRemove(id: $id, expectedVersion: $version) { userErrors { path message } } }`,
};

/** Saved and shared queries, and what the person ran last; looked at again while something of it still runs. */
export function useSaved() {
  const saved = usePageData<SavedData>(savedText, {});
  const isRunning = saved.data?.sqlRuns.nodes.some(mayRun) ?? false;
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setTimeout(() => void saved.reload(), 1500);
    return () => clearTimeout(timer);
  }, [isRunning, saved]);
  return saved;
}

const longestRunMs = 20_000;

/** Nothing runs longer: what still says so was never heard of again. */
const mayRun = ({ state, createdAt }: Run): boolean =>
  state === 'STARTED' && Date.now() - Date.parse(createdAt) < longestRunMs;

interface ListsProps {
  readonly data: SavedData | null;
  readonly onOpen: (query: SavedQuery) => void;
  readonly onOpenRun: (run: { readonly sqlText: string; readonly parameters: readonly string[] }) => void;
  readonly onChanged: () => Promise<void>;
}

export function SqlLists({ data, onOpen, onOpenRun, onChanged }: ListsProps) {
  const language = useLanguage();
  const words = sqlWords[language];
  const forget = async ({ id, version }: SavedQuery): Promise<void> => {
    if (!window.confirm(words.forgetSure)) return;
    await askGraphql(saveText.remove, { id, version });
    await onChanged();
  };
  const time = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const [queries, runs] = [data?.savedQueries.nodes ?? [], data?.sqlRuns.nodes ?? []];
  return (
    <>
      <Panel title={words.saved}>
        {queries.length === 0 ? <p className="payung-hint">{words.noSaved}</p> : null}
        <ul className="payung-queries">
          {queries.map((query) => (
            <li key={query.id}>
              <button type="button" className="payung-name" onClick={() => onOpen(query)}>
                {query.name}
              </button>{' '}
              {query.isShared ? <Badge colour="blue">{words.shared}</Badge> : null}{' '}
              {query.isOwn ? (
                <button
                  type="button"
                  className="payung-name"
                  aria-label={`${words.forget}: ${query.name}`}
                  onClick={() => void forget(query)}
                >
                  {words.forget}
                </button>
              ) : (
                <small>{words.by(query.ownerName ?? '–')}</small>
              )}
              {query.description ? <small className="payung-line">{query.description}</small> : null}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={words.history}>
        {runs.length === 0 ? <p className="payung-hint">{words.noHistory}</p> : null}
        <ul className="payung-queries">
          {runs.map((run) => (
            <li key={run.id}>
              <button type="button" className="payung-name" onClick={() => onOpenRun(run)}>
                {shortened(run.sqlText.replace(/\s+/g, ' '))}
              </button>
              <small className="payung-line">
                {time.format(new Date(run.createdAt))} · {words.states[stateOf(run)]}
                {run.rowCount === null ? '' : ` · ${words.runRows(whole(run.rowCount, language) ?? '')}`}
              </small>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

const longestShown = 80;

const shortened = (text: string): string =>
  text.length > longestShown ? `${[...text].slice(0, longestShown).join('')}…` : text;

const stateOf = ({ state, reason }: Run) => (reason === 'SQL_GIVEN_UP' ? 'STOPPED' : state);

interface SaveProps {
  readonly opened: SavedQuery | null;
  readonly sqlText: string;
  readonly values: readonly string[];
  readonly onSaved: (query: SavedQuery) => void;
}

/** Keeps the statement under a name; another person's query becomes a new one. */
export function SqlSave({ opened, sqlText, values, onSaved }: SaveProps) {
  const words = sqlWords[useLanguage()];
  const [name, setName] = useState(opened?.name ?? '');
  const [description, setDescription] = useState(opened?.description ?? '');
  const [isShared, setIsShared] = useState(opened?.isOwn ? opened.isShared : false);
  const [names, setNames] = useState<readonly string[]>(opened?.parameters.map((one) => one.name) ?? []);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const nameAt = (place: number): string => names[place] ?? `$${place + 1}`;
  const save = async (target: SavedQuery | null): Promise<void> => {
    const parameters = values.map((value, place) => ({
      name: nameAt(place),
      value: value || null,
    }));
    const input = { name, description: description || null, sqlText, parameters, isShared };
    const variables = target ? { id: target.id, version: target.version, input } : { input };
    try {
      const { saved } = await askGraphql<{
        saved: { savedQuery: SavedQuery | null; userErrors: readonly UserError[] };
      }>(target ? saveText.revise : saveText.create, variables);
      setNotes(
        saved.userErrors.length > 0 ? saved.userErrors.map(({ message }) => message) : [words.savedDone],
      );
      if (saved.savedQuery) onSaved(saved.savedQuery);
    } catch (error) {
      setNotes([error instanceof Error ? error.message : '']);
    }
  };
  const own = opened?.isOwn ? opened : null;
  return (
    <form
      className="payung-facts payung-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save(own);
      }}
    >
      <div>
        <label htmlFor="sql-name">{words.name}</label>
        <PageHelp of="sql-name" />
        <input
          id="sql-name"
          className="payung-input"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div>
        <label htmlFor="sql-description">{words.description}</label>
        <PageHelp of="sql-description" />
        <input
          id="sql-description"
          className="payung-input"
          maxLength={2000}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
      </div>
      {values.map((_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a parameter is its place
        <div key={place}>
          <label htmlFor={`sql-parameter-name-${place}`}>{words.parameterName(place + 1)}</label>
          <PageHelp of="sql-parameter-name" fieldId={`sql-parameter-name-${place}`} />
          <input
            id={`sql-parameter-name-${place}`}
            className="payung-input"
            maxLength={60}
            value={nameAt(place)}
            onChange={(event) =>
              setNames(values.map((__, at) => (at === place ? event.target.value : nameAt(at))))
            }
          />
        </div>
      ))}
      <div>
        <label>
          <input type="checkbox" checked={isShared} onChange={(event) => setIsShared(event.target.checked)} />{' '}
          {words.share}
        </label>
        <div className="payung-buttons">
          <button type="submit" className="payung-plain">
            {words.save}
          </button>
          {own ? (
            <button type="button" className="payung-plain" onClick={() => void save(null)}>
              {words.saveNew}
            </button>
          ) : null}
        </div>
        {notes.map((note) => (
          <p key={note} role="status">
            {note}
          </p>
        ))}
      </div>
    </form>
  );
}
