export { SavedFilter } from './saved-filter.entity.js';
export { SavedFilterResolver } from './saved-filter.resolver.js';
export { SavedFilterService } from './saved-filter.service.js';
