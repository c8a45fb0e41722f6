export { Office, OfficeLevel } from './office.entity.js';
export { OfficeFilter, OfficeOrderField, officeList } from './office.list.js';
export { officeVerbs } from './office.policy.js';
export { OfficeResolver, RegionOfficesResolver } from './office.resolver.js';
export { OfficeService } from './office.service.js';
export { OfficeServiceArea } from './office-service-area.entity.js';
