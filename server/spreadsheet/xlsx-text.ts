/** A cell holds no more characters; Excel refuses to open a file with a longer one. */
export const longestCellText = 32_767;

const inNeedOfEscape = /[&<>\p{Cc}\p{Cs}\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_/u;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text of an element. What XML 1.0 forbids is written `_xHHHH_`, as Excel does; half characters become U+FFFD. */
export function escapedText(text: string): string {
  const fitting = text.length > longestCellText ? `${text.slice(0, longestCellText - 1)}…` : text;
  if (!inNeedOfEscape.test(fitting)) return fitting;
  return fitting
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, escapedControl)
    .replace(/[&<>]/g, (sign) => entities[sign] ?? sign);
}

/** Tab, line feed and the controls from DEL on are allowed in XML. */
function escapedControl(sign: string): string {
  const code = sign.charCodeAt(0);
  if (sign === '\t' || sign === '\n' || (code >= 0x7f && code <= 0x9f)) return sign;
  return `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** "A" for 0, "Z" for 25, "AA" for 26. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}
