import React, { useState } from 'react';
import { useLanguage } from './page-parts';
import { meaningOf, type SqlView } from './sql-client';
import { sqlWords } from './sql-words';

interface Props {
  readonly views: readonly SqlView[];
  readonly onInsert: (name: string) => void;
}

/** Views and columns with their meaning; a press inserts the name. */
export function SqlViews({ views, onInsert }: Props) {
  const words = sqlWords[useLanguage()];
  const [wanted, setWanted] = useState('');
  const found = views.filter((view) => wordsOf(view).includes(wanted.trim().toLowerCase()));
  return (
    <>
      <input
        type="search"
        className="payung-input"
        aria-label={words.findView}
        placeholder={words.findView}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <div className="payung-views">
        {found.map((view) => (
          <View key={view.name} view={view} onInsert={onInsert} />
        ))}
        {found.length === 0 ? <p className="payung-hint">{words.noView}</p> : null}
      </div>
    </>
  );
}

/** Everything that somebody may look for: names, and meanings in both languages. */
const wordsOf = ({ name, about, columns }: SqlView): string =>
  [name, about, ...columns.flatMap((column) => [column.name, column.about])].join('\n').toLowerCase();

function View({
  view: { name, about, columns },
  onInsert,
}: {
  readonly view: SqlView;
  readonly onInsert: Props['onInsert'];
}) {
  const language = useLanguage();
  const words = sqlWords[language];
  const button = (inserted: string) => (
    <button
      type="button"
      className="payung-name"
      title={words.insert(inserted)}
      onClick={() => onInsert(inserted)}
    >
      {inserted}
    </button>
  );
  return (
    <details>
      <summary>
        <code>{name}</code> <small>{meaningOf(about, language)}</small>
      </summary>
      <ul>
        <li>{button(name)}</li>
        {columns.map((column) => (
          <li key={column.name}>
            {button(column.name)} <small>{column.type}</small>
            <br />
            <small>{meaningOf(column.about, language)}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
