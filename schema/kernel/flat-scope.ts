import type { Statement } from './statement.js';

/** How the answer's fields lie in the columns of the rows; columns by name until the statement is whole. */
export type FieldShape =
  | { readonly kind: 'value'; readonly column: string; readonly isJson: boolean }
  /** Database key of a record, which its public id is written from. */
  | { readonly kind: 'id'; readonly column: string; readonly prefix: string }
  | { readonly kind: 'record'; readonly presence: string; readonly fields: Fields }
  | { readonly kind: 'many'; readonly level: LevelShape }
  | { readonly kind: 'list'; readonly page: PageShape };

export type Fields = Map<string, FieldShape>;

/** Records that have rows of their own below one row of their parent. */
export interface LevelShape {
  /** Column that is not null where a row belongs to the level. */
  readonly presence: string;
  /** Column that tells records of several rows apart; null: each row is a record. */
  readonly key: string | null;
  readonly fields: Fields;
}

/** One page of a list. */
export interface PageShape {
  /** Null: no records are wanted. */
  readonly level: LevelShape | null;
  readonly total: string | null;
  readonly first: number;
  /** Name of the order, and the columns of a record's position in it; null: not wanted. */
  readonly cursor: { readonly order: string; readonly key: string; readonly id: string } | null;
}

/** A SELECT in the making that gives the rows of one level with everything below it. */
export interface LevelSql {
  readonly text: string;
  readonly columns: readonly string[];
  /** Columns that sort its rows, each with its direction. */
  readonly order: readonly string[];
  /** Whether the order is one column that numbers the rows. */
  readonly isNumbered: boolean;
}

const wholeRow = 'whole_row';

/** One level's SELECT: values of the row itself, records joined to it, and the levels below it. */
export class Scope {
  readonly #inner: string[] = [];
  readonly #exported: { readonly sql: string; readonly name: string }[] = [];
  readonly #beside: string[] = [];
  readonly #joins: string[] = [];
  readonly #levels: LevelSql[] = [];
  readonly #known = new Map<string, string>();
  #hasWhole = false;
  /** Whether nothing but the level's own rows is read. */
  #isOwnOnly = true;

  constructor(
    /** Alias of the level's own rows. */
    readonly alias: string,
    private readonly statement: Statement,
  ) {}

  /** Column of the result with a value that is reckoned once for each of the level's rows, however many are below it. */
  beside(sql: string): string {
    const name = `c${this.statement.alias()}`;
    this.#beside.push(`${sql} as ${name}`);
    this.#exported.push({ sql: `n.${name}`, name });
    this.#isOwnOnly = false;
    return name;
  }

  /** Column of the result with this value of the row under `alias`: the level's own or a joined one; once for each. */
  value(alias: string, sql: string): string {
    const key = `${alias} ${sql}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const name = `c${this.statement.alias()}`;
    this.#known.set(key, name);
    if (alias === this.alias) {
      this.#inner.push(`${sql} as ${name}`);
      this.#exported.push({ sql: `${alias}.${name}`, name });
    } else {
      this.#exported.push({ sql, name });
      this.#isOwnOnly = false;
    }
    return name;
  }

  join(table: string, alias: string, on: string): void {
    this.#joins.push(`left join ${table} ${alias} on ${on}`);
  }

  below(level: LevelSql): void {
    this.#levels.push(level);
  }

  hasBelow(): boolean {
    return this.#levels.length > 0;
  }

  /**
   * SQL that mentions rows of `alias` from outside of the level's own SELECT, where a whole row has lost its type: it
   * is carried along as a column then.
   */
  outside(alias: string, sql: (alias: string) => string): string {
    const plain = sql(alias);
    if (alias !== this.alias || !new RegExp(`\\b${alias}\\b(?!\\.)`).test(plain)) return plain;
    if (!this.#hasWhole) this.#inner.push(`${alias} as ${wholeRow}`);
    this.#hasWhole = true;
    return sql(`(${alias}.${wholeRow})`);
  }

  /** The whole SELECT; `rest` is what follows FROM and gives the level's own rows. */
  sql(rest: string, order: readonly string[], isNumbered: boolean): LevelSql {
    const own = this.#exported.map(({ sql, name }) => `${sql} as ${name}`);
    if (this.#isOwnOnly && this.#levels.length === 0) {
      const columns = this.#exported.map(({ name }) => name);
      // in parentheses, because it may end with an order and a limit of its own
      const text = `select * from (select ${this.#inner.join(', ')} from ${rest}) ${this.alias}`;
      return { text, columns, order, isNumbered };
    }
    const below = this.#belowSql();
    const selected = [...own, ...(below?.columns.map((name) => `l.${name} as ${name}`) ?? [])].join(', ');
    const lateral = below ? `left join lateral (${below.text}) l on true` : '';
    // an offset keeps PostgreSQL from moving what is reckoned to the rows that the join makes of one
    const beside =
      this.#beside.length > 0 ? `cross join lateral (select ${this.#beside.join(', ')} offset 0) n` : '';
    const around = [...this.#joins, beside, lateral].filter((part) => part !== '').join(' ');
    const inner = [...this.#columnsIn(`${selected} ${around}`), ...this.#inner].join(', ');
    return {
      text: `select ${selected} from (select ${inner} from ${rest}) ${this.alias} ${around}`,
      columns: [...this.#exported.map(({ name }) => name), ...(below?.columns ?? [])],
      order: [...order, ...(below?.order ?? [])],
      isNumbered: isNumbered && !below,
    };
  }

  /** The row's own columns that SQL around it mentions; the program may not read all columns of every table. */
  #columnsIn(around: string): readonly string[] {
    const mentioned = around.matchAll(new RegExp(`\\b${this.alias}\\.(\\w+)`, 'g'));
    const columns = new Set([...mentioned].map(([, column = '']) => column));
    const own = new Set([wholeRow, ...this.#exported.map(({ name }) => name)]);
    return [...columns].filter((column) => !own.has(column)).map((column) => `${this.alias}.${column}`);
  }

  /** One level is joined as it is; rows of several follow each other, told apart by which of their columns are null. */
  #belowSql(): LevelSql | null {
    const [only] = this.#levels;
    if (!only || this.#levels.length === 1) return only ?? null;
    const columns = this.#levels.flatMap((level) => level.columns);
    const branches = this.#levels.map((level, index) => {
      const own = new Set(level.columns);
      const order = level.order.join(', ');
      const place = level.isNumbered ? order : `row_number() over (order by ${order})`;
      const cells = columns.map((name) =>
        own.has(name) ? `b.${name}::text as ${name}` : `null::text as ${name}`,
      );
      return `select ${index} as branch, ${place} as place, ${cells.join(', ')} from (${level.text}) b`;
    });
    const branch = `c${this.statement.alias()}`;
    const place = `c${this.statement.alias()}`;
    return {
      text: `select u.branch as ${branch}, u.place as ${place}, ${columns.map((name) => `u.${name}`).join(', ')} from (${branches.join(' union all ')}) u`,
      columns: [branch, place, ...columns],
      order: [branch, place],
      isNumbered: false,
    };
  }
}
