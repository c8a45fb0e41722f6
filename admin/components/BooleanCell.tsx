import { useTranslation } from 'adminjs';
import React from 'react';
import { InPlace, type ValueProps } from './in-place';

/** Yes, no, or a dash for what is not known. */
export default function BooleanCell(props: ValueProps) {
  const { translateComponent } = useTranslation();
  const value: unknown = props.record.params[props.property.path];
  return (
    <InPlace {...props}>{typeof value === 'boolean' ? translateComponent(`Boolean.${value}`) : '–'}</InPlace>
  );
}
