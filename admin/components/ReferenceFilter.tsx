import { FormGroup } from '@adminjs/design-system';
import { type PropertyJSON, PropertyLabel } from 'adminjs';
import React from 'react';
import { ReferenceSelect } from './reference-select';

interface Props {
  readonly property: PropertyJSON;
  readonly filter: Record<string, string>;
  readonly onChange: (path: string, value: string) => void;
}

/** Narrows a list to what belongs to one record of another screen. */
export default function ReferenceFilter({ property, filter, onChange }: Props) {
  return (
    <FormGroup variant="filter">
      <PropertyLabel property={property} filter />
      <ReferenceSelect
        inputId={`filter-${property.path}`}
        resourceId={property.reference ?? ''}
        value={filter[property.path] ?? ''}
        onChange={(id) => onChange(property.path, id)}
      />
    </FormGroup>
  );
}
