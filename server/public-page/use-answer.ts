import { useCallback, useEffect, useRef, useState } from 'react';
import { AskError, ask } from './client';
import type { TypedDocumentString } from './operations';

export interface Asked<Result> {
  /** Null: not there yet, or it failed. */
  readonly data: Result | null;
  readonly fault: AskError | null;
  readonly again: () => void;
}

/** The answer to an operation, asked anew when its variables change; an answer that comes too late is dropped. */
export function useAnswer<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Asked<Result> {
  const [state, setState] = useState<Pick<Asked<Result>, 'data' | 'fault'>>({ data: null, fault: null });
  const [turn, setTurn] = useState(0);
  const key = JSON.stringify(variables);
  const latest = useRef(variables);
  latest.current = variables;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the variables, the turn for asking again
  useEffect(() => {
    const abort = new AbortController();
    ask(document, latest.current, abort.signal)
      .then((data) => setState({ data, fault: null }))
      .catch((error: unknown) => {
        if (!abort.signal.aborted) setState({ data: null, fault: faultOf(error) });
      });
    return () => abort.abort();
  }, [document, key, turn]);
  return { ...state, again: useCallback(() => setTurn((number) => number + 1), []) };
}

interface Page<Node> {
  readonly totalCount: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Node[];
}

export interface AskedPages<Node> {
  readonly nodes: readonly Node[];
  readonly totalCount: number | null;
  readonly hasMore: boolean;
  readonly isAsking: boolean;
  readonly fault: AskError | null;
  readonly more: () => void;
}

interface Read<Node> {
  readonly key: string;
  /** Cursor after which the last page was asked for. */
  readonly after: string | null;
  readonly pages: readonly Page<Node>[];
}

/** A list page by page: `more` asks for what follows the last cursor; other variables begin anew. */
export function usePages<Result, Variables extends { after?: string | null | undefined }, Node>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  pageOf: (result: Result) => Page<Node>,
): AskedPages<Node> {
  const key = JSON.stringify(variables);
  const [wanted, setWanted] = useState<Omit<Read<Node>, 'pages'>>({ key, after: null });
  const [read, setRead] = useState<Read<Node> | null>(null);
  const after = wanted.key === key ? wanted.after : null;
  const { data, fault, again } = useAnswer(document, { ...variables, after });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page is added when it arrives, and only then
  useEffect(() => {
    if (!data) return;
    const page = pageOf(data);
    setRead((before) => ({ key, after, pages: after === null ? [page] : [...(before?.pages ?? []), page] }));
  }, [data]);
  const pages = read?.key === key ? read.pages : [];
  const last = pages.at(-1);
  return {
    nodes: pages.flatMap(({ nodes }) => nodes),
    totalCount: last?.totalCount ?? null,
    hasMore: last?.pageInfo.hasNextPage ?? false,
    isAsking: fault === null && (read?.key !== key || read.after !== after),
    fault,
    more: () => (fault ? again() : setWanted({ key, after: last?.pageInfo.endCursor ?? null })),
  };
}

function faultOf(error: unknown): AskError {
  if (error instanceof AskError) return error;
  return new AskError('Server tidak dapat dihubungi. Periksa sambungan internet.', '', null);
}
