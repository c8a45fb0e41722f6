import type { RecordsTableProps } from 'adminjs';
import React, { type ComponentType } from 'react';
import { useShownColumns } from './column-choice';

interface Props extends RecordsTableProps {
  readonly OriginalComponent: ComponentType<RecordsTableProps>;
}

/** The table of a list in the columns that the person chose. */
export default function RecordsTable({ OriginalComponent, ...props }: Props) {
  const listProperties = [...useShownColumns(props.resource)];
  return <OriginalComponent {...props} resource={{ ...props.resource, listProperties }} />;
}
