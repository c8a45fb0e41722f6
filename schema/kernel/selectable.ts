import type { GraphQLObjectType } from 'graphql';
import { Extensions, getMetadataStorage } from 'type-graphql';

/** Marks a field resolver that gives back what `select` read for its field, and adds nothing of its own. */
export const Selectable = () => Extensions({ selectable: true });

/** Fields with code, rights or middlewares of their own, as `Type.field`; of an interface also under its own name. */
let ownCode: ReadonlySet<string> | null = null;

/** Whether the field's value is what `select` read; else only its resolver knows it. */
export function isSelectable(type: GraphQLObjectType, field: string): boolean {
  if (type.getFields()[field]?.extensions.selectable === true) return true;
  ownCode ??= fieldsWithOwnCode();
  const owners = [type.name, ...type.getInterfaces().map(({ name }) => name)];
  return !owners.some((owner) => ownCode?.has(`${owner}.${field}`));
}

function fieldsWithOwnCode(): ReadonlySet<string> {
  const storage = getMetadataStorage();
  const names = new Map<unknown, string>(
    [...storage.objectTypes, ...storage.interfaceTypes].map(({ target, name }) => [target, name]),
  );
  const resolved = storage.fieldResolvers.map(
    ({ getObjectType, schemaName }) => `${names.get(getObjectType?.())}.${schemaName}`,
  );
  const guarded = [...storage.middlewares, ...storage.authorizedFields].map(
    ({ target, fieldName }) => `${names.get(target)}.${fieldName}`,
  );
  // the value lies under another name than the field's
  const renamed = storage.fields
    .filter(({ name, schemaName }) => name !== schemaName)
    .map(({ target, schemaName }) => `${names.get(target)}.${schemaName}`);
  return new Set([...resolved, ...guarded, ...renamed]);
}
