/** Pattern for `like` on a lower-case text that finds `text` anywhere in it; its own wildcards are taken literally. */
export function likePattern(text: string): string {
  return `%${text
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`;
}
