import { useTranslation } from 'adminjs';
import React from 'react';
import { InPlace, type ValueProps } from './in-place';

/** A number with separators, "3.483"; its label says of what. */
export default function NumberCell(props: ValueProps) {
  const { i18n } = useTranslation();
  const value: unknown = props.record.params[props.property.path];
  const locale = i18n.language === 'en' ? 'en-GB' : 'id-ID';
  const isNumber = value !== null && value !== undefined && value !== '' && !Number.isNaN(Number(value));
  const text = isNumber ? new Intl.NumberFormat(locale).format(Number(value)) : '–';
  return (
    <InPlace {...props} listClass="payung-amount">
      {text}
    </InPlace>
  );
}
