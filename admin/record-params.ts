import type { Row, ScreenProperties, ScreenProperty } from './screen.js';
import { isMany, isRow, valueIn } from './screen-property.js';

type Params = Record<string, unknown>;

/** The other record of a reference, as a link shows it. */
export interface LinkedRecord {
  readonly concept: string;
  readonly id: string;
  readonly title: string;
}

/** Values of a row under the names of the declared properties; whatever else the row holds does not get through. */
export function paramsOf(properties: ScreenProperties, row: Row): Params {
  const params: Params = { id: row.id };
  if (typeof row.version === 'number') params.version = row.version;
  for (const [name, property] of Object.entries(properties)) {
    const value = valueIn(row, name, property);
    params[name] = paramOf(property, value);
  }
  return params;
}

function paramOf(property: ScreenProperty, value: unknown): unknown {
  if (property.kind === 'reference') return isRow(value) ? plain(value.id) : null;
  if (property.kind === 'changes' || property.kind === 'data')
    return value === null ? null : JSON.stringify(value);
  if (!isMany(property)) return plain(value);
  if (!Array.isArray(value)) return [];
  if (property.kind === 'texts' || property.kind === 'choices') return value.map(plain);
  if (property.kind === 'references') return value.filter(isRow).map((other) => plain(other.id));
  if (property.kind !== 'items') return [];
  return value.filter(isRow).map((item) => itemParams(property.items, item));
}

function itemParams(properties: ScreenProperties, item: Row): Params {
  const entries = Object.entries(properties).map(([name, property]) => [
    name,
    paramOf(property, valueIn(item, name, property)),
  ]);
  return Object.fromEntries(entries);
}

function plain(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}

/** The linked records of a row by the path of their property, for instance `parent` or `parties.0.office`. */
export function linkedRecords(
  properties: ScreenProperties,
  row: Row,
  prefix = '',
): ReadonlyMap<string, LinkedRecord> {
  const links = new Map<string, LinkedRecord>();
  for (const [name, property] of Object.entries(properties)) {
    const value = valueIn(row, name, property);
    const path = prefix + name;
    if (property.kind === 'reference' && isRow(value)) links.set(path, linkTo(property, value));
    if (!Array.isArray(value)) continue;
    for (const [index, item] of value.filter(isRow).entries()) {
      if (property.kind === 'references') links.set(`${path}.${index}`, linkTo(property, item));
      if (property.kind !== 'items') continue;
      const below = linkedRecords(property.items, item, `${path}.${index}.`);
      for (const [place, link] of below) links.set(place, link);
    }
  }
  return links;
}

function linkTo({ to, title }: { readonly to: string; readonly title: string }, other: Row): LinkedRecord {
  return { concept: to, id: String(other.id), title: String(other[title] ?? '') };
}
