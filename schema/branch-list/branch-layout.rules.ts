import { type Problem, problem } from '../kernel/problem.js';
import type { BranchColumn, BranchColumnInput } from './branch-column.js';
import { BranchField, BranchFormat } from './branch-list.enums.js';

const path = ['input', 'columns'];
const mostColumns = 40;
const longestHeader = 100;

const dates = [BranchFormat.ISO, BranchFormat.DAY_FIRST_DASH, BranchFormat.DAY_FIRST_SLASH];
const sexes = [BranchFormat.SEX_L_P, BranchFormat.SEX_M_F, BranchFormat.SEX_WORD];
const formats: Partial<Record<BranchField, readonly BranchFormat[]>> = {
  [BranchField.BIRTH_DATE]: dates,
  [BranchField.ENTERED_ON]: dates,
  [BranchField.MONTH]: dates,
  [BranchField.SEX]: sexes,
};

/** Columns as they are kept. */
export function columnsOf(columns: readonly BranchColumnInput[]): BranchColumn[] {
  return columns.map(({ header, field, format }) => ({
    header: header.trim(),
    field,
    format: format ?? null,
  }));
}

/** Whether a branch could work with these columns, and we with its answer. */
export function checkColumns(columns: readonly BranchColumn[]): Problem[] {
  const isLong = ({ header }: BranchColumn) => header === '' || header.length > longestHeader;
  if (columns.length === 0 || columns.length > mostColumns || columns.some(isLong))
    return [problem(path, 'BRANCH_LAYOUT_COLUMNS')];
  const headers = columns.map(({ header }) => header.toLowerCase());
  const twice = columns.find((_, place) => headers.indexOf(headers[place] ?? '') !== place);
  const isNamed = columns.some(({ field }) => field === BranchField.NIK || field === BranchField.KPJ);
  const misfit = columns.find(({ field, format }) => format !== null && !formats[field]?.includes(format));
  return [
    ...(twice ? [problem(path, 'BRANCH_LAYOUT_HEADER_TWICE', { header: twice.header })] : []),
    ...(isNamed ? [] : [problem(path, 'BRANCH_LAYOUT_NOBODY')]),
    ...(misfit ? [problem(path, 'BRANCH_LAYOUT_FORMAT', { header: misfit.header })] : []),
  ];
}
