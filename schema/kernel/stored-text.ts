/** At most `limit` characters of a text, none of them cut in half: PostgreSQL takes no half of a pair into JSON. */
export function shortened(text: string, limit: number): string {
  return text.length <= limit ? text : [...text.slice(0, 2 * limit)].slice(0, limit).join('');
}

/** The text with a sign in place of what PostgreSQL cannot store: NUL and halves of pairs. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '␀');
}

const likeNik = /(?<!\d)(\d[ .]?\d)(?:[ .]?\d){10}((?:[ .]?\d){4})(?!\d)/g;

/** Numbers that look like a NIK, as people part it too, do not belong into a query or the name of a file, and never into a record of them. */
export const withoutNik = (text: string): string => text.replace(likeNik, '$1••••••••••$2');
