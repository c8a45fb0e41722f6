import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { ExampleOperation } from './example-list';
import { say } from './language';

/** Opens a question of the documentation in a tab of its own. */
export const examplesPlugin = (examples: readonly ExampleOperation[]): GraphiQLPlugin => ({
  title: 'Contoh / Examples',
  icon: () => <span aria-hidden="true">?</span>,
  content: () => <Examples examples={examples} />,
});

const narrow = 700;

/** On a telephone the list covers the editor. Only its button gives the room back: the state alone leaves it empty. */
function closePanel(): void {
  document.querySelector<HTMLButtonElement>('.graphiql-sidebar button.active')?.click();
}

function Examples({ examples }: { readonly examples: readonly ExampleOperation[] }) {
  const { addTab } = useGraphiQLActions();
  const editor = useGraphiQL((state) => state.queryEditor);
  const open = (text: string): void => {
    addTab();
    editor?.setValue(text);
    if (innerWidth < narrow) closePanel();
  };
  return (
    <section className="payung-plugin">
      <h2>{say('Contoh operasi', 'Example operations')}</h2>
      <p>
        {say(
          'Hak Anda sendiri berlaku; data lain tidak tampil.',
          'Your own rights apply; other data does not appear.',
        )}
      </p>
      <ul>
        {examples.map(({ indonesian, english, asksFor, text }) => (
          <li key={text}>
            <button type="button" onClick={() => open(text)}>
              {say(indonesian, english)} <code>{asksFor}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
