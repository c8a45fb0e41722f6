import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, type Relation } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { many, one, readable } from '../kernel/readable.js';
import { CalendarDateScalar } from '../kernel/scalars.js';
import { Official } from '../official/index.js';
import { Region } from '../region/index.js';
import { Citation, citations } from '../source/index.js';

export enum AwardLevel {
  PROVINCE = 'PROVINCE',
  NATIONAL = 'NATIONAL',
}
registerEnumType(AwardLevel, {
  name: 'AwardLevel',
  description: 'Level at which an award was given: by the province, or nationally.',
});

@ObjectType({
  implements: [Node, BaseEntity],
  description: 'Award given to a regional government, for instance the Paritrana Award.',
})
@Entity('award')
export class Award extends BaseEntity {
  @Field(() => String, { description: 'Name of the award.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => Int, { description: 'Year of the edition, which may precede the ceremony.' })
  @Column({ type: 'integer' })
  editionYear!: number;

  @Field(() => AwardLevel, { description: 'Level at which it was given.' })
  @Column({ type: 'text' })
  level!: AwardLevel;

  @Field(() => String, { nullable: true, description: 'Category of the award. Null: not stated.' })
  @Column({ type: 'text', nullable: true })
  category!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Rank within the category, 1 is the first. Null: not stated.',
  })
  @Column({ type: 'integer', nullable: true })
  rank!: number | null;

  @Field(() => Region, { description: 'Region whose government received the award.' })
  recipient!: Relation<Region>;

  @Column({ type: 'uuid' })
  regionId!: string;

  @Field(() => String, { nullable: true, description: 'Givers as written in the source. Null: not stated.' })
  @Column({ type: 'text', nullable: true })
  givenBy!: string | null;

  @Field(() => [Official], {
    description: 'Officials who gave the award, as far as they are registered, by name.',
  })
  givenByOfficials!: Relation<Official>[];

  @Field(() => String, {
    nullable: true,
    description: 'Person who received it, as written in the source. Null: not stated.',
  })
  @Column({ type: 'text', nullable: true })
  receivedBy!: string | null;

  @Field(() => Official, {
    nullable: true,
    description: 'Official who received it. Null: not stated or not registered.',
  })
  receivedByOfficial!: Relation<Official> | null;

  @Column({ type: 'uuid', nullable: true })
  receivedByOfficialId!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Date of the ceremony. Null: not known.' })
  @Column({ type: 'date', nullable: true })
  ceremonyOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Remark on the award, in Indonesian. Null: none.' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Field(() => [Citation], { description: 'Sources of the award.' })
  citations!: Relation<Citation>[];
}

readable(Award, 'award', {
  recipient: one(
    () => Region,
    (award, region) => `${region}.id = ${award}.region_id`,
  ),
  receivedByOfficial: one(
    () => Official,
    (award, official) => `${official}.id = ${award}.received_by_official_id`,
  ),
  givenByOfficials: many(
    () => Official,
    (award, official) =>
      `${official}.id in (select g.official_id from award_giver g where g.award_id = ${award}.id)`,
    (official) => `${official}.name, ${official}.id`,
  ),
  citations: citations('award'),
});
