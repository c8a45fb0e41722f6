export { AlertDelivery } from './alert-delivery.entity.js';
export { alertDeliveryVerbs } from './alert-delivery.policy.js';
export { AlertDeliveryResolver } from './alert-delivery.resolver.js';
export { AlertDeliveryService } from './alert-delivery.service.js';
export { digestLetter, type Letter } from './digest.js';
