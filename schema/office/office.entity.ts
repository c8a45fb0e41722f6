import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { column, group, many, readable } from '../kernel/readable.js';
import { CalendarDateScalar } from '../kernel/scalars.js';
import { Region } from '../region/index.js';
import { Citation, citations } from '../source/index.js';
import { OfficeServiceArea } from './office-service-area.entity.js';

export enum OfficeLevel {
  HEAD_OFFICE = 'HEAD_OFFICE',
  KANWIL = 'KANWIL',
  KC = 'KC',
  KCP = 'KCP',
}
registerEnumType(OfficeLevel, {
  name: 'OfficeLevel',
  description: 'Level of an office of BPJS Ketenagakerjaan, from the top.',
  valuesConfig: {
    HEAD_OFFICE: { description: 'Head office (Kantor Pusat).' },
    KANWIL: { description: 'Regional office (Kantor Wilayah).' },
    KC: { description: 'Branch (Kantor Cabang).' },
    KCP: { description: 'Sub-branch; the sources expand KCP differently, so the abbreviation is kept.' },
  },
});

@ObjectType({ description: 'Time in which an office is open; both days are included.' })
export class OfficePeriod {
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'First date of the office. Null: not known.',
  })
  from!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Last date of the office. Null: it is open.',
  })
  until!: string | null;
}

@ObjectType({ implements: [Node, BaseEntity], description: 'Office of BPJS Ketenagakerjaan.' })
@Entity('office')
export class Office extends BaseEntity {
  @Field(() => OfficeLevel, { description: 'Level of the office.' })
  @Column({ type: 'text' })
  level!: OfficeLevel;

  @Field(() => String, {
    description: 'Name of the office as the sources write it, for instance "Kantor Cabang Serang".',
  })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => String, {
    description: 'Name of the office with its level, for instance "Kanwil Banten"; show this one.',
  })
  @Column({ type: 'text', insert: false, update: false })
  displayName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Internal code of the office, unique. Null: not known.',
  })
  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Field(() => Office, {
    nullable: true,
    description: 'Office above. Null: it is the head office, or not known.',
  })
  @ManyToOne(() => Office, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'parent_id' })
  parent!: Relation<Office> | null;

  @Column({ type: 'uuid', nullable: true })
  parentId!: string | null;

  @Field(() => Region, {
    nullable: true,
    description: 'Province, regency or city in which the office has its seat. Null: not known.',
  })
  @ManyToOne(() => Region, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  region!: Relation<Region> | null;

  @Column({ type: 'uuid', nullable: true })
  regionId!: string | null;

  @Field(() => String, { nullable: true, description: 'Street address of the office. Null: not known.' })
  @Column({ type: 'text', nullable: true })
  address!: string | null;

  @Field(() => OfficePeriod, {
    nullable: true,
    description: 'Time in which the office is open. Null: its start is not known, and it is open.',
  })
  period!: OfficePeriod | null;

  @Column({ type: 'date', nullable: true })
  openedFrom!: string | null;

  @Column({ type: 'date', nullable: true })
  closedUntil!: string | null;

  @Field(() => String, { nullable: true, description: 'Remark on the office. Null: none.' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Field(() => [OfficeServiceArea], {
    description:
      'Regions that the office serves or served, by region and time. The closing of the office ends all of them.',
  })
  serviceAreas!: Relation<OfficeServiceArea>[];

  @Field(() => [Citation], { description: 'Sources in which the office, or one field of it, was read.' })
  citations!: Relation<Citation>[];
}

readable(Office, 'office', {
  period: group({ from: column('opened_from'), until: column('closed_until') }),
  serviceAreas: many(
    () => OfficeServiceArea,
    (office, area) => `${area}.office_id = ${office}.id`,
    (area) =>
      `(select r.code from region r where r.id = ${area}.region_id), coalesce(${area}.valid_from, '-infinity'::date), ${area}.id`,
  ),
  citations: citations('office'),
});
