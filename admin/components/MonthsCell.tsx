import React from 'react';
import type { ValueProps } from './in-place';
import { MonthsStrip, type StripMonth } from './months-strip';

/** The twelve months of this year, small, in a list's row. */
export default function MonthsCell({ property, record }: ValueProps) {
  const value: unknown = record.params[property.path];
  const months = typeof value === 'string' ? (JSON.parse(value) as readonly StripMonth[]) : [];
  return months.length === 0 ? <>–</> : <MonthsStrip months={months} isSmall />;
}
