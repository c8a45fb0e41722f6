import { SortLink, useTranslation } from 'adminjs';
import React, { type ComponentProps } from 'react';

const cellsOfAmounts: readonly unknown[] = ['RupiahCell', 'NumberCell', 'FigureCell'];
const sortNames = { asc: 'ascending', desc: 'descending' } as const;

/** Heading of a list's column: says how the list is sorted, and stands over amounts at the right, as they do. */
export default function PropertyHeader(props: ComponentProps<typeof SortLink>) {
  const { property, sortBy, direction } = props;
  const { translateProperty } = useTranslation();
  const isAmount = cellsOfAmounts.includes(property.components?.list);
  const isSorted = property.isSortable && sortBy === property.propertyPath;
  return (
    <th
      scope="col"
      className={isAmount ? 'payung-number' : undefined}
      aria-sort={isSorted ? sortNames[direction ?? 'asc'] : undefined}
    >
      {property.isSortable ? <SortLink {...props} /> : translateProperty(property.label, property.resourceId)}
    </th>
  );
}
