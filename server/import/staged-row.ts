import { maskNik } from '../../schema/beneficiary/index.js';
import type { NumberedReading } from './roster-reading.js';

/** A row that is ready for the database. */
export interface StagedRow {
  readonly id: string;
  readonly reading: NumberedReading;
  /** Null: the row is not good. */
  readonly sealed: Buffer | null;
  readonly indexes: readonly Buffer[] | null;
}

/** Columns of import_staging in the order in which rows are written. */
export const stagedColumns = [
  ...['batch_id', 'id', 'row_number', 'problems', 'mends_row', 'nik_indexes', 'nik_mask', 'nik_ciphertext'],
  ...['nik_findings', 'name', 'birth_date', 'birth_place', 'sex', 'address', 'address_region_id', 'phone'],
  ...['category_id', 'decile', 'decile_source', 'decile_on', 'note', 'post', 'decree', 'cohort', 'kpj'],
  'entered_on',
];

/** Rows in the text form of COPY. */
export class CopyChunk {
  rows = 0;
  #text = '';

  constructor(private readonly batchId: string) {}

  add({ id, reading, sealed, indexes }: StagedRow): void {
    const { facts, nik, nikFindings, problems, number, mendsRow } = reading;
    const isGood = sealed !== null;
    const fields = [
      this.batchId,
      id,
      String(number),
      problems.length === 0 ? '[]' : escaped(JSON.stringify(problems)),
      mendsRow === null ? '\\N' : String(mendsRow),
      indexes === null
        ? '\\N'
        : `{${indexes.map((index) => `"\\\\\\\\x${index.toString('hex')}"`).join(',')}}`,
      nik === null ? '\\N' : maskNik(nik),
      isGood ? `\\\\x${sealed.toString('hex')}` : '\\N',
      `{${nikFindings.join(',')}}`,
      optional(facts.name),
      optional(facts.birthDate),
      optional(facts.birthPlace),
      optional(facts.sex),
      optional(facts.addressText),
      optional(facts.addressRegionId),
      optional(facts.phone),
      optional(facts.categoryId),
      facts.decileValue === null ? '\\N' : String(facts.decileValue),
      optional(facts.decileSource),
      optional(facts.decileOn),
      optional(facts.note),
      optional(facts.post),
      optional(facts.decree),
      optional(facts.cohort),
      optional(facts.kpj),
      optional(facts.enteredOn),
    ];
    this.#text += `${fields.join('\t')}\n`;
    this.rows += 1;
  }

  bytes(): Buffer {
    return Buffer.from(this.#text);
  }
}

function optional(text: string | null): string {
  return text === null ? '\\N' : escaped(text);
}

/** COPY's own escapes. A NUL comes only in rows that are refused for it; PostgreSQL could not store it. */
function escaped(text: string): string {
  if (!special.test(text)) return text;
  return [...text].map((character) => escapes[character] ?? character).join('');
}
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\u0000': '',
};
const special = /[\\\t\n\r\0]/;
