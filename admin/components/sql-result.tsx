import React, { useState } from 'react';
import { useLanguage, whole } from './page-parts';
import { Scroll } from './scroll';
import { SqlChart } from './sql-chart';
import { isNumeric, type SqlAnswer, type SqlValue } from './sql-client';
import { sqlWords } from './sql-words';

const mostShown = 500;

/** The answer as a table or a chart, and as a file. */
export function SqlResult({
  answer,
  onFile,
}: {
  readonly answer: SqlAnswer;
  readonly onFile: (format: 'csv' | 'xlsx') => void;
}) {
  const language = useLanguage();
  const words = sqlWords[language];
  const [shows, setShows] = useState<'table' | 'chart'>('table');
  const count = whole(answer.rowCount, language) ?? '';
  const tab = (kind: 'table' | 'chart') => (
    <button
      type="button"
      className="payung-plain"
      aria-pressed={shows === kind}
      onClick={() => setShows(kind)}
    >
      {words[kind]}
    </button>
  );
  return (
    <div aria-live="polite" className="payung-answer">
      <p>
        {words.rows(count, whole(answer.milliseconds, language) ?? '')}{' '}
        {answer.isTruncated ? words.truncated(whole(answer.limit, language) ?? '') : null}{' '}
        {answer.rowCount > mostShown ? words.shown(String(mostShown), count) : null}
      </p>
      <div className="payung-buttons">
        {tab('table')}
        {tab('chart')}
        <button type="button" className="payung-plain" onClick={() => onFile('csv')}>
          {words.csv}
        </button>
        <button type="button" className="payung-plain" onClick={() => onFile('xlsx')}>
          {words.xlsx}
        </button>
      </div>
      {answer.rowCount === 0 ? <p>{words.none}</p> : null}
      {answer.rowCount > 0 && shows === 'table' ? <Rows answer={answer} /> : null}
      {answer.rowCount > 0 && shows === 'chart' ? <SqlChart answer={answer} /> : null}
    </div>
  );
}

function Rows({ answer: { columns, rows } }: { readonly answer: SqlAnswer }) {
  return (
    <Scroll>
      <table className="payung-table payung-long">
        <thead>
          <tr>
            {columns.map(({ name, type }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns of an answer may have one name
              <th key={place} scope="col" className={styleOf(type)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostShown).map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of an answer have no name and do not change
            <tr key={line}>
              {row.map((value, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as for the columns
                <td key={place} className={styleOf(columns[place]?.type)}>
                  <Value value={value} isNumber={isNumeric(columns[place]?.type)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Numbers below each other, days on one line. */
function styleOf(type: string | undefined): string {
  if (isNumeric(type)) return 'payung-number';
  return type === 'date' ? 'payung-day' : '';
}

/** As it came: what is copied from the table is what the database holds. */
function Value({ value, isNumber }: { readonly value: SqlValue; readonly isNumber: boolean }) {
  if (value === null) return <i className="payung-unknown">null</i>;
  return isNumber ? <Digits text={String(value)} /> : <>{String(value)}</>;
}

/** Thousands of a long number stand apart for the eye; years do not, and a copy has no gap. */
function Digits({ text }: { readonly text: string }) {
  const [, sign, whole = '', rest] = /^(-?)(\d{5,})(\.\d+)?$/.exec(text) ?? [];
  if (whole === '') return <>{text}</>;
  const thousands = whole.split(/(?=(?:\d{3})+$)/);
  return (
    <>
      {sign}
      {thousands.map((digits, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the digits of a number have no name
        <span key={place} className="payung-digits">
          {digits}
        </span>
      ))}
      {rest}
    </>
  );
}
