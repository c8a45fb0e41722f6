import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, Info, ObjectType, Root } from 'type-graphql';
import { type Context, type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
import { selectionOf } from '../kernel/selection.js';
import type { Caller } from '../kernel/unit-of-work.js';
import { Beneficiary } from './beneficiary.entity.js';
import { beneficiaryCodes, findingTexts } from './beneficiary.problems.js';
import type { RevealOutcome, WarnedOutcome } from './beneficiary.service.js';
import { NikFinding } from './beneficiary.types.js';
import { nikFindingNames } from './nik.rules.js';

export const BeneficiaryUserError = userErrorOf('Beneficiary', beneficiaryCodes);

@ObjectType({ description: 'Something to look at that did not keep a beneficiary from being saved.' })
export class BeneficiaryWarning {
  @Field(() => NikFinding, { description: 'What disagrees.' })
  code!: NikFinding;

  @Field(() => String, { description: 'What disagrees and what to do, in the language of the caller.' })
  message!: string;
}

interface WarnedPayload extends Payload {
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
}

function warnedPayloadType(mutation: string) {
  @ObjectType(`${mutation}Payload`, { description: `What \`${mutation}\` came to.` })
  class WarnedPayloadType {
    @Field(() => Beneficiary, {
      name: 'beneficiary',
      nullable: true,
      description: 'Record after the change. Null: nothing was changed, see `userErrors`.',
    })
    record(
      @Root() payload: Payload,
      @Ctx() { caller }: Context,
      @Info() info: GraphQLResolveInfo,
    ): Promise<object | null> {
      return caller.reads.one(Beneficiary, payload.id, selectionOf(info));
    }

    @Field(() => [BeneficiaryUserError], {
      description: 'Problems to mend, in the order of the form; empty when the change was made.',
    })
    userErrors!: object[];

    @Field(() => [BeneficiaryWarning], {
      description: 'What to look at although it was saved; empty when nothing was.',
    })
    warnings!: BeneficiaryWarning[];
  }
  return WarnedPayloadType;
}

export const BeneficiaryRegisterPayload = warnedPayloadType('BeneficiaryRegister');
export const BeneficiaryRevisePayload = warnedPayloadType('BeneficiaryRevise');
export const BeneficiaryVerifyPayload = payloadType({
  mutation: 'BeneficiaryVerify',
  field: 'beneficiary',
  entity: () => Beneficiary,
  userError: BeneficiaryUserError,
});

@ObjectType({ description: 'What `beneficiaryRevealNik` came to.' })
export class BeneficiaryRevealNikPayload {
  @Field(() => String, {
    nullable: true,
    description: 'NIK in full; do not keep it. Null: not revealed, see `userErrors`.',
  })
  nik!: string | null;

  @Field(() => [BeneficiaryUserError], { description: 'Problems to mend; empty when it was revealed.' })
  userErrors!: object[];
}

/** Payload of a change with the findings of its record as warnings. */
export function warnedPayload(caller: Caller, { findings, ...outcome }: WarnedOutcome): WarnedPayload {
  const warnings = nikFindingNames
    .filter((name) => findings.includes(name))
    .map((code) => ({ code, message: findingTexts[code][caller.actor.locale] }));
  return { ...payloadOf(caller, outcome), warnings };
}

export function revealPayload(caller: Caller, { nik, problems }: RevealOutcome): object {
  return { nik, userErrors: payloadOf(caller, { id: null, problems }).userErrors };
}
