import { type GraphQLSchema, getNamedType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import { personalOf } from '../schema/kernel/personal.js';
import { type Concept, type FieldRead, fieldRead } from '../schema/kernel/readable.js';
import type { Screen, ScreenProperty } from './screen.js';
import { declared } from './screen-property.js';

/** A column that a list may show, and where GraphQL has its value. */
export interface ListColumn {
  readonly name: string;
  readonly property: ScreenProperty;
  /** Names of the fields on the way to the value; null: only the panel works it out, and no file has it. */
  readonly path: readonly string[] | null;
  /** Whether it says something about one human, which files mask. */
  readonly isPersonal: boolean;
  /** Whether the list shows it where nobody has chosen. */
  readonly isStandard: boolean;
}

/** What is too long or too many for a cell, or shown by a page of its own. */
const unfit = new Set<ScreenProperty['kind']>([
  'longText',
  'items',
  'references',
  'texts',
  'data',
  'changes',
]);

/** Columns of a screen's list: those that it shows by itself, then what its records have besides. */
export function listColumns(screen: Screen, schema: GraphQLSchema): readonly ListColumn[] {
  const { list, show, properties } = screen;
  const standard = list.columns.map((name) => columnOf(screen, schema, name, true));
  const besides = [...new Set(show?.properties ?? [])]
    .filter((name) => !list.columns.includes(name) && !unfit.has(declared(properties, name).kind))
    .map((name) => columnOf(screen, schema, name, false));
  // what two properties say is said once: a name, and the link to the record of that name
  const taken = new Set(standard.map(placeOf));
  return [...standard, ...besides.filter((one) => one.path !== null && !taken.has(placeOf(one)))];
}

const placeOf = ({ path }: ListColumn): string | undefined => path?.join('.');

function columnOf(screen: Screen, schema: GraphQLSchema, name: string, isStandard: boolean): ListColumn {
  const property = declared(screen.properties, name);
  const path = (property.filePath ?? property.path ?? name).split('.');
  if (property.kind === 'reference') path.push(property.title);
  const found = walked(screen, schema, path);
  return { name, property, isStandard, path: found && path, isPersonal: found?.isPersonal ?? false };
}

/** Where fields are read on the way: a concept, or a group of its columns. */
interface Place {
  readonly concept: Concept;
  readonly prefix: string;
  readonly read: (name: string) => FieldRead | null;
}

const at = (concept: Concept): Place => ({ concept, prefix: '', read: (name) => fieldRead(concept, name) });

/** Whether a value of the database lies there, and whether it is personal; null: none does. */
function walked(
  { type: typeName, entity }: Screen,
  schema: GraphQLSchema,
  path: readonly string[],
): { readonly isPersonal: boolean } | null {
  let type = schema.getType(typeName);
  let place: Place | null = at(entity);
  for (const [index, name] of path.entries()) {
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    const read: FieldRead | null = place?.read(name) ?? null;
    if (!field || !read || !place || field.args.some(isRequiredArgument)) return null;
    type = getNamedType(field.type);
    if (index === path.length - 1) {
      const isValue = read.kind === 'value' && isLeafType(type);
      return isValue
        ? { isPersonal: personalOf(place.concept)?.masks[place.prefix + name] !== undefined }
        : null;
    }
    place = placeBelow(place, name, read);
  }
  return null;
}

function placeBelow({ concept, prefix }: Place, name: string, read: FieldRead): Place | null {
  if (read.kind === 'one' || read.kind === 'many') return at(read.to());
  // an object that comes as JSON: its fields are values too
  if (read.kind === 'value') return { concept, prefix: `${prefix}${name}.`, read: () => read };
  if (read.kind !== 'group') return null;
  return { concept, prefix: `${prefix}${name}.`, read: (below) => read.fields[below] ?? null };
}
