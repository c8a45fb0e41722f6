import 'graphiql/style.css';
import './payung.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { examplesFor } from './example-list';
import { examples } from './examples';
import { examplesPlugin } from './examples-plugin';
import { exportPlugin } from './export-plugin';
import { type Language, say, speak } from './language';
import { ownStorage } from './own-storage';

// the worker files lie beside this script: nothing is fetched from elsewhere
const WORKERS: Readonly<Record<string, string>> = { json: 'json.worker.js', graphql: 'graphql.worker.js' };
const folder = new URL('.', import.meta.url);

Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker: (_id: string, label: string) =>
      new Worker(new URL(WORKERS[label] ?? 'editor.worker.js', folder), { type: 'module', name: label }),
  },
});

const WELCOME = `# Payung. Contoh ada di "?" di kiri;
# Ctrl-Enter menjalankannya.
# Examples are behind "?" on the left.
{
  viewer { name grants { role region { displayName } } }
}
`;

const fetcher = createGraphiQLFetcher({
  url: new URL('/graphql', location.href).href,
  fetch: (address, options) => fetch(address, { ...options, credentials: 'same-origin' }),
});

interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly grants: readonly { readonly role: string }[];
}

/** Who is signed in by the panel's cookie; null: nobody, and only what is public can be asked. */
async function readViewer(): Promise<Viewer | null> {
  const answer = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ viewer { id name locale grants { role } } }' }),
  });
  const { data }: { data?: { viewer: Viewer | null } } = await answer.json();
  return data?.viewer ?? null;
}

async function mount(): Promise<void> {
  const place = document.getElementById('graphiql');
  if (place === null) throw new Error('The page has no element #graphiql');
  const viewer = await readViewer();
  const language: Language = viewer?.locale === 'EN' ? 'en' : 'id';
  speak(language);
  document.documentElement.lang = language;
  const own = examplesFor(examples, viewer?.grants.map(({ role }) => role) ?? []);
  createRoot(place).render(
    <GraphiQL
      fetcher={fetcher}
      defaultQuery={WELCOME}
      isHeadersEditorEnabled
      shouldPersistHeaders={false}
      // tabs and history stay, each person's for themselves: offices share browsers
      storage={ownStorage(viewer?.id ?? 'anonymous')}
      plugins={[HISTORY_PLUGIN, examplesPlugin(own), exportPlugin]}
    >
      <GraphiQL.Logo>
        <a href="/admin">Payung</a>{' '}
        <small>
          {viewer?.name ?? say('tanpa masuk: hanya data publik', 'not signed in: public data only')}
        </small>
      </GraphiQL.Logo>
    </GraphiQL>,
  );
}

void mount();
