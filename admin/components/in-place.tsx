import { ValueGroup } from '@adminjs/design-system';
import { type PropertyJSON, type RecordJSON, useTranslation } from 'adminjs';
import React, { type ReactNode } from 'react';

/** What AdminJS gives a component that shows a value. */
export interface ValueProps {
  readonly property: PropertyJSON;
  readonly record: RecordJSON;
  readonly where: 'list' | 'show';
}

/** The value alone in a list, under its label on a record's page. */
export function InPlace({
  property,
  where,
  children,
}: Omit<ValueProps, 'record'> & { readonly children: ReactNode }) {
  const { translateProperty } = useTranslation();
  if (where === 'list') return <>{children}</>;
  return <ValueGroup label={translateProperty(property.label, property.resourceId)}>{children}</ValueGroup>;
}
