export { SearchResolver } from './search.resolver.js';
export { SearchService } from './search.service.js';
