import { Field, ID, InputType } from 'type-graphql';
import { RegionLevel } from './region.entity.js';

@InputType({ description: 'New region, for instance after a regency was split.' })
export class RegionCreateInput {
  @Field(() => String, { description: 'Code by the Ministry of Home Affairs, for instance "36.75".' })
  code!: string;

  @Field(() => String, { description: 'Name without the kind of region, for instance "Cilangkahan".' })
  name!: string;

  @Field(() => RegionLevel, { description: 'Level of the region.' })
  level!: RegionLevel;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the region directly above. Null: it is a province.',
  })
  parentId?: string | null;
}

@InputType({ description: 'Changes of a region: absent keeps, null clears.' })
export class RegionReviseInput {
  @Field(() => String, { nullable: true, description: 'Name without the kind of region.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Last date on which the region existed, YYYY-MM-DD. Null: it exists.',
  })
  endedOn?: string | null;
}
