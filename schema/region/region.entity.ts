import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { many, readable } from '../kernel/readable.js';
import { CalendarDateScalar, RegionCodeScalar } from '../kernel/scalars.js';

export enum RegionLevel {
  PROVINCE = 'PROVINCE',
  REGENCY = 'REGENCY',
  CITY = 'CITY',
  DISTRICT = 'DISTRICT',
  WARD = 'WARD',
  VILLAGE = 'VILLAGE',
}
registerEnumType(RegionLevel, {
  name: 'RegionLevel',
  description:
    'Level of a region: province; regency (kabupaten) or city (kota); district (kecamatan); ward (kelurahan) or village (desa).',
});

@ObjectType({
  implements: [Node, BaseEntity],
  description:
    'Province, regency, city, district, ward or village. Source: idn-area-data, from the Ministry of Home Affairs.',
})
@Entity('region')
export class Region extends BaseEntity {
  @Field(() => RegionCodeScalar, {
    description:
      'Code by the Ministry of Home Affairs, for instance "36.72"; it may change when regions split.',
  })
  @Column({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'Name without the kind of region, for instance "Cilegon".' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => String, {
    description: 'Name with the kind of region, for instance "Kota Cilegon"; show this one.',
  })
  @Column({ type: 'text', insert: false, update: false })
  displayName!: string;

  @Field(() => RegionLevel, { description: 'Level of the region.' })
  @Column({ type: 'text' })
  level!: RegionLevel;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Last date on which the region existed. Null: it exists.',
  })
  @Column({ type: 'date', nullable: true })
  endedOn!: string | null;

  @Field(() => Region, { nullable: true, description: 'Region directly above. Null: it is a province.' })
  @ManyToOne(() => Region, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'parent_id' })
  parent!: Relation<Region> | null;

  @Column({ type: 'uuid', nullable: true })
  parentId!: string | null;

  @Field(() => [Region], { description: 'Regions above, from the province down; empty for a province.' })
  ancestors!: Relation<Region>[];
}

readable(Region, 'region', {
  ancestors: many(
    () => Region,
    (parent, child) => `${child}.id in (select app.region_ancestors(${parent}.parent_id))`,
    (child) => `length(${child}.code)`,
  ),
});
