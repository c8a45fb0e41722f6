import { type GraphQLSchema, getNamedType, isEnumType, isInputObjectType } from 'graphql';
import type pg from 'pg';
import type { Actor } from '../../schema/kernel/actor.js';
import { encodeCursor } from '../../schema/kernel/cursor.js';
import { newId } from '../../schema/kernel/identifier.js';
import { type RoundTripReport, readingIdentitySql } from '../../schema/kernel/session.js';
import type { TestApp } from '../support/app.js';

/** A page of a root list after a cursor, in one of its orders. */
export interface OrderedPage {
  readonly name: string;
  readonly query: string;
  /** Cursors of a place that no record has, for whatever the order compares. */
  readonly cursors: readonly string[];
}

/** One page for each order and direction of each list of the schema. */
export function orderedPages(schema: GraphQLSchema): readonly OrderedPage[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name, args }) => {
    const order = getNamedType(args.find((argument) => argument.name === 'orderBy')?.type);
    const field = isInputObjectType(order) ? getNamedType(order.getFields().field?.type) : null;
    if (!isEnumType(field)) return [];
    return field.getValues().flatMap((by) =>
      ['ASC', 'DESC'].map((direction) => ({
        name: `${name} ${by.name} ${direction}`,
        query: `query ($after: String) { ${name}(first: 2, after: $after, orderBy: { field: ${by.name}, direction: ${direction} }) { pageInfo { endCursor } } }`,
        cursors: ['2026-01-01', '1'].map((key) => encodeCursor([`${by.name}:${direction}`, key, newId()])),
      })),
    );
  });
}

/** How PostgreSQL goes through the statement where it may neither sort nor read whole tables. */
export async function orderedPlan(
  { unitOfWork }: TestApp,
  pool: pg.Pool,
  actor: Actor,
  { text, values }: RoundTripReport['statements'][number],
): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query('begin read only');
    await client.query(readingIdentitySql({ actor, requestId: 'plan', address: null }, unitOfWork.clock));
    for (const way of ['seqscan', 'bitmapscan', 'sort']) await client.query(`set local enable_${way} = off`);
    const { rows } = await client.query(`explain (costs off) ${text}`, [...values]);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await client.query('rollback');
    client.release();
  }
}
