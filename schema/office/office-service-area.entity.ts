import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { column, group, readable } from '../kernel/readable.js';
import { CalendarDateScalar } from '../kernel/scalars.js';
import { Region } from '../region/index.js';

@ObjectType({ description: 'Time in which an office serves a region; both days are included.' })
export class OfficeServicePeriod {
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'First date of the service. Null: not known.',
  })
  from!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Last date of the service. Null: it goes on.',
  })
  until!: string | null;
}

@ObjectType({
  implements: [Node, BaseEntity],
  description: 'Region that an office serves or served, for some time.',
})
@Entity('office_service_area')
export class OfficeServiceArea extends BaseEntity {
  @Column({ type: 'uuid' })
  officeId!: string;

  @Field(() => Region, { description: 'Province, regency or city that the office serves.' })
  @ManyToOne(() => Region, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  region!: Relation<Region>;

  @Column({ type: 'uuid' })
  regionId!: string;

  @Field(() => OfficeServicePeriod, {
    nullable: true,
    description: 'Time of the service. Null: its start is not known, and it goes on.',
  })
  period!: OfficeServicePeriod | null;

  @Column({ type: 'date', nullable: true })
  validFrom!: string | null;

  @Column({ type: 'date', nullable: true })
  validUntil!: string | null;

  @Field(() => String, { nullable: true, description: 'Remark on the evidence for the service. Null: none.' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;
}

readable(OfficeServiceArea, 'servicearea', {
  period: group({ from: column('valid_from'), until: column('valid_until') }),
});
