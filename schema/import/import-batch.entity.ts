import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Category } from '../category/index.js';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { CalendarDateScalar, DateTimeScalar, RupiahScalar } from '../kernel/scalars.js';
import { Program } from '../program/index.js';
import { Region } from '../region/index.js';
import { ImportState } from './import.enums.js';
import {
  ImportAside,
  ImportColumn,
  ImportCounts,
  ImportFailure,
  ImportMoney,
  ImportProgress,
  ImportQuota,
  ImportReason,
  ImportUndo,
  ImportWarning,
} from './import.parts.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description:
    'Roster that was handed in for a program: its file, how its columns are read, what became of each row.',
})
@Entity('import_batch')
export class ImportBatch extends BaseEntity {
  @Field(() => Program, { description: 'Program that the people enter.' })
  @ManyToOne(() => Program, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'program_id' })
  program!: Relation<Program>;

  @Column({ type: 'uuid' })
  programId!: string;

  @Field(() => Region, { description: 'Payer region of the program.' })
  @ManyToOne(() => Region, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  region!: Relation<Region>;

  @Column({ type: 'uuid' })
  regionId!: string;

  @Field(() => ImportBatch, {
    nullable: true,
    description: 'Roster whose bad rows this file brings back mended. Null: a roster of its own.',
  })
  @ManyToOne(() => ImportBatch, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'continues_id' })
  continues!: Relation<ImportBatch> | null;

  @Column({ type: 'uuid', nullable: true })
  continuesId!: string | null;

  @Field(() => String, { description: 'Name of the file as it was handed in.' })
  @Column({ type: 'text' })
  fileName!: string;

  @Field(() => String, { description: 'SHA-256 of the file in hexadecimal; the same file is known again.' })
  @Column({ type: 'text' })
  sha256!: string;

  @Field(() => Int, { description: 'Size of the file in bytes.' })
  @Column({ type: 'integer' })
  sizeBytes!: number;

  @Column({ type: 'jsonb' })
  sheet!: object;

  @Field(() => Int, { description: 'Row of the file that has the headers, counted from 1.' })
  @Column({ type: 'integer' })
  headerRow!: number;

  @Field(() => [ImportColumn], { description: 'Columns of the file from left to right.' })
  @Column({ type: 'jsonb' })
  columns!: ImportColumn[];

  @Field(() => Category, {
    nullable: true,
    description: 'Category of rows that name none. Null: each row has to name one.',
  })
  @ManyToOne(() => Category, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'category_id' })
  category!: Relation<Category> | null;

  @Column({ type: 'uuid', nullable: true })
  categoryId!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date of entry of rows that name none. Null: each row has to name one.',
  })
  @Column({ type: 'date', nullable: true })
  enteredOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Decree of rows that name none. Null: none.' })
  @Column({ type: 'text', nullable: true })
  decree!: string | null;

  @Field(() => String, { nullable: true, description: 'Batch of rows that name none. Null: none.' })
  @Column({ type: 'text', nullable: true })
  cohort!: string | null;

  @Field(() => String, { nullable: true, description: 'Source of the deciles in the file. Null: unknown.' })
  @Column({ type: 'text', nullable: true })
  decileSource!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date on which the source ranked the families. Null: unknown.',
  })
  @Column({ type: 'date', nullable: true })
  decileOn!: string | null;

  @Field(() => ImportState, { description: 'How far it is.' })
  @Column({ type: 'text' })
  state!: ImportState;

  @Field(() => ImportFailure, {
    nullable: true,
    description: 'Why it could not be read, or why writing stopped. Null: nothing of that kind.',
  })
  failure!: ImportFailure | null;

  @Field(() => Int, { nullable: true, description: 'Number of rows with people. Null: not read yet.' })
  @Column({ type: 'integer', nullable: true })
  rowCount!: number | null;

  @Field(() => ImportAside, {
    nullable: true,
    description: 'Rows below the header that were taken for nobody. Null: not read yet.',
  })
  aside!: ImportAside | null;

  @Field(() => ImportCounts, {
    nullable: true,
    description: 'Number of rows by what becomes of them. Null: not judged yet.',
  })
  counts!: ImportCounts | null;

  @Field(() => [ImportReason], {
    description: 'Why rows are bad or doubled, the most frequent reason first; at most 50.',
  })
  reasons!: ImportReason[];

  @Field(() => [ImportWarning], {
    description: 'Where NIK and other data of rows not yet written disagree, the most frequent first.',
  })
  warnings!: ImportWarning[];

  @Field(() => ImportProgress, {
    nullable: true,
    description: 'How far the work under way is. Null: nothing is under way.',
  })
  progress!: ImportProgress | null;

  @Field(() => Int, { description: 'Number of rows that are written.' })
  @Column({ type: 'integer' })
  committedCount!: number;

  @Field(() => Int, { description: 'Number of written rows that were taken back.' })
  @Column({ type: 'integer' })
  undoneCount!: number;

  @Field(() => Int, { description: 'Number of bad rows that a later file brought back mended.' })
  @Column({ type: 'integer' })
  mendedCount!: number;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Rupiah that its new people cost in a month. Null: not judged yet, or a rate is unknown.',
  })
  @Column({ type: 'numeric', nullable: true })
  monthlyRupiah!: string | null;

  @Field(() => ImportQuota, { description: 'Places of the program now.' })
  quota!: ImportQuota;

  @Field(() => ImportMoney, {
    nullable: true,
    description: 'Whether the budget holds in the year of entry. Null: not judged yet, or a rate is unknown.',
  })
  money!: ImportMoney | null;

  @Field(() => ImportUndo, {
    nullable: true,
    description: 'What would go when it is taken back now. Null: nothing of it is written.',
  })
  undo!: ImportUndo | null;

  @Field(() => String, { description: 'Name of the staff member who handed it in.' })
  createdByName!: string;

  @Column({ type: 'uuid' })
  createdBy!: string;

  @Column({ type: 'uuid', nullable: true })
  actingId!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which the last good row was written. Null: not all are.',
  })
  @Column({ type: 'timestamptz', nullable: true })
  committedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which it was taken back. Null: it was not.',
  })
  @Column({ type: 'timestamptz', nullable: true })
  undoneAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Path below the address of this service of the workbook with the bad rows. Null: there are none, or the file is gone.',
  })
  giveBackPath!: string | null;

  @Column({ type: 'boolean' })
  keepsFile!: boolean;

  @Column({ type: 'text', nullable: true })
  failureCode!: string | null;

  @Column({ type: 'integer' })
  doneCount!: number;

  @Column({ type: 'integer' })
  throughRow!: number;

  @Column({ type: 'timestamptz', nullable: true })
  phaseBeganAt!: Date | null;
}
