import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Changes of the settings of a province: absent or null keeps.' })
export class ProvinceSettingReviseInput {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether programs with unfounded months are refused at approval.',
  })
  refusesUnfoundedPrograms?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether village funds are excluded from the relief of PP 50/2025 as APBD is.',
  })
  apbdesCountsAsApbd?: boolean | null;
}
