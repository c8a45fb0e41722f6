import {
  type GraphQLLeafType,
  type GraphQLOutputType,
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { leafJson, NotWritable } from './leaf-writer.js';
import type { OutputObject } from './output.js';
import { Written } from './written.js';

/**
 * JSON text of a value that is there as objects and lists, some of it written already, completed as graphql-js completes
 * what plain resolvers give.
 * @throws NotWritable where only graphql-js can say what is wrong with it, or has to ask it.
 */
export function plainText(type: GraphQLOutputType, below: OutputObject | null, value: unknown): string {
  if (isNonNullType(type)) {
    if (value === null || value === undefined) throw new NotWritable('null where the schema allows none');
    return plainText(type.ofType, below, value);
  }
  if (value === null || value === undefined) return 'null';
  if (value instanceof Written) return value.json;
  if (isUnfinished(value)) throw new NotWritable('a value that graphql-js asks for more');
  if (isListType(type)) {
    if (!Array.isArray(value)) throw new NotWritable('no list');
    return `[${value.map((item) => plainText(type.ofType, below, item)).join(',')}]`;
  }
  const named = getNamedType(type);
  if (isLeafType(named)) return leafJson(named as GraphQLLeafType, value);
  if (!below || typeof value !== 'object') throw new NotWritable('no object');
  return objectText(below, value as Readonly<Record<string, unknown>>);
}

/** Promises are waited for, functions called, errors reported. */
function isUnfinished(value: unknown): boolean {
  if (typeof value === 'function') return true;
  return typeof value === 'object' && value !== null && ('then' in value || value instanceof Error);
}

function objectText({ type, fields }: OutputObject, row: Readonly<Record<string, unknown>>): string {
  const parts = fields.map(({ responseKey, readKey, name, type: inner, below }) => {
    if (inner !== null && readKey !== name && !(readKey in row))
      throw new NotWritable(`${name} was not read`);
    const text = inner === null ? `"${type.name}"` : plainText(inner, below, row[readKey]);
    return `"${responseKey}":${text}`;
  });
  return `{${parts.join(',')}}`;
}
