import './import.personal.js';
import './import.reads.js';

export { ImportVerdict } from './import.enums.js';
export { importVerbs } from './import.policy.js';
export { ImportResolver } from './import.resolver.js';
export { ImportService } from './import.service.js';
export { ImportBatch } from './import-batch.entity.js';
export { findHeader, ImportField, isNumberingRow, isTotalRow, peopleOf } from './import-columns.js';
export type { RosterUpload, UploadOutcome } from './import-intake.js';
export { BeneficiaryOriginResolver, ProgramImportsResolver } from './import-parents.resolver.js';
export { ImportRow } from './import-row.entity.js';
export { areRounded, type RowContext, type RowDefaults, type RowReading, readRow } from './import-row.js';
export { ImportRowResolver } from './import-row.resolver.js';
export { suggestionOf } from './import-suggestions.js';
export { refuseOtherSheets } from './import-upload.js';
export { codeColumn, giveBackHeaders, mendedRow, rowCode } from './mended-rows.js';
export { type PlaceRow, placeIndex } from './place-index.js';
export { plainWords } from './sheet-row.js';
