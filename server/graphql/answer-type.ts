/** Media types of a whole answer, in the order for whoever takes any; its status and text are the same in both. */
const offered = ['application/json', 'application/graphql-response+json'] as const;

/** One part of `Accept`: a media type, or several, and how much it is wanted. */
const part = /^\s*([\w.+*-]+\/[\w.+*-]+)\s*(?:;\s*q=(1|0?\.\d{1,3})\s*)?$/;

/** Clients have few: what was chosen for each of them. */
const chosen = new Map<string, string | null>();
const mostChosen = 100;
const longest = 200;

/** `Content-Type` of a whole answer for this `Accept`, chosen as Apollo chooses it. Null: it is for Apollo to say. */
export function answerType(accept = '*/*'): string | null {
  const known = chosen.get(accept);
  if (known !== undefined) return known;
  const type = bestFor(accept);
  if (chosen.size >= mostChosen) chosen.clear();
  if (accept.length <= longest) chosen.set(accept, type);
  return type;
}

function bestFor(accept: string): string | null {
  const parts = accept.split(',').map((text) => part.exec(text));
  if (parts.includes(null)) return null;
  const [best] = offered
    .flatMap((type) => fitOf(type, parts))
    .sort(
      (left, right) =>
        right.quality - left.quality || left.breadth - right.breadth || left.order - right.order,
    );
  return best && best.quality > 0 ? `${best.type}; charset=utf-8` : null;
}

/** The narrowest part that speaks of the type. */
function fitOf(type: string, parts: readonly (RegExpExecArray | null)[]) {
  for (const [breadth, name] of [type, 'application/*', '*/*'].entries()) {
    const order = parts.findIndex((found) => found?.[1] === name);
    if (order >= 0) return [{ type, quality: Number(parts[order]?.[2] ?? 1), breadth, order }];
  }
  return [];
}
