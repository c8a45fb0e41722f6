import { type FieldRead, many } from '../kernel/readable.js';
import { Document } from './document.entity.js';

/** Files attached to records of `concept`, oldest first, as far as the caller may see them. */
export function documentsOf(concept: string): FieldRead {
  return many(
    () => Document,
    (record, document) => `${document}.concept = '${concept}' and ${document}.record_id = ${record}.id`,
    (document) => `${document}.created_at, ${document}.id`,
  );
}
