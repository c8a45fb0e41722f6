import React from 'react';
import { useLanguage } from './page-parts';
import type { Failed } from './sql-asking';
import { sqlWords } from './sql-words';

const faultsId = 'sql-faults';

interface ParametersProps {
  /** PostgreSQL's types of them; none while the statement cannot be read. */
  readonly types: readonly string[];
  /** What a saved query calls them; shorter where it does not say. */
  readonly names: readonly string[];
  readonly values: readonly string[];
  readonly failed: Failed;
  readonly onChange: (values: readonly string[]) => void;
}

/** A field for each of `$1`, `$2`, …; the one that PostgreSQL could not read is marked. */
export function SqlParameters({ types, names, values, failed, onChange }: ParametersProps) {
  const words = sqlWords[useLanguage()];
  if (values.length === 0) return null;
  const isWrong = (place: number): boolean =>
    failed.errors.some(({ path }) => path[0] === 'parameters' && path[1] === String(place));
  return (
    <div className="payung-facts payung-form">
      {values.map((value, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a parameter is its place
        <div key={place}>
          <label htmlFor={`sql-parameter-${place}`}>
            {words.parameter(place + 1, names[place] ?? '')}{' '}
            <small>
              {words.typeOf(types[place])}
              {words.empty}
            </small>
          </label>
          <input
            id={`sql-parameter-${place}`}
            className="payung-input"
            maxLength={1000}
            value={value}
            aria-invalid={isWrong(place) || undefined}
            aria-describedby={isWrong(place) ? faultsId : undefined}
            onChange={(event) =>
              onChange(values.map((kept, at) => (at === place ? event.target.value : kept)))
            }
          />
        </div>
      ))}
    </div>
  );
}

interface FaultsProps {
  readonly failed: Failed;
  readonly onGoTo: (position: number) => void;
}

/** Why there is no answer, each reason with its line and a way there. */
export function SqlFaults({ failed: { sql, errors }, onGoTo }: FaultsProps) {
  const words = sqlWords[useLanguage()];
  if (errors.length === 0) return null;
  return (
    <div role="alert" id={faultsId} className="payung-faults">
      {errors.map(({ message, position }) => (
        <p key={`${position}${message}`}>
          {message}{' '}
          {position === null ? null : (
            <button type="button" className="payung-name" onClick={() => onGoTo(position)}>
              {words.goTo(sql.slice(0, position - 1).split('\n').length)}
            </button>
          )}
        </p>
      ))}
    </div>
  );
}

/** Where a `$1` stands for nothing: texts, names in quotes, comments, texts between dollars. */
const quoted = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$([A-Za-z_]\w*)?\$[\s\S]*?\$\1\$/g;

/** How many values the statement asks for: its highest `$` number. */
export function parameterCount(text: string): number {
  const numbers = [...text.replace(quoted, ' ').matchAll(/\$(\d+)/g)].map(([, number]) => Number(number));
  return Math.min(50, Math.max(0, ...numbers));
}
