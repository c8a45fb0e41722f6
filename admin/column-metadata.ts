import { Resource as TypeormResource } from '@adminjs/typeorm';
import type { BaseResource } from 'adminjs';
import type { ClassType } from 'type-graphql';
import { getMetadataArgsStorage } from 'typeorm';

/** What the columns of a table say of a screen's properties. */
export type ColumnMetadata = Pick<BaseResource, 'property'>;

/**
 * The columns of an entity as `@adminjs/typeorm` understands them. It is asked for their types only and gets no
 * repository: its data methods know neither the services nor whose rights count.
 */
export function columnsOf(entity: ClassType<object>): ColumnMetadata {
  const columns = getMetadataArgsStorage()
    .filterColumns(ancestry(entity))
    .map(({ propertyName, options }) => ({
      propertyPath: propertyName,
      type: options.type,
      isPrimary: options.primary ?? false,
      isArray: options.array ?? false,
    }));
  const model = { name: entity.name, getRepository: () => ({ metadata: { columns } }) };
  const resource: ColumnMetadata = Reflect.construct(TypeormResource, [model]);
  return resource;
}

function ancestry(entity: ClassType<object>): Function[] {
  const chain: Function[] = [];
  for (let target: unknown = entity; typeof target === 'function' && target !== Function.prototype; ) {
    chain.push(target);
    target = Object.getPrototypeOf(target);
  }
  return chain;
}
