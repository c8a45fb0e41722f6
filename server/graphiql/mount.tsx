import 'graphiql/style.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

// the worker files lie beside this script: nothing is fetched from elsewhere
const WORKERS: Readonly<Record<string, string>> = { json: 'json.worker.js', graphql: 'graphql.worker.js' };
const folder = new URL('.', import.meta.url);

Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker: (_id: string, label: string) =>
      new Worker(new URL(WORKERS[label] ?? 'editor.worker.js', folder), { type: 'module', name: label }),
  },
});

const WELCOME = `# Payung: contoh kueri / example query. Ctrl-Enter menjalankannya / runs it.
{
  __typename
}
`;

const place = document.getElementById('graphiql');
if (place === null) throw new Error('The page has no element #graphiql');

const fetcher = createGraphiQLFetcher({
  url: new URL('/graphql', location.href).href,
  fetch: (address, options) => fetch(address, { ...options, credentials: 'same-origin' }),
});

createRoot(place).render(
  <GraphiQL fetcher={fetcher} defaultQuery={WELCOME} isHeadersEditorEnabled shouldPersistHeaders={false} />,
);
