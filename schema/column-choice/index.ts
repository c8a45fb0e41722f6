export { ColumnChoice } from './column-choice.entity.js';
export { ColumnChoiceResolver } from './column-choice.resolver.js';
export { ColumnChoiceService } from './column-choice.service.js';
