export { type DueAlert, datedAlerts, waitingAlerts } from './alert.due.js';
export { Alert } from './alert.entity.js';
export { AlertRule, AlertState } from './alert.enums.js';
export { AlertFilter } from './alert.list.js';
export { alertMessage, alertName, type ReadAlert, ruleNames } from './alert.message.js';
export { alertVerbs } from './alert.policy.js';
export { AlertResolver, RegionAlertsResolver, type WatchAlertsContext } from './alert.resolver.js';
export { AlertService } from './alert.service.js';
