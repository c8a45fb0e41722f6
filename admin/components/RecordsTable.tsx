import type { RecordsTableProps } from 'adminjs';
import React, { type ComponentType, useRef } from 'react';
import { useShownColumns } from './column-choice';

interface Props extends RecordsTableProps {
  readonly OriginalComponent: ComponentType<RecordsTableProps>;
}

/** The table of a list in the columns that the person chose; it says that it loads before it says that there is nothing. */
export default function RecordsTable({ OriginalComponent, ...props }: Props) {
  const listProperties = [...useShownColumns(props.resource)];
  // AdminJS asks for the rows after it has drawn the page without any; a quick answer comes before it says that it asks
  const drawnFirst = useRef(props.records);
  const isUnasked = props.records === drawnFirst.current && props.records.length === 0;
  const hasAsked = useRef(false);
  if (props.isLoading) hasAsked.current = true;
  const isLoading = props.isLoading === true || (isUnasked && !hasAsked.current);
  return (
    <div aria-busy={isLoading}>
      <OriginalComponent {...props} isLoading={isLoading} resource={{ ...props.resource, listProperties }} />
    </div>
  );
}
