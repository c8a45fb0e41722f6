import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../kernel/base-entity.js';
import { readable, value } from '../kernel/readable.js';
import { DateTimeScalar } from '../kernel/scalars.js';

@ObjectType({
  implements: [Node],
  description:
    'NIK that somebody saw in full: on a page, or in a file. Visible to the person who saw it, and to administrators and auditors of the region.',
})
@Entity('nik_reveal')
export class NikReveal extends Node {
  @Field(() => DateTimeScalar, { description: 'Timestamp at which it was shown.' })
  @Column({ type: 'timestamptz' })
  revealedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Name of the person. Null: not known any more.' })
  staffName!: string | null;

  @Field(() => String, { description: 'Why it was needed.' })
  @Column({ type: 'text' })
  reason!: string;

  @Field(() => ID, { description: 'Id of the registration whose NIK it was.' })
  beneficiaryId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the export that it left in. Null: it was shown on a page.',
  })
  exportId!: string | null;

  @Column({ type: 'uuid' })
  staffId!: string;
}

const reference = (prefix: string, column: string) =>
  value((reveal) => `'${prefix}_' || replace(${reveal}.${column}::text, '-', '')`);

readable(NikReveal, 'nikreveal', {
  staffName: value((reveal) => `app.staff_name(${reveal}.staff_id)`),
  beneficiaryId: reference('beneficiary', 'beneficiary_id'),
  exportId: reference('export', 'export_id'),
});
