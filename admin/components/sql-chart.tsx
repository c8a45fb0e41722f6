import React, { useState } from 'react';
import { useLanguage } from './page-parts';
import { isNumeric, type SqlAnswer } from './sql-client';
import { sqlWords } from './sql-words';

const mostBars = 60;

/** Bars of one column of numbers, named by another. */
export function SqlChart({ answer: { columns, rows } }: { readonly answer: SqlAnswer }) {
  const language = useLanguage();
  const words = sqlWords[language];
  const places = columns.map((_, place) => place);
  const numbers = places.filter((place) => isNumeric(columns[place]?.type));
  const names = places.filter((place) => !numbers.includes(place));
  const [name, setName] = useState(names[0] ?? numbers[0] ?? 0);
  const [number, setNumber] = useState(numbers.find((place) => place !== name) ?? -1);
  if (number < 0) return <p>{words.noChart}</p>;
  const bars = rows
    .slice(0, mostBars)
    .map((row) => ({ label: String(row[name] ?? 'null'), value: row[number] ?? null }));
  const largest = Math.max(...bars.map(({ value }) => Math.abs(Number(value))), Number.MIN_VALUE);
  const format = new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 2 });
  return (
    <figure className="payung-bars payung-chart">
      <div className="payung-facts payung-form">
        <Choice label={words.chartLabel} places={places} columns={columns} value={name} onChange={setName} />
        <Choice
          label={words.chartValue}
          places={numbers}
          columns={columns}
          value={number}
          onChange={setNumber}
        />
      </div>
      <figcaption>
        {columns[number]?.name}
        {rows.length > mostBars ? (
          <small className="payung-line">{words.charted(String(mostBars))}</small>
        ) : null}
      </figcaption>
      {bars.map(({ label, value }, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of an answer have no name and do not change
        <div key={line} className="payung-bar-row">
          <span>{label}</span>
          <div className="payung-bar-track" aria-hidden="true">
            <div className="payung-bar-parts">
              <i
                className={Number(value) < 0 ? 'over' : 'paid'}
                style={{ width: `${(100 * Math.abs(Number(value))) / largest}%` }}
              />
            </div>
          </div>
          <b>{value === null ? '–' : format.format(Number(value))}</b>
        </div>
      ))}
    </figure>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly places: readonly number[];
  readonly columns: SqlAnswer['columns'];
  readonly value: number;
  readonly onChange: (place: number) => void;
}

function Choice({ label, places, columns, value, onChange }: ChoiceProps) {
  return (
    <div>
      <label>
        {label}{' '}
        <select
          className="payung-input"
          value={value}
          onChange={(event) => onChange(Number(event.target.value))}
        >
          {places.map((place) => (
            <option key={place} value={place}>
              {columns[place]?.name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
