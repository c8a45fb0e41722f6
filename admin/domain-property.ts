import { BaseProperty, type PropertyType } from 'adminjs';
import type { ColumnMetadata } from './column-metadata.js';
import type { Screen, ScreenFilter, ScreenProperties, ScreenProperty } from './screen.js';
import { isMany } from './screen-property.js';

interface PropertyAttributes {
  readonly path: string;
  readonly type: PropertyType;
  readonly position: number;
  readonly isId?: boolean;
  readonly isSortable?: boolean;
  readonly isRequired?: boolean;
  readonly isArray?: boolean;
  readonly reference?: string;
  readonly values?: readonly string[];
  readonly below?: readonly DomainProperty[];
}

/** A property of a screen in AdminJS's terms. */
export class DomainProperty extends BaseProperty {
  constructor(private readonly attributes: PropertyAttributes) {
    const { path, type, position, isId = false, isSortable = false } = attributes;
    super({ path, type, position, isId, isSortable });
  }

  override isTitle(): boolean {
    return false; // the screen names its title; AdminJS would guess by the property's name
  }

  override isRequired(): boolean {
    return this.attributes.isRequired ?? false;
  }

  override isArray(): boolean {
    return this.attributes.isArray ?? false;
  }

  override reference(): string | null {
    return this.attributes.reference ?? null;
  }

  override availableValues(): string[] | null {
    return this.attributes.values ? [...this.attributes.values] : null;
  }

  override subProperties(): BaseProperty[] {
    return [...(this.attributes.below ?? [])];
  }
}

/** Everything that AdminJS may know of a screen: what it declares, the id, the version, and the key of a new form. */
export function domainProperties(screen: Screen, columns: ColumnMetadata): readonly DomainProperty[] {
  const hidden = [
    new DomainProperty({ path: 'id', type: 'string', position: 0, isId: true }),
    new DomainProperty({ path: 'version', type: 'number', position: 1000 }),
    new DomainProperty({ path: 'formKey', type: 'string', position: 1001 }),
  ];
  const own = propertiesOf(screen.properties, columns, new Set(Object.keys(screen.list.orders)));
  const verbs = Object.entries(screen.verbs ?? {}).flatMap(([name, verb]) =>
    propertiesOf(verb.properties, columns, new Set(), `${name}_`),
  );
  const filters = Object.entries(screen.list.filters)
    .filter(([name]) => !Object.hasOwn(screen.properties, name))
    .map(([name, filter], index) => filterProperty(name, filter, 500 + index));
  return [...hidden, ...own, ...verbs, ...filters];
}

function propertiesOf(
  properties: ScreenProperties,
  columns: ColumnMetadata,
  sortable: ReadonlySet<string>,
  prefix = '',
): DomainProperty[] {
  return Object.entries(properties).map(([name, property], index) => {
    const column = columns.property(property.path ?? name);
    return new DomainProperty({
      path: prefix + name,
      type: adminType(property, column),
      position: index + 1,
      isSortable: sortable.has(name),
      isRequired: property.isRequired ?? false,
      isArray: isMany(property),
      ...((property.kind === 'reference' || property.kind === 'references') && { reference: property.to }),
      ...((property.kind === 'choice' || property.kind === 'choices') && {
        values: Object.keys(property.values),
      }),
      ...(property.kind === 'items' && { below: propertiesOf(property.items, columns, new Set()) }),
    });
  });
}

const adminTypes = {
  text: 'string',
  longText: 'textarea',
  date: 'date',
  month: 'string',
  instant: 'datetime',
  number: 'number',
  year: 'number',
  rupiah: 'string',
  boolean: 'boolean',
  changes: 'string',
  data: 'string',
  choice: 'string',
  choices: 'string',
  reference: 'reference',
  references: 'reference',
  texts: 'string',
  items: 'mixed',
} as const;

function adminType({ kind }: ScreenProperty, column: BaseProperty | null): PropertyType {
  if (kind) return adminTypes[kind];
  return column?.type() ?? 'string';
}

function filterProperty(name: string, filter: ScreenFilter, position: number): DomainProperty {
  if (filter.kind === 'reference')
    return new DomainProperty({ path: name, type: 'reference', position, reference: filter.to });
  if (filter.kind === 'choice') {
    return new DomainProperty({ path: name, type: 'string', position, values: Object.keys(filter.values) });
  }
  const types = {
    text: 'string',
    number: 'string',
    month: 'string',
    boolean: 'boolean',
    day: 'date',
    days: 'date',
  } as const;
  return new DomainProperty({ path: name, type: types[filter.kind], position });
}
