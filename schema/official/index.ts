export { Official, OrganisationKind } from './official.entity.js';
export { OfficialFilter, OfficialOrderField, officialList } from './official.list.js';
export { officialVerbs } from './official.policy.js';
export { OfficialResolver } from './official.resolver.js';
export { OfficialService } from './official.service.js';
