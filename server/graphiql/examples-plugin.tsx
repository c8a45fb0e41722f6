import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { examples } from './examples';
import { say } from './language';

/** Opens a question of the documentation in a tab of its own. */
export const examplesPlugin: GraphiQLPlugin = {
  title: 'Contoh / Examples',
  icon: () => <span aria-hidden="true">?</span>,
  content: Examples,
};

function Examples() {
  const { addTab } = useGraphiQLActions();
  const editor = useGraphiQL((state) => state.queryEditor);
  const open = (text: string): void => {
    addTab();
    // the new tab empties the editor when it is drawn
    setTimeout(() => editor?.setValue(text), 50);
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
        {examples.map(({ indonesian, english, text }) => (
          <li key={text}>
            <button type="button" onClick={() => open(text)}>
              {say(indonesian, english)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
