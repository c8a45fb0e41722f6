import './import.personal.js';
import './import.reads.js';

export { ImportState, ImportVerdict } from './import.enums.js';
export { ImportBatchListArgs, ImportBatchOrderField, importBatchList } from './import.list.js';
export { importVerbs } from './import.policy.js';
export {
  BeneficiaryOriginResolver,
  ImportBatchConnection,
  ImportResolver,
  ImportRowResolver,
  ProgramImportsResolver,
} from './import.resolver.js';
export { ImportService, type RosterUpload, type UploadOutcome } from './import.service.js';
export { ImportBatch } from './import-batch.entity.js';
export { findHeader, ImportField, isNumberingRow, isTotalRow, peopleOf } from './import-columns.js';
export { ImportRow } from './import-row.entity.js';
export {
  areRounded,
  type RowContext,
  type RowDefaults,
  type RowReading,
  readRow,
} from './import-row.js';
export { suggestionOf } from './import-suggestions.js';
export { refuseOtherSheets } from './import-upload.js';
export { codeColumn, giveBackHeaders, mendedRow, rowCode } from './mended-rows.js';
export { type PlaceRow, placeIndex } from './place-index.js';
export { plainWords } from './sheet-row.js';
