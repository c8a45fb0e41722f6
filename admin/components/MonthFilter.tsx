import React from 'react';
import { PickerFilter, type PickerFilterProps } from './picker';

/** Narrows a list to what holds in one month. */
export default function MonthFilter(props: PickerFilterProps) {
  return <PickerFilter type="month" {...props} />;
}
