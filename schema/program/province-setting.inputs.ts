import { Field, InputType, Int } from 'type-graphql';
import { MouRequirementInput } from './mou-requirement.js';

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

  @Field(() => Int, {
    nullable: true,
    description: 'Number of people who have to agree before an agreement is signed, 0 to 5.',
  })
  mouApprovers?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of people who have to agree before a program runs, 0 to 5.',
  })
  programApprovers?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of people who have to agree before people enter a program, 0 to 5.',
  })
  enrollmentApprovers?: number | null;

  @Field(() => [MouRequirementInput], {
    nullable: true,
    description: 'All facts that have to be recorded before an agreement goes on, at most 100.',
  })
  mouRequirements?: MouRequirementInput[] | null;
}
