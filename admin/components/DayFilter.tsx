import React from 'react';
import { PickerFilter, type PickerFilterProps } from './picker';

/** Narrows a list to what holds on one day. */
export default function DayFilter(props: PickerFilterProps) {
  return <PickerFilter type="date" {...props} />;
}
