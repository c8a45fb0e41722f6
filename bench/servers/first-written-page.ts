/** A page as the schema shows it; one record more than asked for tells whether there is a next one. */
export function pageOf<Row>(found: readonly Row[], size: number, cursorOf: (row: Row) => readonly string[]) {
  const nodes = found.slice(0, size);
  const last = nodes.at(-1);
  const endCursor = last ? Buffer.from(JSON.stringify(cursorOf(last))).toString('base64url') : null;
  return { nodes, pageInfo: { hasNextPage: found.length > size, endCursor } };
}

export function keyOf(id: string): string {
  return id.slice(id.indexOf('_') + 1).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function publicKey(prefix: string, id: string): string {
  return `${prefix}_${id.replaceAll('-', '')}`;
}
