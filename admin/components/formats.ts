import type { PageLanguage } from './mou-page-texts';

// Numbers and months as people write them, for the panel and for the public page.

const tag = { id: 'id-ID', en: 'en-GB' } as const;

export type Ratio = {
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
} | null;

/** "Rp1.234.567"; null stays null. From the decimal string, never through a float. */
export function rupiah(value: string | null | undefined, language: PageLanguage): string | null {
  if (value === null || value === undefined) return null;
  const amount = BigInt(value);
  const text = new Intl.NumberFormat(tag[language]).format(amount < 0n ? -amount : amount);
  return amount < 0n ? `−Rp${text}` : `Rp${text}`;
}

export function whole(value: number | string | null | undefined, language: PageLanguage): string | null {
  if (value === null || value === undefined) return null;
  return new Intl.NumberFormat(tag[language]).format(typeof value === 'string' ? BigInt(value) : value);
}

/** A ratio as percent with its two numbers is what the page says beside; here the percent alone. */
export function percent(ratio: Ratio, language: PageLanguage): string | null {
  if (!ratio) return null;
  return new Intl.NumberFormat(tag[language], { style: 'percent', maximumFractionDigits: 1 }).format(
    Number(ratio.value),
  );
}

/** A part of a whole as percent with one decimal, cut and not rounded up to a whole: 99,9 % is not yet 100 %. */
export function shareOf(part: bigint, total: bigint, language: PageLanguage): string | null {
  if (total === 0n) return null;
  const tenths = Number((part * 1000n) / total);
  return new Intl.NumberFormat(tag[language], { style: 'percent', maximumFractionDigits: 1 }).format(
    tenths / 1000,
  );
}

export function monthName(value: string | null | undefined, language: PageLanguage): string | null {
  if (!value) return null;
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(tag[language], options).format(
    new Date(`${value.slice(0, 7)}-01T00:00:00Z`),
  );
}
