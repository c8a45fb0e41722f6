import React from 'react';
import type { FieldProps } from './field';
import { PickerInput } from './picker';

/** A month by the browser's own picker; browsers without one show a text field of that form. */
export default function MonthInput(props: FieldProps) {
  return <PickerInput type="month" {...props} />;
}
