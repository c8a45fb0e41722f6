import React from 'react';
import type { MapCell, MapRegion, MapView, MapWords } from './map-types';

interface Props {
  readonly regions: readonly MapRegion[];
  readonly view: MapView;
  readonly words: MapWords;
  readonly cellOf: (code: string) => MapCell;
}

/** What the map says, without the map. */
export function MapTable({ regions, view, words, cellOf }: Props) {
  return (
    <details>
      <summary>{words.table}</summary>
      <table className="payung-table">
        <thead>
          <tr>
            <th scope="col">{words.region}</th>
            <th scope="col">{view.name}</th>
            <th scope="col">{words.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {regions.map(({ code, name, href }) => (
            <tr key={code}>
              <th scope="row">
                <a href={href}>{name}</a>
              </th>
              <td>{cellOf(code).value}</td>
              <td>{cellOf(code).note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
