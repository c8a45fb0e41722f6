import { ArgsType, type ClassType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum OrderDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'Direction in which a list is sorted.',
});

@ObjectType({ description: 'Where a page of a list ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more records follow after this page.' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Cursor of the last record of the page; send it as `after` for the next one. Null: the page is empty.',
  })
  endCursor!: string | null;
}

export interface Connection<Record extends object> {
  readonly nodes: readonly Record[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number | null;
  readonly isTotalEstimated: boolean;
}

/** The GraphQL connection type of a concept, for instance `MouConnection` with `MouEdge`. */
export function connectionOf<Record extends object>(
  name: string,
  record: () => ClassType<Record>,
): ClassType<Connection<Record>> {
  @ObjectType(`${name}Edge`, { description: `Place of one ${name} in a list.` })
  class Edge {
    @Field(() => String, { description: 'Opaque position of the record in this list and order.' })
    cursor!: string;

    @Field(record, { description: 'Record at this position.' })
    node!: Record;
  }

  @ObjectType(`${name}Connection`, { description: `Page of a list of ${name} records.` })
  class RecordConnection {
    @Field(() => [record()], { description: 'Records of the page, in order.' })
    nodes!: Record[];

    @Field(() => [Edge], { description: 'Records of the page with their cursors, in order.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'End of the page.' })
    pageInfo!: PageInfo;

    @Field(() => Int, {
      nullable: true,
      description:
        'Number of records in the whole list that the caller may see; counted only when selected, never null then. Above 100,000 an estimate.',
    })
    totalCount!: number | null;

    @Field(() => Boolean, {
      description: 'Whether `totalCount` is an estimate, because the list has more than 100,000 records.',
    })
    isTotalEstimated!: boolean;
  }
  return RecordConnection;
}

/** Arguments of a list: `filter`, `orderBy`, `first`, `after`. `orders` are the names that its `ListRead` knows. */
export function listArgs<Filter extends object, Order extends string>(
  name: string,
  filter: ClassType<Filter>,
  orders: Readonly<Record<Order, Order>>,
) {
  registerEnumType(orders, {
    name: `${name}OrderField`,
    description: `What a list of ${name} records can be sorted by.`,
  });

  @InputType(`${name}Order`, { description: `Order of a list of ${name} records.` })
  class OrderInput {
    @Field(() => orders as object, { description: 'What to sort by.' })
    field!: Order;

    @Field(() => OrderDirection, { description: 'Direction to sort in.' })
    direction!: OrderDirection;
  }

  @ArgsType()
  class ListArgs {
    @Field(() => filter, {
      nullable: true,
      description: 'Conditions that all have to hold. Null: no condition.',
    })
    filter?: Filter | null;

    @Field(() => OrderInput, {
      nullable: true,
      description: 'Order of the list. Null: the usual order of the concept.',
    })
    orderBy?: OrderInput | null;

    @Field(() => Int, { defaultValue: 20, description: 'Size of the page, 1 to 100.' })
    first!: number;

    @Field(() => String, {
      nullable: true,
      description: '`endCursor` of the page before. Null: from the start.',
    })
    after?: string | null;
  }
  return ListArgs;
}
