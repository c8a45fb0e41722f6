import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
} from 'graphql';
import { beneficiaryVerbs } from '../schema/beneficiary/index.js';
import type { Locale } from '../schema/kernel/actor.js';
import type { PageRequest } from '../schema/kernel/page-request.js';
import { isPermitted } from '../schema/kernel/policy.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';
import type { DomainResource } from './domain-resource.js';
import type { ListColumn } from './list-columns.js';
import type { Screen } from './screen.js';
import { isRow } from './screen-property.js';

/** What the page of a download has to know to ask `POST /exports` for the very list that is seen. */
export function listFileFacts(
  { screen, schema, listColumns }: DomainResource,
  { actor }: Caller,
  {
    filter,
    orderBy,
    chosen,
  }: Pick<PageRequest, 'filter' | 'orderBy'> & { readonly chosen: readonly string[] },
) {
  const root = rootListOf(schema, screen);
  const filterType = root.args.find(({ name }) => name === 'filter')?.type;
  const orderType = root.args.find(({ name }) => name === 'orderBy')?.type;
  return {
    listName: root.name,
    filterType: filterType ? String(filterType) : null,
    orderType: orderType ? String(orderType) : null,
    filter: filterType && isRow(filter) && Object.keys(filter).length > 0 ? asSent(filterType, filter) : null,
    orderBy: orderBy ?? null,
    columns: listColumns.flatMap((column) => fileColumn(column, chosen, actor.locale)),
    mayReveal: isPermitted(actor, beneficiaryVerbs.revealNik),
  };
}

/** The list of the API with the screen's records. */
function rootListOf(schema: GraphQLSchema, { type, concept }: Screen) {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const found = fields.find((field) => getNamedType(field.type).name === `${type}Connection`);
  if (!found) throw new Error(`no list of the API has the records of the screen ${concept}`);
  return found;
}

/** A value of the service's filter as clients send it: enumerations by their names. */
function asSent(type: GraphQLInputType, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => asSent(type, item));
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues().find((one) => one.value === value)?.name ?? value;
  if (!isInputObjectType(named) || !isRow(value)) return value;
  const fields = named.getFields();
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      fields[name] ? asSent(fields[name].type, item) : item,
    ]),
  );
}

function fileColumn(
  { name, property, path, isPersonal, isStandard }: ListColumn,
  chosen: readonly string[],
  locale: Locale,
) {
  if (path === null) return [];
  const isChoice = property.kind === 'choice' || property.kind === 'choices';
  const words = isChoice ? Object.entries(property.values).map(([value, text]) => [value, text[locale]]) : [];
  const values: Readonly<Record<string, string>> = Object.fromEntries(words);
  const isShown = chosen.length > 0 ? chosen.includes(name) : isStandard;
  return [{ name, path, isPersonal, isShown, title: property.label[locale], values }];
}
