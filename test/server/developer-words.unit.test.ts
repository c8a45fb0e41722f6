import { expect, test } from '@jest/globals';
import { buildSchema, GraphQLError, parse, validate } from 'graphql';
import { MonthScalar } from '../../schema/kernel/scalars.js';
import { inIndonesian } from '../../server/graphql/developer-words.js';

const schema = buildSchema(`
  scalar Month
  enum Grouping { REGION SEX }
  input Filter { from: Month, size: Int! }
  type Row { persons: Int }
  type Query { rows(filter: Filter, groupBy: [Grouping!]!): [Row!]! name: String }
`);
Object.assign(schema.getType('Month') ?? {}, { parseLiteral: MonthScalar.parseLiteral });

function complaintOf(document: string): { readonly message: string; readonly place: number | null } {
  try {
    const [error] = validate(schema, parse(document));
    return { message: error?.message ?? '', place: error?.locations?.[0]?.column ?? null };
  } catch (error) {
    return { message: error instanceof GraphQLError ? error.message : '', place: null };
  }
}

test.each([
  [
    '{ rows(groupBy: []) { person } }',
    'Bidang "person" tidak ada pada "Row". Mungkin maksudnya "persons"? (',
  ],
  ['{ rows(groupBy: []) }', '"rows" berisi beberapa bidang: sebut yang mana, misalnya rows { … }. '],
  ['{ name { first } }', '"name" adalah satu nilai: hapus { … } di belakangnya. ('],
  ['{ rows(group: []) { persons } }', 'Argumen "group" tidak ada pada "Query.rows". '],
  ['{ rows { persons } }', 'Argumen "groupBy" pada "rows" wajib diisi, tipenya [Grouping!]!. ('],
  [
    '{ rows(groupBy: [REGIONS]) { persons } }',
    '"REGIONS" bukan pilihan dari Grouping. Mungkin maksudnya "REGION"? (',
  ],
  [
    '{ rows(groupBy: [], filter: { from: "2026-01" }) { persons } }',
    '"Filter.size" wajib diisi, tipenya Int!. (',
  ],
  [
    '{ rows(groupBy: [], filter: { size: 1, until: 1 }) { persons } }',
    'Isian "until" tidak ada pada "Filter". (',
  ],
  ['{ rows(groupBy: [], filter: { size: "x" }) { persons } }', 'Nilai "x" tidak cocok untuk Int. ('],
  ['{ rows(groupBy: $by) { persons } }', 'Variabel "$by" belum dinyatakan di kepala operasi. ('],
  [
    'query ($by: [String!]!) { rows(groupBy: $by) { persons } }',
    'Variabel "$by" bertipe [String!]!, di sini diperlukan [Grouping!]!. (',
  ],
  ['{ rows( { }', 'Operasi tidak dapat dibaca di "{": periksa kurung dan ejaan. ('],
])('what graphql-js complains of is said in Indonesian, with its own words behind: %s', (document, said) => {
  const { message } = complaintOf(document);

  expect(inIndonesian(message).startsWith(said)).toBe(true);
  expect(inIndonesian(message).endsWith(`(${message})`)).toBe(true);
});

test('a month that is none is pointed at, with an example', () => {
  const { message, place } = complaintOf(
    '{ rows(groupBy: [], filter: { size: 1, from: "2026-1" }) { persons } }',
  );

  expect(inIndonesian(message)).toContain('Nilai tidak cocok untuk Month; tulis misalnya "2026-01".');
  expect(place).toBe(46);
});

test.each([
  [
    'The operation asks for 9 depth; the limit is 8. Ask for less, or in several operations.',
    'Operasi meminta 9 tingkat; batasnya 8. Minta lebih sedikit, atau bagi menjadi beberapa operasi. (',
  ],
  ['Unknown operation named "A".', 'Operasi "A" tidak ada dalam dokumen. ('],
])('what the door itself refuses is said in Indonesian too: %s', (message, said) => {
  expect(inIndonesian(message).startsWith(said)).toBe(true);
});

test('what nobody put into words stays as it is', () => {
  expect(inIndonesian('There can be only one operation named "A".')).toBe(
    'There can be only one operation named "A".',
  );
});

test('of a message as long as a whole request only the beginning is looked at', () => {
  const message = `Syntax Error: Unexpected ${' found '.repeat(35_000)}. Did you mean "name"?`;

  expect(inIndonesian(message)).toBe(`Operasi tidak dapat dibaca: periksa kurung dan ejaan. (${message})`);
});
