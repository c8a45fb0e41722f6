import { FormGroup, FormMessage } from '@adminjs/design-system';
import { type PropertyJSON, PropertyLabel, type RecordJSON, useTranslation } from 'adminjs';
import React, { type ReactNode } from 'react';

/** What AdminJS gives a component that edits a value. */
export interface FieldProps {
  readonly property: PropertyJSON;
  readonly record: RecordJSON;
  readonly onChange: (path: string, value: string | null) => void;
}

/** A field with its label, and the message when something is wrong with it. */
export function Field({
  property,
  record,
  children,
}: Omit<FieldProps, 'onChange'> & { readonly children: ReactNode }) {
  const { translateMessage } = useTranslation();
  const error = record.errors?.[property.path];
  return (
    <FormGroup error={Boolean(error)}>
      <PropertyLabel property={property} />
      {children}
      <FormMessage>{error ? translateMessage(error.message, property.resourceId) : null}</FormMessage>
    </FormGroup>
  );
}
