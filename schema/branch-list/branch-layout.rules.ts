import { checkRequired } from '../kernel/input.js';
import { type Problem, problem } from '../kernel/problem.js';
import type { BranchColumnInput } from './branch-column.js';

/** A column as it is judged. */
interface Column {
  readonly header: string;
  readonly field: string;
  readonly format: string | null;
}

const path = ['input', 'columns'];
const mostColumns = 40;
const longestHeader = 100;

const dates = ['ISO', 'DAY_FIRST_DASH', 'DAY_FIRST_SLASH'];
const formats: Readonly<Record<string, readonly string[]>> = {
  BIRTH_DATE: dates,
  ENTERED_ON: dates,
  MONTH: dates,
  SEX: ['SEX_L_P', 'SEX_M_F', 'SEX_WORD'],
};

/** A form leaves out what is empty. */
export function checkFilled(columns: readonly BranchColumnInput[]): Problem[] {
  return columns.flatMap((column, place) =>
    checkRequired(column, ['header', 'field'], [...path, String(place)]),
  );
}

/** Whether a branch could work with these columns, and we with its answer. */
export function checkColumns(columns: readonly Column[]): Problem[] {
  const isUnfit = ({ header }: Column) => header === '' || header.length > longestHeader;
  if (columns.length === 0 || columns.length > mostColumns || columns.some(isUnfit))
    return [problem(path, 'BRANCH_LAYOUT_COLUMNS')];
  const headers = columns.map(({ header }) => header.toLowerCase());
  const twice = columns.find((_, place) => headers.indexOf(headers[place] ?? '') !== place);
  const isNamed = columns.some(({ field }) => field === 'NIK' || field === 'KPJ');
  const misfit = columns.find(({ field, format }) => format !== null && !formats[field]?.includes(format));
  return [
    ...(twice ? [problem(path, 'BRANCH_LAYOUT_HEADER_TWICE', { header: twice.header })] : []),
    ...(isNamed ? [] : [problem(path, 'BRANCH_LAYOUT_NOBODY')]),
    ...(misfit ? [problem(path, 'BRANCH_LAYOUT_FORMAT', { header: misfit.header })] : []),
  ];
}
