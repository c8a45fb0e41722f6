import React from 'react';
import type { PageLanguage } from './mou-page-texts';
import { whole } from './page-parts';

interface GroupCellsProps {
  readonly group: {
    readonly id: string;
    readonly en: string;
    readonly colour: string;
    readonly meaning: Readonly<Record<PageLanguage, string>>;
  };
  readonly count: number;
  /** Of all groups of the table: their bars share one scale. */
  readonly largest: number;
  readonly language: PageLanguage;
}

/** First cells of a group's row: what it is called and means, how many it has, and that as a bar. */
export function GroupCells({ group, count, largest, language }: GroupCellsProps) {
  const { colour, meaning, [language]: name } = group;
  return (
    <>
      <th scope="row">
        {name}
        <small>{meaning[language]}</small>
      </th>
      <td className="payung-number">{whole(count, language)}</td>
      <td className="bar">
        <div className="payung-bar-track" aria-hidden="true">
          <i
            className={count === 0 ? `${colour} none` : colour}
            style={{ width: `${(100 * count) / largest}%` }}
          />
        </div>
      </td>
    </>
  );
}
