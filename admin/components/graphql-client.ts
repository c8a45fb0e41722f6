/** One problem that a mutation or an upload names. */
export interface UserError {
  readonly path: readonly string[];
  readonly code: string;
  readonly message: string;
}

interface AskOptions {
  /** Asked by the page itself, not by the person: does not keep the session from ending for lack of use. */
  readonly isBackground?: boolean;
}

/** Asks the GraphQL door with the cookie of the panel: the same rights, the same answers as every other client. */
export async function askGraphql<Data>(
  query: string,
  variables: object = {},
  { isBackground = false }: AskOptions = {},
): Promise<Data> {
  const answer = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', ...(isBackground && { 'payung-background': '1' }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as { data?: Data; errors?: readonly { message: string }[] };
  const [first] = errors ?? [];
  if (first || !data) throw new Error(first?.message ?? answer.statusText);
  return data;
}

/** Sends a file to the document door; gives what has to be mended, or nothing when it is attached. */
export async function attachDocument(
  recordId: string,
  kind: string,
  file: File,
): Promise<readonly UserError[]> {
  const form = new FormData();
  form.set('recordId', recordId);
  form.set('kind', kind);
  form.set('file', file);
  const answer = await fetch('/documents', { method: 'POST', credentials: 'same-origin', body: form });
  const body = (await answer.json()) as {
    userErrors?: readonly UserError[];
    message?: string;
    code?: string;
  };
  if (body.userErrors) return body.userErrors;
  return [{ path: [], code: body.code ?? '', message: body.message ?? answer.statusText }];
}
