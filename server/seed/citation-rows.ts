import { referenceId } from '../../schema/kernel/identifier.js';
import type { Row } from './seed-transaction.js';

/** That the record, or one field of it by its API name, was read in a source. */
export interface SeedCitation {
  readonly concept: string;
  readonly key: string;
  /** Key of the source. */
  readonly source: string;
  /** Null: the whole record. */
  readonly field: string | null;
}

/** Citations of whole records. */
export function citationsOf(
  concept: string,
  records: readonly { readonly key: string; readonly sources: readonly string[] }[],
): SeedCitation[] {
  return records.flatMap(({ key, sources }) =>
    sources.map((source) => ({ concept, key, source, field: null })),
  );
}

/** One row per record, field and source, however often the pair is named. */
export function citationRows(citations: readonly SeedCitation[]): Row[] {
  const rows = new Map<string, Row>();
  for (const { concept, key, source, field } of citations) {
    const id = referenceId('citation', [concept, key, field ?? '', source].join(':'));
    const source_id = referenceId('source', source);
    rows.set(id, { id, source_id, concept, record_id: referenceId(concept, key), field });
  }
  return [...rows.values()];
}
