import { sheetLimits } from './sheet-limits.js';
import { SheetProblem } from './sheet-problem.js';
import { tooManyRows } from './sheet-row.js';
import { columnIndex } from './xlsx-text.js';

/** A cell as the file has it: what its value means depends on the type, and on texts and formats kept elsewhere. */
export interface StoredCell {
  readonly type: string;
  readonly format: number;
  readonly value: string;
  readonly isFormula: boolean;
}

export interface StoredRow {
  readonly number: number;
  readonly cells: readonly (StoredCell | undefined)[];
}

/** Collects rows from the XML of a sheet; rows and cells without anything in them are left out. */
export class SheetCells {
  #rows: StoredRow[] = [];
  #number = 0;
  #cells: StoredCell[] = [];
  #column = -1;
  #type = 'n';
  #format = 0;
  #value = '';
  #isFormula = false;
  #isValue = false;
  #isReading = false;

  /** The rows collected since the last call. */
  take(): StoredRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#isValue = (name === 'v' || name === 't') && !this.#isReading;
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'row') this.#openRow(attributes.r);
    else if (name === 'f') this.#isFormula = true;
    else if (name === 'rPh') this.#isReading = true;
    else if (name === 'dimension') checkDimension(attributes.ref ?? '');
  }

  text(piece: string): void {
    if (this.#isValue && this.#value.length <= sheetLimits.cellCharacters) this.#value += piece;
  }

  close(name: string): void {
    this.#isValue = false;
    if (name === 'c') this.#closeCell();
    else if (name === 'rPh') this.#isReading = false;
    else if (name === 'row' && this.#cells.length > 0) {
      this.#rows.push({ number: this.#number, cells: this.#cells });
      this.#cells = [];
    }
  }

  #openRow(stated: string | undefined): void {
    const number = stated === undefined ? this.#number + 1 : Number(stated);
    if (!Number.isInteger(number) || number <= this.#number) {
      throw new SheetProblem('SHEET_XML_BROKEN', { part: `row ${stated}` });
    }
    if (number > sheetLimits.rowNumber) throw tooManyRows();
    this.#number = number;
    this.#column = -1;
    this.#cells = [];
  }

  #openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    this.#column = r === undefined ? this.#column + 1 : (columnIndex(r) ?? this.#column + 1);
    this.#type = t ?? 'n';
    this.#format = Number(s ?? 0);
    this.#value = '';
    this.#isFormula = false;
  }

  #closeCell(): void {
    if (this.#value === '' && !this.#isFormula) return;
    if (this.#column >= sheetLimits.columns) {
      throw new SheetProblem('SHEET_TOO_MANY_COLUMNS', { row: this.#number, limit: sheetLimits.columns });
    }
    this.#cells[this.#column] = {
      type: this.#type,
      format: this.#format,
      value: this.#value,
      isFormula: this.#isFormula,
    };
  }
}

/** Whole columns may be formatted down to Excel's last row; beyond it the file was never in Excel. */
function checkDimension(range: string): void {
  const last = Number(/(\d+)$/.exec(range)?.[1] ?? 0);
  if (last > sheetLimits.rowNumber) throw tooManyRows();
}
