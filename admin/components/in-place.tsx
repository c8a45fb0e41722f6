import { ValueGroup } from '@adminjs/design-system';
import { type PropertyJSON, type RecordJSON, useTranslation } from 'adminjs';
import React, { type ReactNode } from 'react';

/** What AdminJS gives a component that shows a value. */
export interface ValueProps {
  readonly property: PropertyJSON;
  readonly record: RecordJSON;
  readonly where: 'list' | 'show';
}

interface Props extends Omit<ValueProps, 'record'> {
  readonly children: ReactNode;
  /** Style of the value in a list. Absent: as text is. */
  readonly listClass?: string;
}

/** The value alone in a list, under its label on a record's page. */
export function InPlace({ property, where, listClass, children }: Props) {
  const { translateProperty } = useTranslation();
  if (where === 'list') return listClass ? <span className={listClass}>{children}</span> : children;
  return <ValueGroup label={translateProperty(property.label, property.resourceId)}>{children}</ValueGroup>;
}
