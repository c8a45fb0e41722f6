import React from 'react';
import { useLanguage } from './page-parts';
import type { SqlView } from './sql-client';
import { sqlWords } from './sql-words';

/** Views and columns with their meaning; a press inserts the name. */
export function SqlViews({
  views,
  onInsert,
}: {
  readonly views: readonly SqlView[];
  readonly onInsert: (name: string) => void;
}) {
  const language = useLanguage();
  const words = sqlWords[language];
  const meaning = (about: string): string => about.split(' | ')[language === 'id' ? 0 : 1] ?? about;
  const button = (name: string) => (
    <button type="button" className="payung-name" title={words.insert(name)} onClick={() => onInsert(name)}>
      {name}
    </button>
  );
  return (
    <div className="payung-views">
      {views.map(({ name, about, columns }) => (
        <details key={name}>
          <summary>
            <code>{name}</code> <small>{meaning(about)}</small>
          </summary>
          <ul>
            <li>{button(name)}</li>
            {columns.map((column) => (
              <li key={column.name}>
                {button(column.name)} <small>{column.type}</small>
                <br />
                <small>{meaning(column.about)}</small>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
