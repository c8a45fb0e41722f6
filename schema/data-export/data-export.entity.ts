import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable, value } from '../kernel/readable.js';

export enum DataExportFormat {
  CSV = 'CSV',
  XLSX = 'XLSX',
  JSONL = 'JSONL',
}
registerEnumType(DataExportFormat, {
  name: 'DataExportFormat',
  description: 'Kind of file: comma-separated, Excel, or one JSON object per line.',
});

export enum DataExportState {
  STARTED = 'STARTED',
  DONE = 'DONE',
  CANCELLED = 'CANCELLED',
  FAILED = 'FAILED',
}
registerEnumType(DataExportState, {
  name: 'DataExportState',
  description:
    'What an export came to: still under way or never heard of again, handed over in full, given up by the reader, failed.',
});

@ObjectType({
  implements: [Node, BaseEntity],
  description: 'List that left the registry as a file; numbers of sixteen digits in it are masked.',
})
@Entity('data_export')
export class DataExport extends BaseEntity {
  @Field(() => String, { description: 'List that was exported, for instance "beneficiaries".' })
  @Column({ type: 'text' })
  listName!: string;

  @Field(() => String, { description: 'GraphQL operation as it came, without its variables.' })
  @Column({ type: 'text' })
  operation!: string;

  @Field(() => DataExportFormat, { description: 'Kind of file.' })
  @Column({ type: 'text' })
  format!: DataExportFormat;

  @Field(() => DataExportState, { description: 'What it came to.' })
  @Column({ type: 'text' })
  state!: DataExportState;

  @Field(() => String, {
    nullable: true,
    description: 'Why personal values were needed. Null: they were masked.',
  })
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Field(() => Boolean, {
    description: 'Whether names, birth dates, telephone numbers and addresses were shown; otherwise masked.',
  })
  @Column({ type: 'boolean' })
  showsPersonal!: boolean;

  @Field(() => Int, { description: 'NIKs shown in full.' })
  @Column({ type: 'integer' })
  nikCount!: number;

  @Field(() => Int, { nullable: true, description: 'Records handed over. Null: not finished.' })
  @Column({ type: 'integer', nullable: true })
  rowCount!: number | null;

  @Field(() => Int, { nullable: true, description: 'Milliseconds that it took. Null: not finished.' })
  @Column({ type: 'integer', nullable: true })
  milliseconds!: number | null;

  @Field(() => String, { nullable: true, description: 'Name of the person. Null: not known any more.' })
  staffName!: string | null;

  @Column({ type: 'uuid' })
  staffId!: string;
}

readable(DataExport, 'export', {
  staffName: value((row) => `app.staff_name(${row}.staff_id)`),
});
