/** PostgreSQL counts characters, editors UTF-16 units: the same place in a text, both from 1. */
export function placeInText(text: string, character: number): number {
  return [...text].slice(0, character - 1).join('').length + 1;
}
