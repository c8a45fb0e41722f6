import { useTranslation } from 'adminjs';
import React from 'react';
import { InPlace, type ValueProps } from './in-place';

/** A month in words, "Januari 2026"; short in a list. */
export default function MonthCell(props: ValueProps) {
  const { i18n } = useTranslation();
  const value: unknown = props.record.params[props.property.path];
  const locale = i18n.language === 'en' ? 'en-GB' : 'id-ID';
  const isList = props.where === 'list';
  const isMonth = typeof value === 'string' && /^\d{4}-\d{2}/.test(value);
  const text = isMonth
    ? new Intl.DateTimeFormat(locale, {
        month: isList ? 'short' : 'long',
        year: 'numeric',
        timeZone: 'UTC',
      }).format(new Date(`${value.slice(0, 7)}-01T00:00:00Z`))
    : '–';
  return (
    <InPlace {...props} listClass="payung-day">
      {text}
    </InPlace>
  );
}
