import { Field, ID, InputType, Int } from 'type-graphql';
import { AwardLevel } from './award.entity.js';

@InputType({ description: 'New award to a regional government.' })
export class AwardCreateInput {
  @Field(() => String, { description: 'Name of the award, for instance "Paritrana Award".' })
  name!: string;

  @Field(() => Int, { description: 'Year of the edition, 2000 to 2200.' })
  editionYear!: number;

  @Field(() => AwardLevel, { description: 'Level at which it was given.' })
  level!: AwardLevel;

  @Field(() => String, { nullable: true, description: 'Category of the award. Null: not stated.' })
  category?: string | null;

  @Field(() => Int, { nullable: true, description: 'Rank, 1 to 1000. Null: not stated.' })
  rank?: number | null;

  @Field(() => ID, { description: 'Id of the region whose government received it.' })
  recipientId!: string;

  @Field(() => String, { nullable: true, description: 'Givers as written. Null: not stated.' })
  givenBy?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of the officials who gave it. Null: none is registered.',
  })
  givenByOfficialIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Person who received it, as written. Null: not stated.',
  })
  receivedBy?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the official who received it. Null: not registered.',
  })
  receivedByOfficialId?: string | null;

  @Field(() => String, { nullable: true, description: 'Date of the ceremony, YYYY-MM-DD. Null: not known.' })
  ceremonyOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Remark, in Indonesian. Null: none.' })
  note?: string | null;
}

@InputType({ description: 'Corrections of an award: absent keeps, null clears.' })
export class AwardReviseInput {
  @Field(() => String, { nullable: true, description: 'Name of the award; cannot be cleared.' })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: 'Year of the edition; cannot be cleared.' })
  editionYear?: number | null;

  @Field(() => AwardLevel, { nullable: true, description: 'Level at which it was given; cannot be cleared.' })
  level?: AwardLevel | null;

  @Field(() => String, { nullable: true, description: 'Category of the award. Null: not stated.' })
  category?: string | null;

  @Field(() => Int, { nullable: true, description: 'Rank, 1 to 1000. Null: not stated.' })
  rank?: number | null;

  @Field(() => String, { nullable: true, description: 'Givers as written. Null: not stated.' })
  givenBy?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of all officials who gave it. Null: none is registered.',
  })
  givenByOfficialIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Person who received it, as written. Null: not stated.',
  })
  receivedBy?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the official who received it. Null: not registered.',
  })
  receivedByOfficialId?: string | null;

  @Field(() => String, { nullable: true, description: 'Date of the ceremony, YYYY-MM-DD. Null: not known.' })
  ceremonyOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Remark, in Indonesian. Null: none.' })
  note?: string | null;
}
