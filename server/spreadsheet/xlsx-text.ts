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

/** The text that `_xHHHH_` stood for. */
export function unescapedText(text: string): string {
  if (!text.includes('_x')) return text;
  const plain = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return plain.toWellFormed();
}

/** "A" for 0, "Z" for 25, "AA" for 26. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

/** 0 for "A1", 26 for "AA7"; null when the name is none of a cell. */
export function columnIndex(cellName: string): number | null {
  let index = 0;
  for (const letter of cellName.match(/^[A-Z]{1,3}(?=\d)/)?.[0] ?? '') {
    index = index * 26 + letter.charCodeAt(0) - 64;
  }
  return index === 0 ? null : index - 1;
}
