import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isCalendarDate } from './calendar.js';

function textScalar(spec: {
  readonly name: string;
  readonly description: string;
  readonly isValid: (text: string) => boolean;
  readonly serialize?: (value: unknown) => string;
}): GraphQLScalarType {
  const parse = (value: unknown, nodes?: ValueNode): string => {
    if (typeof value === 'string' && spec.isValid(value)) return value;
    const extensions = { code: 'BAD_USER_INPUT' };
    throw new GraphQLError(`${spec.name}: ${spec.description}`, { nodes: nodes ?? null, extensions });
  };
  return new GraphQLScalarType({
    name: spec.name,
    description: spec.description,
    serialize: spec.serialize ?? String,
    parseValue: (value) => parse(value),
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : null, node),
  });
}

export const CalendarDateScalar = textScalar({
  name: 'CalendarDate',
  description: 'Calendar day without a time zone, `YYYY-MM-DD`, for instance "2024-01-24".',
  isValid: isCalendarDate,
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
});

/** In the database a month is its first day; only its year and month are shown. */
export const MonthScalar = textScalar({
  name: 'Month',
  description: 'Calendar month, `YYYY-MM`, for instance "2026-01".',
  isValid: (text) => /^\d{4}-\d{2}$/.test(text) && isCalendarDate(`${text}-01`),
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)).slice(0, 7),
});

export const DateTimeScalar = textScalar({
  name: 'DateTime',
  description: 'Instant in UTC, ISO 8601 with `Z`, for instance "2024-01-24T03:00:00.000Z".',
  isValid: (text) =>
    /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text)),
  serialize: (value) => new Date(value instanceof Date ? value : String(value)).toISOString(),
});

export const RupiahScalar = textScalar({
  name: 'Rupiah',
  description:
    'Amount in whole rupiah as a decimal string of up to 18 digits, for instance "16800"; never a float.',
  isValid: (text) => /^-?\d{1,18}$/.test(text),
});

export const RegionCodeScalar = textScalar({
  name: 'RegionCode',
  description:
    'Code of a region as the Ministry of Home Affairs writes it, for instance "36", "36.72", "36.72.01".',
  isValid: (text) => /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/.test(text),
});

export const DecimalScalar = textScalar({
  name: 'Decimal',
  description: 'Exact number as a string with a dot before the decimals, for instance "3.75"; never a float.',
  isValid: (text) => /^-?\d{1,18}(\.\d{1,6})?$/.test(text),
});
