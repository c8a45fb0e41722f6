import { type ActionContext, BaseRecord, BaseResource, type CurrentAdmin, type RecordJSON } from 'adminjs';
import type { GraphQLSchema } from 'graphql';
import { type Selection, selectionFrom } from '../schema/kernel/selection.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';
import type { ColumnMetadata } from './column-metadata.js';
import { type DomainProperty, domainProperties } from './domain-property.js';
import { type ListColumn, listColumns } from './list-columns.js';
import { callerOf } from './panel-session.js';
import { selectionOf } from './path-selection.js';
import { notFoundError, type PresentError, panelError } from './present-problem.js';
import { type LinkedRecord, linkedRecords, paramsOf } from './record-params.js';
import type { Row, Screen } from './screen.js';
import { declared, isRow } from './screen-property.js';

/** Choices of columns whose selection is kept; more are worked out anew. */
const mostSelections = 100;

/** A record of a screen: declared properties for the browser, the row itself only for deciding what is offered. */
export class DomainRecord extends BaseRecord {
  constructor(
    readonly row: Row,
    override readonly resource: DomainResource,
  ) {
    super(paramsOf(resource.screen.properties, row), resource);
  }
}

/** What a resource needs besides its screen. */
export interface ResourceParts {
  readonly screen: Screen;
  readonly schema: GraphQLSchema;
  readonly columns: ColumnMetadata;
  readonly present: PresentError;
  /** Whether the signed-in person may open records of that screen. */
  readonly canOpen: (concept: string, currentAdmin: CurrentAdmin | undefined) => boolean;
  /** Columns that the caller has chosen for the list; none: the list's own. */
  readonly columnsOf: (caller: Caller, concept: string) => Promise<readonly string[]>;
}

/**
 * The only adapter between AdminJS and the services. Of AdminJS's data methods only `findOne` answers, through the
 * service and with the caller of the request; every action has a handler of our own (`screen-actions`), so the others
 * have no business and refuse.
 */
export class DomainResource extends BaseResource {
  readonly screen: Screen;
  readonly schema: GraphQLSchema;
  readonly present: PresentError;
  readonly listColumns: readonly ListColumn[];
  readonly searchSelection: Selection;
  readonly #showSelection: Selection | null;
  readonly #canOpen: ResourceParts['canOpen'];
  readonly #columnsOf: ResourceParts['columnsOf'];
  readonly #listSelections = new Map<string, Selection>();
  readonly #properties: readonly DomainProperty[];

  constructor({ screen, schema, columns, present, canOpen, columnsOf }: ResourceParts) {
    super();
    this.screen = screen;
    this.schema = schema;
    this.present = present;
    this.#canOpen = canOpen;
    this.#properties = domainProperties(screen, columns);
    this.#showSelection = screen.show ? selectionFrom(schema, screen.type, screen.show.selection) : null;
    this.listColumns = listColumns(screen, schema);
    this.#columnsOf = columnsOf;
    this.searchSelection = pageOf(selectionFrom(schema, screen.type, `{ id ${titleFields(screen)} }`));
  }

  static override isAdapterFor(): boolean {
    return false; // resources are made here, never from a raw entity
  }

  override id(): string {
    return this.screen.concept;
  }

  override databaseName(): string {
    return this.screen.group;
  }

  override databaseType(): string {
    return 'other';
  }

  override properties(): DomainProperty[] {
    return [...this.#properties];
  }

  override property(path: string): DomainProperty | null {
    return this.#properties.find((property) => property.path() === path) ?? null;
  }

  /** @throws NotFoundError when absent or not visible. */
  override async findOne(id: string, context?: ActionContext): Promise<DomainRecord> {
    const caller = callerOf(context?.currentAdmin);
    try {
      const row = this.#showSelection && (await this.screen.service.find?.(caller, id, this.#showSelection));
      if (!isRow(row)) throw notFoundError(caller.actor.locale);
      return this.record(row, context?.currentAdmin);
    } catch (error) {
      throw panelError(error, caller, this.present);
    }
  }

  /** References come with the row that names them; AdminJS's populator finds nothing to add. */
  override async findMany(): Promise<BaseRecord[]> {
    return [];
  }

  override count(): Promise<number> {
    return refused('count');
  }

  override find(): Promise<BaseRecord[]> {
    return refused('find');
  }

  override create(): Promise<Row> {
    return refused('create');
  }

  override update(): Promise<Row> {
    return refused('update');
  }

  override delete(): Promise<void> {
    return refused('delete');
  }

  record(row: Row, currentAdmin: CurrentAdmin | undefined): DomainRecord {
    const record = new DomainRecord(row, this);
    for (const [path, link] of linkedRecords(this.screen.properties, row)) {
      Object.assign(record.populated, { [path]: linkJson(link, this.#canOpen(link.concept, currentAdmin)) });
    }
    return record;
  }

  /** Columns that the caller has chosen for the list; none: the list's own. */
  chosenColumns(caller: Caller): Promise<readonly string[]> {
    return this.#columnsOf(caller, this.screen.concept);
  }

  /** What a page of the list has to read: the list's own selection, and the columns that the caller chose besides. */
  async listSelection(caller: Caller): Promise<Selection> {
    const chosen = await this.chosenColumns(caller);
    const besides = this.listColumns.filter(({ name, isStandard }) => !isStandard && chosen.includes(name));
    const key = besides.map(({ name }) => name).join(' ');
    const known = this.#listSelections.get(key);
    if (known) return known;
    const paths = besides.flatMap(({ path, property }) => {
      if (path === null) return [];
      return property.kind === 'reference' ? [path, [...path.slice(0, -1), 'id']] : [path];
    });
    const { type, list } = this.screen;
    const text = `${list.selection.trim().slice(0, -1)} ${selectionOf(paths)} }`;
    const selection = pageOf(selectionFrom(this.schema, type, text));
    if (this.#listSelections.size < mostSelections) this.#listSelections.set(key, selection);
    return selection;
  }

  titleOf(row: Row): string {
    return String(paramsOf(this.screen.properties, row)[this.screen.title] ?? '');
  }
}

/** A linked record as its title and a way to open it: nothing else of it leaves the server. */
export function linkJson({ id, title }: Omit<LinkedRecord, 'concept'>, canOpen: boolean): RecordJSON {
  return {
    id,
    title,
    params: {},
    populated: {},
    baseError: null,
    errors: {},
    recordActions: canOpen ? [openAction] : [],
    bulkActions: [],
  };
}

const openAction: RecordJSON['recordActions'][number] = {
  name: 'show',
  label: 'show',
  actionType: 'record',
  resourceId: '',
  guard: '',
  showFilter: false,
  showInDrawer: false,
  hideActionHeader: false,
  showResourceActions: false,
  containerWidth: 1,
  layout: null,
  variant: 'default',
  parent: null,
  hasHandler: true,
  custom: {},
};

/** What has to be selected for the title; titles are plain fields of the record. */
function titleFields({ properties, title }: Screen): string {
  const { path = title, fallback = '' } = declared(properties, title);
  return `${asSelection(path)} ${asSelection(fallback)}`;
}

/** `beneficiary.name` -> `beneficiary { name }` */
function asSelection(path: string): string {
  const [first = '', ...below] = path.split('.');
  return below.length === 0 ? first : `${first} { ${asSelection(below.join('.'))} }`;
}

function pageOf(record: Selection): Selection {
  return new Map([
    ['nodes', { name: 'nodes', args: {}, below: record }],
    ['totalCount', { name: 'totalCount', args: {}, below: null }],
  ]);
}

async function refused(method: string): Promise<never> {
  throw new Error(`AdminJS must not call ${method}: every action has a handler of its own`);
}
