import type { TypedDocumentString } from './operations';

/** What went wrong, in words to show: the server's own where it answered, ours where it did not. */
export class AskError extends Error {
  constructor(
    message: string,
    /** Machine-readable code of the answer; empty when there was none. */
    readonly code: string,
    /** Seconds after which asking again makes sense. Null: it does not, or nobody knows. */
    readonly retrySeconds: number | null,
  ) {
    super(message);
  }
}

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly seconds?: number };
  }[];
}

/**
 * Asks one operation; variables and result have the types of its document. A visitor needs no token; a client with one
 * adds `authorization: Bearer …`. The whole answer counts: a field that failed would be missing from the page unseen.
 * @throws AskError
 */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'id' },
    body: JSON.stringify({ query: document.toString(), variables }),
    ...(signal && { signal }),
  });
  const { data, errors = [] } = await readAnswer<Result>(response);
  const [first] = errors;
  if (data && !first) return data;
  const wait = first?.extensions?.seconds ?? Number(response.headers.get('retry-after'));
  throw new AskError(
    first?.message ?? 'Jawaban server tidak dapat dibaca.',
    first?.extensions?.code ?? '',
    wait > 0 ? wait : null,
  );
}

/** A proxy in between may answer with a page of its own instead of JSON. */
async function readAnswer<Result>(response: Response): Promise<Answer<Result>> {
  try {
    return await response.json();
  } catch {
    return {};
  }
}
