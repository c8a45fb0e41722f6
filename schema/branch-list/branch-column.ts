import { Field, InputType, ObjectType } from 'type-graphql';
import { BranchField, BranchFormat } from './branch-list.enums.js';

@ObjectType({ description: 'Column of a list for a branch.' })
export class BranchColumn {
  @Field(() => String, { description: 'Header of the column.' })
  header!: string;

  @Field(() => BranchField, { description: 'What it says.' })
  field!: BranchField;

  @Field(() => BranchFormat, {
    nullable: true,
    description: 'How it is written. Null: the usual form of the field.',
  })
  format!: BranchFormat | null;
}

@InputType({ description: 'Column of a list for a branch.' })
export class BranchColumnInput {
  @Field(() => String, { description: 'Header of the column, at most 100 characters.' })
  header!: string;

  @Field(() => BranchField, { description: 'What it says.' })
  field!: BranchField;

  @Field(() => BranchFormat, {
    nullable: true,
    description: 'How a date or a sex is written. Null: 31-01-2026, and L or P.',
  })
  format?: BranchFormat | null;
}

/** Columns as they are kept. */
export function columnsOf(columns: readonly BranchColumnInput[]): BranchColumn[] {
  return columns.map(({ header, field, format }) => ({
    header: header.trim(),
    field,
    format: format ?? null,
  }));
}

/** The layout of a list for which no layout is named: what registration of informal workers asks for. */
export const shippedColumns: readonly BranchColumn[] = [
  { header: 'NO', field: BranchField.NUMBER, format: null },
  { header: 'NIK', field: BranchField.NIK, format: null },
  { header: 'NO KPJ', field: BranchField.KPJ, format: null },
  { header: 'NAMA', field: BranchField.NAME, format: null },
  { header: 'TEMPAT LAHIR', field: BranchField.BIRTH_PLACE, format: null },
  { header: 'TGL LAHIR', field: BranchField.BIRTH_DATE, format: BranchFormat.DAY_FIRST_DASH },
  { header: 'JENIS KELAMIN', field: BranchField.SEX, format: BranchFormat.SEX_L_P },
  { header: 'ALAMAT', field: BranchField.ADDRESS, format: null },
  { header: 'KELURAHAN/DESA', field: BranchField.VILLAGE, format: null },
  { header: 'KECAMATAN', field: BranchField.DISTRICT, format: null },
  { header: 'NO HP', field: BranchField.PHONE, format: null },
  { header: 'PEKERJAAN', field: BranchField.CATEGORY, format: null },
  { header: 'BULAN IURAN', field: BranchField.MONTH, format: null },
  { header: 'IURAN', field: BranchField.AMOUNT, format: null },
];
