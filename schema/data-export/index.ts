export { DataExport, DataExportFormat, DataExportState } from './data-export.entity.js';
export { dataExportVerbs } from './data-export.policy.js';
export { dataExportCodes } from './data-export.problems.js';
export { DataExportConnection, DataExportResolver } from './data-export.resolver.js';
export { DataExportService, type ExportOrder, type ExportUnderWay } from './data-export.service.js';
