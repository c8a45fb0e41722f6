import React, { type ReactNode } from 'react';
import { Scroll } from './scroll';

interface HeadProps {
  readonly heads: readonly string[];
  /** Columns that stand at the right, by their place. Absent: none. */
  readonly amounts?: ReadonlySet<number>;
}

export function TableHead({ heads, amounts }: HeadProps) {
  return (
    <thead>
      <tr>
        {heads.map((head, place) => (
          <th key={head} scope="col" className={amounts?.has(place) ? 'payung-number' : undefined}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface TableProps {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** A table with a heading for each column; the first cell of a row names it, amounts stand at the right. */
export function DataTable({ heads, rows }: TableProps) {
  const amounts = amountColumns(heads, rows);
  return (
    <Scroll>
      <table className="payung-table">
        <TableHead heads={heads} amounts={amounts} />
        <tbody>
          {rows.map(({ key, cells: [first, ...others] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {heads.slice(1).map((head, place) => (
                <td key={head} className={amounts.has(place + 1) ? 'payung-number' : dayClass(others[place])}>
                  {others[place]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** "Rp1.344.600", "3.437", "12 orang", "23,5%"; not the digits of a code or of a year. */
const amount = /^[-−]?(Rp)?\d{1,3}([.,]\d{3})*([.,]\d{1,2})?(\s?%|\s[a-z]+(-[a-z]+)?)?$/;

const day = /^\d{1,2} \p{L}+ \d{4}$/u;

/** A day stays on one line. */
function dayClass(cell: ReactNode): string | undefined {
  return typeof cell === 'string' && day.test(cell) ? 'payung-day' : undefined;
}

function amountColumns({ length }: readonly string[], rows: TableProps['rows']): ReadonlySet<number> {
  const places = Array.from({ length }, (_, place) => place).slice(1);
  return new Set(
    places.filter((place) => {
      const known = rows.map(({ cells }) => cells[place]).filter((cell) => cell && cell !== '–');
      return known.length > 0 && known.every((cell) => typeof cell === 'string' && amount.test(cell));
    }),
  );
}
