import { type GraphQLOutputType, getNamedType, isEnumType, isListType, isNonNullType } from 'graphql';

/** What a value is, so that a file can write it as its readers do. */
export type ValueKind =
  | 'text'
  | 'integer'
  | 'number'
  | 'decimal'
  | 'rupiah'
  | 'boolean'
  | 'date'
  | 'month'
  | 'instant';

const kinds: Readonly<Record<string, ValueKind>> = {
  Int: 'integer',
  Float: 'number',
  Decimal: 'decimal',
  Rupiah: 'rupiah',
  Boolean: 'boolean',
  CalendarDate: 'date',
  Month: 'month',
  DateTime: 'instant',
};

export function valueKindOf(type: GraphQLOutputType): ValueKind {
  return kinds[getNamedType(type).name] ?? 'text';
}

export function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** A value of PostgreSQL, as text or from its JSON, as the API writes it. */
export function apiValue(kind: ValueKind, raw: string): string {
  if (kind === 'month') return raw.slice(0, 7);
  if (kind === 'instant') return new Date(raw).toISOString();
  return raw;
}

/** How an enumeration names its values, where they are called otherwise in the database; null: they are not. */
export function enumWording(type: GraphQLOutputType): ((value: unknown) => string) | null {
  const named = getNamedType(type);
  if (!isEnumType(named) || named.getValues().every(({ name, value }) => name === value)) return null;
  return (value) => String(named.serialize(value));
}
