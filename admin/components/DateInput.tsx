import React from 'react';
import type { FieldProps } from './field';
import { PickerInput } from './picker';

/** A day by the browser's own picker. */
export default function DateInput(props: FieldProps) {
  return <PickerInput type="date" {...props} />;
}
