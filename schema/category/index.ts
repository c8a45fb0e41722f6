export { Category, CategoryFamily } from './category.entity.js';
export { CategoryFilter, CategoryOrderField } from './category.list.js';
export { categoryVerbs } from './category.policy.js';
export { CategoryResolver } from './category.resolver.js';
export { CategoryService } from './category.service.js';
