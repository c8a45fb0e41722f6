import { Field, ObjectType } from 'type-graphql';
import { type Payload, payloadOf, payloadType, userErrorOf } from '../kernel/payload.js';
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

const beneficiary = {
  field: 'beneficiary',
  entity: () => Beneficiary,
  userError: BeneficiaryUserError,
};
const warnings = {
  type: (): [typeof BeneficiaryWarning] => [BeneficiaryWarning],
  description: 'What to look at although it was saved; empty when nothing was.',
};
export const BeneficiaryRegisterPayload = payloadType({
  mutation: 'BeneficiaryRegister',
  ...beneficiary,
  more: { warnings },
});
export const BeneficiaryRevisePayload = payloadType({
  mutation: 'BeneficiaryRevise',
  ...beneficiary,
  more: { warnings },
});
export const BeneficiaryVerifyPayload = payloadType({ mutation: 'BeneficiaryVerify', ...beneficiary });

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
