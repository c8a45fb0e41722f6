import { likePattern } from '../kernel/like.js';
import { tableOf } from '../kernel/readable.js';
import { Statement } from '../kernel/statement.js';
import type { SearchKind } from './search.kinds.js';
import type { SearchWords } from './search.words.js';

/** A statement ready to be sent. */
export interface SearchStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** One statement over all kinds; of each its best `first`. The kind with the best match of all comes first. */
export function searchStatement(
  kinds: readonly SearchKind[],
  words: SearchWords,
  first: number,
): SearchStatement {
  const statement = new Statement();
  const rank = rankOf(words.phrase, statement);
  const parts = kinds.map((kind, place) => {
    const of = statement.alias();
    const best = `${rank(kind.title(of))}, ${kind.before(of)}, ${of}.id`;
    return `(select ${place} as place, ${rank(kind.title(of))} as rank, row_number() over (order by ${best}) as position, ${columns(kind, of)}
      from ${tableOf(kind.list.of())} ${of} where ${kind.found(of, words, statement)}
      order by ${best} limit ${first})`;
  });
  const text = `select h.id, h.concept, h.title, h.detail, r.display_name as "regionName"
    from (${parts.join(' union all ')}) h left join region r on r.id = h.region_id
    order by min(h.rank) over (partition by h.place), h.place, h.position`;
  return { text, values: statement.values };
}

/** The people behind the keyed hashes of a NIK. */
export function personStatement(
  kind: SearchKind,
  indexes: readonly Buffer[],
  first: number,
): SearchStatement {
  const text = `select ${columns(kind, 'h')}, r.display_name as "regionName"
    from ${tableOf(kind.list.of())} h join region r on r.id = h.region_id
    where h.person_id in (select app.persons_behind($1::bytea[])) order by r.code limit ${first}`;
  return { text, values: [indexes] };
}

function columns({ concept, title, detail, regionId }: SearchKind, of: string): string {
  return `'${concept}_' || replace(${of}.id::text, '-', '') as id, '${concept}' as concept, ${title(of)} as title,
    ${detail(of)} as detail, ${regionId(of)} as region_id`;
}

/** A title that is the text, begins with it, has it at the beginning of a word; then all others. */
function rankOf(phrase: string, statement: Statement): (title: string) => string {
  const anywhere = likePattern(phrase);
  const whole = statement.parameter(phrase.toLowerCase());
  const start = statement.parameter(anywhere.slice(1));
  const inside = statement.parameter(`% ${anywhere.slice(1)}`);
  return (title) => `case when lower(${title}) = ${whole} then 0 when lower(${title}) like ${start} then 1
    when lower(${title}) like ${inside} then 2 else 3 end`;
}
