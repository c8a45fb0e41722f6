import {
  GraphQLEnumType,
  type GraphQLLeafType,
  type GraphQLOutputType,
  getNamedType,
  isLeafType,
} from 'graphql';

/** What cannot be written as it came: graphql-js has to say what is wrong with it. */
export class NotWritable extends Error {}

/** Turns a value as PostgreSQL writes it into JSON text. */
export type LeafWriter = (text: string) => string;

/** Anything but what JSON takes as it is: quotes, backslashes and control characters. */
const needsEscape = /[^ !#-[\]-\uffff]/;

export function quoted(text: string): string {
  return needsEscape.test(text) ? JSON.stringify(text) : `"${text}"`;
}

/** By name of the GraphQL type; each gives what the type's own `serialize` would. */
const writers: Readonly<Record<string, LeafWriter>> = {
  ID: quoted,
  String: quoted,
  CalendarDate: quoted,
  RegionCode: quoted,
  Nik: quoted,
  Rupiah: quoted,
  Decimal: quoted,
  Month: (text) => quoted(text.slice(0, 7)),
  DateTime: (text) => instant(text),
  Boolean: (text) => truth(text),
  Int: (text) => whole(text),
  Float: (text) => decimal(text),
};

/** @throws Error for a type that nobody has said how to write. */
export function leafWriter(type: GraphQLOutputType): LeafWriter {
  const named = getNamedType(type);
  if (named instanceof GraphQLEnumType) return enumWriter(named);
  const writer = writers[named.name];
  if (!writer || !isLeafType(named)) throw new Error(`${named.name} has no writer`);
  return writer;
}

/** JSON text of a value that came as JSON. */
export function leafJson(type: GraphQLLeafType, value: unknown): string {
  try {
    return JSON.stringify(type.serialize(value));
  } catch (error) {
    throw new NotWritable(String(error));
  }
}

function enumWriter(type: GraphQLEnumType): LeafWriter {
  const names = new Map(type.getValues().map(({ name, value }) => [String(value), `"${name}"`]));
  return (text) => {
    const name = names.get(text);
    if (name === undefined) throw new NotWritable(`${type.name} has no value ${text}`);
    return name;
  };
}

/** A boolean is `t` as PostgreSQL sends it, and `true` where it was cast to text. */
function truth(text: string): string {
  if (text === 't' || text === 'true') return 'true';
  if (text === 'f' || text === 'false') return 'false';
  throw new NotWritable(`no boolean: ${text}`);
}

const largestInt = 2_147_483_647;

function whole(text: string): string {
  const number = Number(text);
  if (!Number.isInteger(number) || Math.abs(number) > largestInt) throw new NotWritable(`no Int: ${text}`);
  return String(number);
}

function decimal(text: string): string {
  const number = Number(text);
  if (!Number.isFinite(number)) throw new NotWritable(`no Float: ${text}`);
  return JSON.stringify(number);
}

const utc = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?\+00$/;

/** `2026-02-11 05:00:00.123456+00` -> `2026-02-11T05:00:00.123Z`. */
function instant(text: string): string {
  const [, day, time, fraction = ''] = utc.exec(text) ?? [];
  if (day === undefined) throw new NotWritable(`no instant: ${text}`);
  return `"${day}T${time}.${fraction.padEnd(3, '0').slice(0, 3)}Z"`;
}
