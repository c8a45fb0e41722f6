export { Citation, citations } from './citation.entity.js';
export { Source } from './source.entity.js';
export { SourceFilter, SourceOrderField } from './source.list.js';
export { sourceVerbs } from './source.policy.js';
export { SourceResolver } from './source.resolver.js';
export { SourceService } from './source.service.js';
