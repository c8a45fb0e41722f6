export { figureCheckVerbs } from './figure-check.policy.js';
export { figureCheckCodes } from './figure-check.problems.js';
export { FigureCheckResolver } from './figure-check.resolver.js';
export { FigureCheckService } from './figure-check.service.js';
