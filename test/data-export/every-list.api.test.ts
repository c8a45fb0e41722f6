import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type GraphQLArgument,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { describedSchema } from '../../server/graphql/schema.js';
import { aBeneficiary } from '../beneficiary/people.js';
import { type ReportingWorld, reportingWorld } from '../source/reporting-world.js';
import { aMou } from '../support/build/mou.js';
import { aProgram } from '../support/build/program.js';

let world: ReportingWorld;
beforeAll(async () => {
  world = await reportingWorld();
  await aBeneficiary(world, { birthDate: '1985-03-12' });
  await aMou(world.app, { state: 'SIGNED', from: '2024-01-24' });
  await aProgram(world.app, {});
});
afterAll(() => world.close());

const schema = describedSchema();

/** Every value of a record and of the records that it points to, without those for buttons. */
function fieldsOf(type: GraphQLObjectType, depth: number): string {
  const parts = Object.values(type.getFields()).flatMap(({ name, type: output, args }) => {
    if (name === 'viewerCan' || args.some(isRequiredArgument)) return [];
    const named = getNamedType(output);
    if (isLeafType(named)) return [name];
    if (!isObjectType(named) || depth === 0 || named.name.endsWith('Connection') || isList(output)) return [];
    const below = fieldsOf(named, depth - 1);
    return below === '' ? [] : [`${name} { ${below} }`];
  });
  return parts.join(' ');
}

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

/** Making the file adds to them. */
const ownTrail = new Set(['auditEvents', 'dataExports']);

const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name, type, args }) => {
  const named = getNamedType(type);
  if (!isObjectType(named) || !named.name.endsWith('Connection') || args.some(isRequiredArgument)) return [];
  if (ownTrail.has(name)) return [];
  const nodes = named.getFields().nodes;
  const record = nodes && getNamedType(nodes.type);
  const order = args.find((argument) => argument.name === 'orderBy');
  return isObjectType(record)
    ? [[name, `{ ${name}${orderOf(order)} { nodes { ${fieldsOf(record, 1)} } } }`] as const]
    : [];
});

/** A file is sorted where an order is asked for. */
function orderOf(argument: GraphQLArgument | undefined): string {
  const type = argument && getNamedType(argument.type);
  const fields = isInputObjectType(type) && getNamedType(type.getFields().field?.type);
  const [first] = isEnumType(fields) ? fields.getValues() : [];
  return first ? `(orderBy: {field: ${first.name}, direction: ASC})` : '';
}

/** An object of which nothing is known is null in a file. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, withoutEmpty(item)] as const);
  return entries.every(([, item]) => item === null) ? null : Object.fromEntries(entries);
}

describe('a file of every list of the API', () => {
  it('covers them all', () => {
    expect(lists.length).toBeGreaterThanOrEqual(25);
  });

  it.each(lists)('%s holds what GraphQL answers', async (name, query) => {
    const { data, errors } = await world.app.graphql('test-session-admin', query);
    expect(errors).toBeUndefined();

    const answer = await world.app.http.inject({
      method: 'POST',
      url: '/exports',
      headers: { authorization: 'Bearer test-session-admin' },
      payload: { query, format: 'JSONL', reason: 'Pembandingan berkas' },
    });

    expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, '']);
    const lines = answer.body.split('\n').filter((line) => line !== '');
    const seen = data[name].nodes.map(withoutEmpty);
    expect(lines.slice(0, seen.length).map((line) => JSON.parse(line))).toEqual(seen);
  });
});
