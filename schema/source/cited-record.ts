import { parsePublicId } from '../kernel/identifier.js';
import { type Problem, problem } from '../kernel/problem.js';
import { type Concept, conceptOf, fieldRead, tableOf } from '../kernel/readable.js';
import { citableConcepts } from './citation.entity.js';

/** Record that cites a source, as its public id names it. */
export interface CitedRecord {
  readonly concept: Concept;
  readonly table: string;
  readonly id: string;
}

/** The record behind a public id of any citable kind; null when it is no such id. */
export function citedRecord(recordId: string): CitedRecord | null {
  const parsed = parsePublicId(recordId);
  const concept = parsed && conceptOf(parsed.prefix);
  if (!parsed || !concept) return null;
  const table = tableOf(concept);
  return citableConcepts.includes(table) ? { concept, table, id: parsed.id } : null;
}

/** A citation names a source, a record of a citable kind, and a field that such records have. */
export function checkCitation({
  record,
  field,
}: {
  readonly record: CitedRecord | null;
  readonly field: string | null;
}): Problem[] {
  if (record === null) return [problem(['input', 'recordId'], 'REFERENCE_NOT_FOUND')];
  if (field === null || fieldRead(record.concept, field)) return [];
  return [problem(['input', 'field'], 'CITATION_FIELD_UNKNOWN', { value: field.slice(0, 100) })];
}
