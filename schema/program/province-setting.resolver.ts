import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Input } from '../kernel/arguments.js';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { selectionOf } from '../kernel/selection.js';
import { ProvinceSetting } from './province-setting.entity.js';
import { ProvinceSettingReviseInput } from './province-setting.inputs.js';
import { provinceSettingCodes } from './province-setting.problems.js';
import type { ProvinceSettingService } from './province-setting.service.js';

const ProvinceSettingRevisePayload = payloadType({
  mutation: 'ProvinceSettingRevise',
  field: 'provinceSetting',
  entity: () => ProvinceSetting,
  userError: userErrorOf('ProvinceSetting', provinceSettingCodes),
});

@Resolver(() => ProvinceSetting)
export class ProvinceSettingResolver {
  constructor(private readonly service: ProvinceSettingService) {}

  @Query(() => ProvinceSetting, {
    nullable: true,
    description:
      'Settings of the province in which the region lies. Null: the defaults hold (unfounded programs are flagged, APBDes counts as APBD, one person beside the last editor approves). For staff.',
  })
  provinceSetting(
    @Ctx() { caller }: Context,
    @Arg('regionId', () => ID, { description: 'Id of the province, or of a region in it.' }) regionId: string,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.find(caller, regionId, selectionOf(info));
  }

  @Mutation(() => ProvinceSettingRevisePayload, {
    description: 'Changes the settings of a province. For administrators, and its coordinators.',
  })
  async provinceSettingRevise(
    @Ctx() { caller }: Context,
    @Arg('regionId', () => ID, { description: 'Id of the province.' }) regionId: string,
    @Arg('expectedVersion', () => Int, {
      description: 'Version that the change was made for; 0 while the defaults hold.',
    })
    expectedVersion: number,
    @Input(() => ProvinceSettingReviseInput) input: ProvinceSettingReviseInput,
  ): Promise<Payload> {
    return payloadOf(caller, await this.service.revise(caller, { regionId, expectedVersion }, input));
  }
}
