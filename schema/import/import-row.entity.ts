import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Beneficiary, NikFinding, NikScalar } from '../beneficiary/index.js';
import { Enrollment } from '../enrollment/index.js';
import { Node } from '../kernel/base-entity.js';
import { ImportVerdict } from './import.enums.js';
import { ImportChange, ImportProblem } from './import.parts.js';

@ObjectType({
  implements: [Node],
  description: 'Row of a roster and what becomes of it. Never visible to analysts.',
})
@Entity('import_row')
export class ImportRow extends Node {
  @Field(() => Int, { description: 'Number of the row in the file, counted from 1.' })
  @Column({ type: 'integer' })
  rowNumber!: number;

  @Column({ type: 'uuid' })
  batchId!: string;

  @Field(() => ImportVerdict, { description: 'What becomes of the row.' })
  @Column({ type: 'text' })
  verdict!: ImportVerdict;

  @Field(() => String, {
    nullable: true,
    description: 'Name in the row. Null: not readable, or cleared since the row was written.',
  })
  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Field(() => NikScalar, {
    nullable: true,
    description: 'NIK in the row, hidden but for province and serial. Null: it can be none, or was cleared.',
  })
  @Column({ type: 'text', name: 'nik_mask', nullable: true })
  nik!: string | null;

  @Field(() => [NikFinding], { description: 'Where NIK and other data disagree; empty when nowhere.' })
  @Column({ type: 'text', array: true })
  nikFindings!: NikFinding[];

  @Field(() => [ImportProblem], { description: 'What has to be mended; empty when nothing.' })
  @Column({ type: 'jsonb' })
  problems!: ImportProblem[];

  @Field(() => [ImportChange], {
    description: 'What it changes of a registration that stood already; empty when nothing.',
  })
  @Column({ type: 'jsonb' })
  changes!: ImportChange[];

  @Field(() => Boolean, { description: 'Whether it is written.' })
  @Column({ type: 'boolean' })
  isCommitted!: boolean;

  @Field(() => Boolean, { description: 'Whether it was written and taken back.' })
  @Column({ type: 'boolean' })
  isUndone!: boolean;

  @Field(() => Boolean, { description: 'Whether a later file brought it back mended.' })
  isMended!: boolean;

  @Field(() => Beneficiary, {
    nullable: true,
    description: 'Registration that stood already, or that the row made. Null: none.',
  })
  beneficiary!: Beneficiary | null;

  @Field(() => Enrollment, { nullable: true, description: 'Enrollment that the row made. Null: none.' })
  enrollment!: Enrollment | null;
}

@ObjectType({ description: 'File and row that a registration came from.' })
export class ImportOrigin {
  @Field(() => String, { description: 'Id of the roster.' })
  batchId!: string;

  @Field(() => String, { description: 'Name of the file.' })
  fileName!: string;

  @Field(() => Int, { description: 'Number of the row in the file, counted from 1.' })
  rowNumber!: number;
}
