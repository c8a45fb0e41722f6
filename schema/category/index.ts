export { Category, CategoryFamily } from './category.entity.js';
export { CategoryFilter, CategoryListArgs, CategoryOrderField, categoryList } from './category.list.js';
export { categoryVerbs } from './category.policy.js';
export { CategoryConnection, CategoryResolver } from './category.resolver.js';
export { CategoryService } from './category.service.js';
