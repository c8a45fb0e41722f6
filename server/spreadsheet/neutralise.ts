/** How a formula begins in a spreadsheet; `＝＋－＠` are the full-width forms, which Excel reads alike. */
export const formulaStart = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
/** "-5", "+62812345678", "-1.250,75": nothing that could be worked out. */
const plainNumber = /^[+-]?\d+(?:[.,]\d+)*$/;

/**
 * The text as it may stand in a cell that other people open: what a spreadsheet would take for a formula gets an
 * apostrophe in front, so that it stays a text. Plain numbers stay as they are.
 */
export function neutralised(text: string): string {
  return formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

/** The text without the apostrophe that marks it as a text, before a number or what would be a formula. */
export function withoutTextMark(text: string): string {
  return /^'[\d=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? text.slice(1) : text;
}
