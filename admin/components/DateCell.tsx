import { useTranslation } from 'adminjs';
import React from 'react';
import { InPlace, type ValueProps } from './in-place';

/** A day in words, "24 Januari 2024", short in a list; an instant with its time in Jakarta. */
export default function DateCell(props: ValueProps) {
  const { i18n } = useTranslation();
  const value: unknown = props.record.params[props.property.path];
  const text = typeof value === 'string' && value !== '' ? written(value, i18n.language, props) : '–';
  return (
    <InPlace {...props} listClass="payung-day">
      {text}
    </InPlace>
  );
}

function written(value: string, language: string, { property, where }: ValueProps): string {
  const dateStyle = where === 'list' ? 'medium' : 'long';
  const locale = language === 'en' ? 'en-GB' : 'id-ID';
  if (property.type === 'date') {
    // a legal date has no zone: read as UTC and written as UTC, it stays the same day everywhere
    return new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(
      new Date(`${value}T00:00:00Z`),
    );
  }
  const options = { dateStyle, timeStyle: 'short', timeZone: 'Asia/Jakarta' } as const;
  return `${new Intl.DateTimeFormat(locale, options).format(new Date(value))} WIB`;
}
