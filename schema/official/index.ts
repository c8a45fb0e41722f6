export { Official, OrganisationKind } from './official.entity.js';
export { OfficialFilter, OfficialListArgs, OfficialOrderField, officialList } from './official.list.js';
export { officialVerbs } from './official.policy.js';
export { OfficialConnection, OfficialResolver } from './official.resolver.js';
export { OfficialService } from './official.service.js';
