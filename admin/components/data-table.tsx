import React, { type ReactNode } from 'react';
import { Scroll } from './scroll';

export function TableHead({ heads }: { readonly heads: readonly string[] }) {
  return (
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** A table with a heading for each column; the first cell of a row names it. */
export function DataTable({
  heads,
  rows,
}: {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}) {
  return (
    <Scroll>
      <table className="payung-table">
        <TableHead heads={heads} />
        <tbody>
          {rows.map(({ key, cells: [first, ...others] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {heads.slice(1).map((head, place) => (
                <td key={head}>{others[place]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
