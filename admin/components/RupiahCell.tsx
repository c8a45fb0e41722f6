import { useTranslation } from 'adminjs';
import React from 'react';
import { InPlace, type ValueProps } from './in-place';

/** Whole rupiah with separators, "Rp16.800"; from the decimal string, never through a float. */
export default function RupiahCell(props: ValueProps) {
  const { i18n } = useTranslation();
  const value: unknown = props.record.params[props.property.path];
  const isAmount = typeof value === 'string' && /^-?\d{1,18}$/.test(value);
  const locale = i18n.language === 'en' ? 'en-GB' : 'id-ID';
  const text = isAmount ? `Rp${new Intl.NumberFormat(locale).format(BigInt(value))}` : '–';
  return (
    <InPlace {...props} listClass="payung-amount">
      {text}
    </InPlace>
  );
}
