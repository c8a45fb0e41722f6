import {
  type BeneficiaryDraft,
  checkBeneficiary,
  type NikFindingName,
  nikFindings,
} from '../beneficiary/index.js';
import { checkKpj } from '../enrollment/index.js';
import { checkLength } from '../kernel/input.js';
import type { Problem } from '../kernel/problem.js';
import { Cells, type RowProblem } from './cell.js';
import {
  addressOf,
  dateOf,
  decileOf,
  kpjOf,
  type NikContext,
  nikOf,
  phoneOf,
  refused,
  sexOf,
} from './cell-values.js';
import { ImportField } from './import-field.js';
import { ambiguousPlace, type PlaceIndex } from './place-index.js';
import type { SheetRow } from './sheet-row.js';

export type { RowProblem } from './cell.js';
export { areRounded } from './cell-values.js';
export { type PlaceIndex, placeIndex } from './place-index.js';
export type { SheetRow } from './sheet-row.js';

/** What holds for rows whose own cell is empty, and for all where the file has no such column. */
export interface RowDefaults {
  readonly categoryId: string | null;
  readonly enteredOn: string | null;
  readonly decree: string | null;
  readonly cohort: string | null;
  readonly decileSource: string | null;
  readonly decileOn: string | null;
}

/** What a row is read with; the same for all rows of a file. */
export interface RowContext extends NikContext {
  readonly columns: ReadonlyMap<ImportField, number>;
  readonly defaults: RowDefaults;
  /** Database key of the category that a lower-cased, trimmed word names. */
  readonly categoryOf: (term: string) => string | null;
  readonly places: PlaceIndex;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Code of the region that registers, for instance "36.72". */
  readonly regionCode: string;
}

/** What a row says of a person and the enrollment; null: unknown. */
export interface RowFacts {
  readonly name: string | null;
  readonly birthDate: string | null;
  readonly birthPlace: string | null;
  readonly sex: 'FEMALE' | 'MALE' | null;
  readonly addressText: string | null;
  readonly addressRegionId: string | null;
  readonly phone: string | null;
  readonly categoryId: string | null;
  readonly decileValue: number | null;
  readonly decileSource: string | null;
  readonly decileOn: string | null;
  readonly note: string | null;
  readonly post: string | null;
  readonly decree: string | null;
  readonly cohort: string | null;
  readonly enteredOn: string | null;
  readonly kpj: string | null;
}

/** A row as it was understood. It can be taken over when `problems` is empty; findings are warnings. */
export interface RowReading {
  /** Null when it can be none. */
  readonly nik: string | null;
  readonly facts: RowFacts;
  readonly nikFindings: readonly NikFindingName[];
  readonly problems: readonly RowProblem[];
}

/** Reads one row by the rules of the forms; pure, and quick enough for a million rows. */
export function readRow(row: SheetRow, context: RowContext): RowReading {
  const cells = new Cells(row, context.columns);
  const nik = nikOf(cells, context);
  const facts = { ...personOf(cells, context), ...entryOf(cells, context) };
  for (const { path, code, params } of brokenRules(facts, context.today)) {
    const field = fieldOfPath[path.slice(1).join('.')] ?? ImportField.NAME;
    if (!cells.hasFailed(field)) cells.fail(field, { code, params });
  }
  const { regionCode, today } = context;
  const { birthDate, sex } = facts;
  const findings = nik === null ? [] : nikFindings(nik, { regionCode, birthDate, sex, today });
  return { nik, facts, nikFindings: findings, problems: cells.problems };
}

function personOf(cells: Cells, context: RowContext) {
  const name = cells.text(ImportField.NAME);
  const birth = dateOf(cells, ImportField.BIRTH_DATE, { latest: context.today });
  const birthPlace = cells.text(ImportField.BIRTH_PLACE) ?? birth?.before ?? null;
  const decileValue = decileOf(cells);
  const { decileSource, decileOn } = context.defaults;
  return {
    name,
    birthDate: birth?.date ?? null,
    birthPlace,
    sex: sexOf(cells),
    addressText: addressOf(cells),
    addressRegionId: placeOf(cells, context.places),
    phone: phoneOf(cells),
    categoryId: categoryOf(cells, context),
    decileValue,
    decileSource: decileValue === null ? null : decileSource,
    decileOn: decileValue === null ? null : decileOn,
    note: cells.text(ImportField.NOTE),
  };
}

function entryOf(cells: Cells, { defaults }: RowContext) {
  const entered = dateOf(cells, ImportField.ENTERED_ON, { latest: '2099-12-31' });
  const enteredOn = entered === null ? defaults.enteredOn : entered.date;
  if (enteredOn === null && !cells.hasFailed(ImportField.ENTERED_ON))
    cells.fail(ImportField.ENTERED_ON, { code: 'IMPORT_DATE_REQUIRED', params: {} });
  return {
    post: cells.text(ImportField.POST),
    decree: cells.text(ImportField.DECREE) ?? defaults.decree,
    cohort: cells.text(ImportField.COHORT) ?? defaults.cohort,
    enteredOn,
    kpj: kpjOf(cells),
  };
}

function categoryOf(cells: Cells, { categoryOf: categoryNamed, defaults }: RowContext): string | null {
  const term = cells.text(ImportField.CATEGORY);
  if (term === null) {
    if (defaults.categoryId === null && !cells.hasFailed(ImportField.CATEGORY))
      cells.fail(ImportField.CATEGORY, { code: 'IMPORT_CATEGORY_MISSING', params: {} });
    return defaults.categoryId;
  }
  const category = categoryNamed(term.toLowerCase());
  if (category === null) refused(cells, ImportField.CATEGORY, 'IMPORT_CATEGORY_UNKNOWN', term);
  return category;
}

/** Smallest region that the row names; its code counts more than names. */
function placeOf(cells: Cells, places: PlaceIndex): string | null {
  const code = cells.text(ImportField.REGION_CODE);
  const [village, district] = [cells.text(ImportField.VILLAGE), cells.text(ImportField.DISTRICT)];
  if (code !== null) {
    const id = places.byCode(code);
    if (id === null) refused(cells, ImportField.REGION_CODE, 'IMPORT_PLACE_UNKNOWN', code);
    return id;
  }
  if (village === null && district === null) return null;
  const found = places.byName(village, district);
  if (found !== null && found !== ambiguousPlace) return found;
  const field = village === null ? ImportField.DISTRICT : ImportField.VILLAGE;
  const problem = found === null ? 'IMPORT_PLACE_UNKNOWN' : 'IMPORT_PLACE_AMBIGUOUS';
  refused(cells, field, problem, [village, district].filter((name) => name !== null).join(', '));
  return null;
}

/** The rules of the forms, applied to what the row says. */
function brokenRules(facts: RowFacts, today: string): Problem[] {
  const draft: BeneficiaryDraft = { ...facts, diedOn: null, movedOutOn: null };
  return [
    ...checkBeneficiary(draft, today).map(incomplete),
    ...checkLength(facts, ['post', 'decree'], 200),
    ...checkLength(facts, ['cohort'], 100),
    ...checkKpj(facts.kpj),
  ];
}

/** A decile without source or date is complete in no row: the form asks once, so one problem says it. */
function incomplete(problem: Problem): Problem {
  const isDecile = problem.path[1] === 'decile' && problem.code === 'VALUE_MISSING';
  return isDecile ? { ...problem, code: 'BENEFICIARY_DECILE_INCOMPLETE' } : problem;
}

const fieldOfPath: Readonly<Record<string, ImportField>> = {
  name: ImportField.NAME,
  birthDate: ImportField.BIRTH_DATE,
  birthPlace: ImportField.BIRTH_PLACE,
  'address.text': ImportField.ADDRESS,
  phone: ImportField.PHONE,
  decile: ImportField.DECILE,
  'decile.value': ImportField.DECILE,
  'decile.source': ImportField.DECILE,
  'decile.on': ImportField.DECILE,
  note: ImportField.NOTE,
  post: ImportField.POST,
  decree: ImportField.DECREE,
  cohort: ImportField.COHORT,
  kpj: ImportField.KPJ,
};
