/** Exact numbers with six decimals, as `numeric` columns give them: money and shares are never floats. */
const scale = 1_000_000n;

/** `"3.75"` as millionths. */
export function parsed(text: string): bigint {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,6})\d*)?$/.exec(text) ?? [];
  if (whole === undefined) throw new Error(`not a decimal: ${text}`);
  const value = BigInt(whole) * scale + BigInt(fraction.padEnd(6, '0'));
  return sign === '-' ? -value : value;
}

/** Millionths as a decimal without trailing zeros. */
export function printed(value: bigint): string {
  const size = value < 0n ? -value : value;
  const fraction = String(size % scale)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${size / scale}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Sum of decimals. */
export function sum(values: readonly string[]): string {
  return printed(values.reduce((total, value) => total + parsed(value), 0n));
}

/** `one - other`. */
export function minus(one: string, other: string): string {
  return printed(parsed(one) - parsed(other));
}

/** Product of decimals. */
export function times(...values: readonly string[]): string {
  return printed(values.reduce((product, value) => (product * parsed(value)) / scale, scale));
}

/** `one / other` with so many decimals, half rounded up; `other` is not zero. */
export function divided(one: string, other: string, decimals: number): string {
  return rounded(printed((parsed(one) * scale) / parsed(other)), decimals);
}

/** How often `other` goes whole into `one`. */
export function wholeTimes(one: string, other: string): string {
  return String(parsed(one) / parsed(other));
}

/** Whether `other` goes into `one` without a rest. */
export function isMultiple(one: string, other: string): boolean {
  return parsed(one) % parsed(other) === 0n;
}

/** `part` as a percentage of `whole`, with two decimals. */
export function percentOf(part: string, whole: string): string {
  return divided(times(part, '100'), whole, 2);
}

/** Half rounded up, away from zero. */
export function rounded(text: string, decimals: number): string {
  const step = 10n ** BigInt(6 - decimals);
  const value = parsed(text);
  const half = value < 0n ? -step / 2n : step / 2n;
  return printed(((value + half) / step) * step);
}

/** Size without the sign, for comparisons. */
export function size(text: string): bigint {
  const value = parsed(text);
  return value < 0n ? -value : value;
}

/** Decimals that the number is written with. */
export function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}
