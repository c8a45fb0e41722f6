/** At most `limit` characters of a text, none of them cut in half: PostgreSQL takes no half of a pair into JSON. */
export function shortened(text: string, limit: number): string {
  return text.length <= limit ? text : [...text.slice(0, 2 * limit)].slice(0, limit).join('');
}

/** The text with a sign in place of what PostgreSQL cannot store: NUL and halves of pairs. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '␀');
}
