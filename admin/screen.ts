import type { ClassType } from 'type-graphql';
import type { Locale } from '../schema/kernel/actor.js';
import type { PageRequest } from '../schema/kernel/page-request.js';
import type { Verb } from '../schema/kernel/policy.js';
import type { Outcome } from '../schema/kernel/problem.js';
import type { Page } from '../schema/kernel/reads.js';
import type { Selection } from '../schema/kernel/selection.js';
import type { Text } from '../schema/kernel/texts.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';

/** A record as the service gave it, with what the screen selected. */
export type Row = Readonly<Record<string, unknown>>;

/** Headings of the menu, in the order of the menu. */
export const groups = [
  'today',
  'agreements',
  'regulations',
  'money',
  'people',
  'places',
  'data',
  'accounts',
] as const;
export type Group = (typeof groups)[number];

export type Colour = 'grey' | 'blue' | 'green' | 'amber' | 'red';

interface PropertyBasics {
  readonly label: Text;
  /**
   * Where the value lies in the row, for instance `period.from`. Absent: under the property's name; in the form of a
   * verb, the field starts empty.
   */
  readonly path?: string;
  /** Where to look when there is nothing at `path`. */
  readonly fallback?: string;
  /** Where a file finds the value, when the panel works it out from several. */
  readonly filePath?: string;
  /** Name in the service's input. Absent: the property's name; for references, the name and `Id` or `Ids`. */
  readonly inputName?: string;
  /** Whether the form marks it as required; the service decides. Absent: as the table's column says. */
  readonly isRequired?: boolean;
  /** Own components of `admin/components`, by place. */
  readonly components?: { readonly list?: string; readonly show?: string; readonly edit?: string };
}

export type ScreenProperty =
  /**
   * Absent kind: as the table's column says (text, date, number, boolean, instant). A `year` is a number written
   * without separators. `data` is a structure that a component of its own shows.
   */
  | (PropertyBasics & {
      readonly kind?:
        | 'text'
        | 'longText'
        | 'date'
        | 'month'
        | 'instant'
        | 'number'
        | 'year'
        | 'rupiah'
        | 'boolean'
        | 'changes'
        | 'data';
    })
  | (PropertyBasics & {
      readonly kind: 'choice';
      readonly values: Readonly<Record<string, Text>>;
      readonly colours?: Readonly<Record<string, Colour>>;
    })
  /** `title` is the field of the other record that people know it by; both it and `id` have to be selected. */
  | (PropertyBasics & { readonly kind: 'reference'; readonly to: string; readonly title: string })
  /** Several of the values. */
  | (PropertyBasics & { readonly kind: 'choices'; readonly values: Readonly<Record<string, Text>> })
  /** Several links of that kind. */
  | (PropertyBasics & { readonly kind: 'references'; readonly to: string; readonly title: string })
  /** Several short texts, such as other spellings of a name. */
  | (PropertyBasics & { readonly kind: 'texts' })
  /** Rows of sub-properties, such as the parties of an MoU. */
  | (PropertyBasics & { readonly kind: 'items'; readonly items: ScreenProperties });

export type ScreenProperties = Readonly<Record<string, ScreenProperty>>;

/** One condition that people can set on the list, and the field of the service's filter that it becomes. */
export type ScreenFilter =
  | { readonly kind: 'text' | 'boolean' | 'day'; readonly label: Text; readonly field: string }
  | {
      readonly kind: 'number' | 'month';
      readonly label: Text;
      readonly field: string;
      readonly isList?: boolean;
    }
  | {
      readonly kind: 'choice';
      readonly label: Text;
      readonly field: string;
      readonly values: Readonly<Record<string, Text>>;
      readonly isList?: boolean;
      /** What the service's filter takes for a value. Absent: the value itself. */
      readonly read?: (value: string) => unknown;
    }
  | {
      readonly kind: 'reference';
      readonly label: Text;
      readonly field: string;
      readonly to: string;
      readonly isList?: boolean;
    }
  /** Days between two, both included; a screen can leave one side out. */
  | { readonly kind: 'days'; readonly label: Text; readonly from?: string; readonly until?: string };

export interface Change<Input extends object = object> {
  readonly id: string;
  readonly expectedVersion: number;
  readonly input: Input;
}

/** What a screen needs of a concept's service. Methods, so that services with inputs of their own fit. */
export interface ScreenService {
  /** Absent: records are only listed. */
  find?(caller: Caller, id: string, selection: Selection): Promise<object | null>;
  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page>;
  create?(caller: Caller, input: object, idempotencyKey?: string | null): Promise<Outcome>;
  revise?(caller: Caller, change: Change): Promise<Outcome>;
}

/** Which properties a form has, and who may open it. */
export interface ScreenForm {
  readonly verb: Verb;
  readonly properties: readonly string[];
  /** Whether the form is offered for this record; the service decides again. */
  readonly isOffered?: (row: Row, caller: Caller) => boolean;
  /** The service's input from the fields by input name, where they differ. */
  readonly toInput?: (fields: Row) => object;
  /** Property, and its values, with which what is once recorded stays, so that filling it in cannot be taken back. */
  readonly finalIn?: { readonly property: string; readonly values: readonly string[] };
  /** What has to be read after saving, such as a password that is shown this once. Null: nothing. */
  report?(outcome: Outcome, locale: Locale): string | null;
}

/** The decision, or `edit`, that puts a record back, and the properties whose former values its fields get. */
export interface ScreenUndo {
  readonly action: string;
  readonly restores: Readonly<Record<string, string>>;
}

/** A decision of its own on one record, such as signing: a button with a form. */
export interface ScreenVerb {
  readonly verb: Verb;
  readonly label: Text;
  /** What will happen, read before the button is pressed. */
  readonly guard: Text;
  readonly icon: string;
  readonly isDangerous?: boolean;
  readonly properties: ScreenProperties;
  /** Own form of `admin/components`. Absent: the fields and a button. */
  readonly component?: string;
  /** What puts it back within ten seconds. Absent: it cannot be taken back. */
  readonly undo?: ScreenUndo;
  readonly isOffered?: (row: Row, caller: Caller) => boolean;
  readonly toInput?: (fields: Row) => object;
  run(caller: Caller, change: Change): Promise<Outcome>;
  report?(outcome: Outcome, locale: Locale): string | null;
}

/** A page of the screen's own beside list and records, such as decisions for everyone whom a filter matches. */
export interface ScreenPage {
  readonly verb: Verb;
  readonly label: Text;
  readonly icon: string;
  readonly component: string;
  /** Whether it is about those whom the list's filter matches: its button on the list takes the filter along. */
  readonly keepsFilter?: boolean;
  /** What the page has to know before it asks: given the filter of the service that its address stands for. */
  facts?(caller: Caller, filter: object): object;
}

/** A page about one record beside its own, such as what hangs on it. */
export interface RecordPage {
  readonly verb: Verb;
  readonly label: Text;
  readonly icon: string;
  readonly component: string;
}

/** A number on the start page: how many records of the list satisfy these filters (as in the list's address). */
export interface ScreenCount {
  readonly label: Text;
  readonly filters: Readonly<Record<string, string>>;
  /** Whether the number is work to be done: shown only above zero. */
  readonly isTask?: boolean;
}

/** One concept as the panel shows it: columns, forms, buttons; no rule. */
export interface Screen {
  /** Name of the concept; also the last part of its address in the panel. */
  readonly concept: string;
  /** GraphQL type that the selections are on. */
  readonly type: string;
  readonly entity: ClassType<object>;
  readonly group: Group;
  readonly icon: string;
  /** Plural, for menu and headings. */
  readonly name: Text;
  readonly service: ScreenService;
  readonly read: Verb;
  readonly properties: ScreenProperties;
  /** Property that people know a record by. */
  readonly title: string;
  /** Filter of the service's list for the records that other screens' references mostly mean; suggested first. */
  readonly suggestFirst?: object;
  readonly list: {
    readonly columns: readonly string[];
    readonly selection: string;
    readonly filters: Readonly<Record<string, ScreenFilter>>;
    /** Sortable property -> order field of the service's list. */
    readonly orders: Readonly<Record<string, string>>;
  };
  /** Page of one record. Absent: records are only listed. */
  readonly show?: {
    readonly properties: readonly string[];
    readonly selection: string;
    readonly component?: string;
  };
  readonly create?: ScreenForm;
  readonly revise?: ScreenForm;
  readonly verbs?: Readonly<Record<string, ScreenVerb>>;
  readonly pages?: Readonly<Record<string, ScreenPage>>;
  readonly recordPages?: Readonly<Record<string, RecordPage>>;
  readonly counts?: readonly ScreenCount[];
  /** What to do when the list is empty. */
  readonly emptyHint?: Text;
}
