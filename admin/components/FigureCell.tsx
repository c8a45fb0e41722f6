import { useTranslation } from 'adminjs';
import React from 'react';
import { InPlace, type ValueProps } from './in-place';

const rupiah = 'RUPIAH';
const scales = [
  { from: 10n ** 12n, id: 'triliun', en: 'trillion' },
  { from: 10n ** 9n, id: 'miliar', en: 'billion' },
  { from: 10n ** 6n, id: 'juta', en: 'million' },
] as const;

/** A reported figure as people read it: "Rp2,2 miliar" in a list, exact to the rupiah on its page, "3,75", "3.500". */
export default function FigureCell(props: ValueProps) {
  const { i18n } = useTranslation();
  const { value, unit } = props.record.params;
  const language = i18n.language === 'en' ? 'en' : 'id';
  const text =
    typeof value === 'string' ? figure(value, unit === rupiah, props.where === 'list', language) : '–';
  return (
    <InPlace {...props} listClass="payung-amount">
      {text}
    </InPlace>
  );
}

function figure(value: string, isRupiah: boolean, isShort: boolean, language: 'id' | 'en'): string {
  const locale = language === 'en' ? 'en-GB' : 'id-ID';
  const [whole = '0', decimals] = value.split('.');
  const amount = BigInt(whole);
  const scale = scales.find(({ from }) => amount >= from);
  if (isRupiah && isShort && scale) {
    // two decimals by whole-number arithmetic: an amount never becomes a float
    const hundredths = (amount * 100n) / scale.from;
    const short = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(
      Number(hundredths) / 100,
    );
    return `Rp${short} ${scale[language]}`;
  }
  const written = new Intl.NumberFormat(locale).format(amount);
  const tail = decimals ? (language === 'en' ? '.' : ',') + decimals : '';
  return `${isRupiah ? 'Rp' : ''}${written}${tail}`;
}
