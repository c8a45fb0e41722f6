import type { Row, ScreenProperties, ScreenProperty } from './screen.js';

/** Name of the property in the service's input. */
export function inputNameOf(name: string, property: ScreenProperty): string {
  if (property.inputName !== undefined) return property.inputName;
  if (property.kind === 'references') return `${name}Ids`;
  return property.kind === 'reference' ? `${name}Id` : name;
}

/** Value of the property in a row: under its name, at its path, or at its second path. */
export function valueIn(row: Row, name: string, { path = name, fallback }: ScreenProperty): unknown {
  return valueAt(row, path) ?? (fallback === undefined ? null : valueAt(row, fallback));
}

function valueAt(row: Row, path: string): unknown {
  let value: unknown = row;
  for (const part of path.split('.')) {
    if (!isRow(value)) return null;
    value = value[part];
  }
  return value ?? null;
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Property of that name. @throws Error when the screen names one that it does not declare: a fault of the screen. */
export function declared(properties: ScreenProperties, name: string): ScreenProperty {
  const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (!property) throw new Error(`screen names the property ${name} without declaring it`);
  return property;
}

/** Whether the property holds several values, which AdminJS sends flat with their index. */
export function isMany({ kind }: ScreenProperty): boolean {
  return kind === 'items' || kind === 'references' || kind === 'texts' || kind === 'choices';
}
