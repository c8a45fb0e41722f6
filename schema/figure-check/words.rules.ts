/** A sentence in both languages of the registry. */
export interface Words {
  readonly id: string;
  readonly en: string;
}

/** Writes numbers as a language does. */
export interface Numerals {
  /** `3500` as 3.500 or 3,500. */
  number(value: string): string;
  /** `16800` as Rp16.800 or Rp16,800. */
  rupiah(value: string): string;
  /** `32.07` as 32,07 % or 32.07 %. */
  percent(value: string): string;
}

/** The same arithmetic in Indonesian and in English. */
export function inBoth(id: (n: Numerals) => string, en: (n: Numerals) => string): Words {
  return { id: id(indonesian), en: en(english) };
}

const indonesian = numerals('.', ',');
const english = numerals(',', '.');

function numerals(thousands: string, point: string): Numerals {
  const number = (value: string): string => {
    const [whole = '', fraction] = value.split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
    return fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
  };
  const rupiah = (value: string): string =>
    value.startsWith('-') ? `-Rp${number(value.slice(1))}` : `Rp${number(value)}`;
  return { number, rupiah, percent: (value) => `${number(value)} %` };
}
