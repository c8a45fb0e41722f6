export { Document, DocumentKind } from './document.entity.js';
export { documentVerbs } from './document.policy.js';
export { documentCodes } from './document.problems.js';
export { documentsOf } from './document.reads.js';
export { DocumentResolver } from './document.resolver.js';
export {
  type DocumentFile,
  DocumentService,
  type DocumentUpload,
  documentLimitMegabytes,
} from './document.service.js';
