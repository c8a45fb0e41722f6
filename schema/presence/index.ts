export { PresenceResolver } from './presence.resolver.js';
export { PresenceService } from './presence.service.js';
