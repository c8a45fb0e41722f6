import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { MouFact } from '../mou/index.js';

export enum MouRequirementState {
  LEGAL_REVIEW = 'LEGAL_REVIEW',
  SIGNED = 'SIGNED',
}
registerEnumType(MouRequirementState, {
  name: 'MouRequirementState',
  description: 'State that an agreement gets into by a decision.',
  valuesConfig: {
    LEGAL_REVIEW: { description: 'By submitting it: operators and coordinators.' },
    SIGNED: { description: 'By recording the signature: approvers and coordinators.' },
  },
});

export enum MouRequirementRole {
  OPERATOR = 'OPERATOR',
  COORDINATOR = 'COORDINATOR',
  APPROVER = 'APPROVER',
}
registerEnumType(MouRequirementRole, {
  name: 'MouRequirementRole',
  description: 'Role whose decision needs the fact.',
});

@ObjectType({ description: 'Fact that has to be recorded before a role brings an agreement into a state.' })
export class MouRequirement {
  @Field(() => MouRequirementState, { description: 'State that the agreement gets into.' })
  state!: MouRequirementState;

  @Field(() => MouRequirementRole, { description: 'Role that decides.' })
  role!: MouRequirementRole;

  @Field(() => MouFact, {
    description: 'Fact that has to be recorded; DOCUMENT before a signature is the signed text itself.',
  })
  fact!: MouFact;
}

@InputType({ description: 'Fact that has to be recorded before a role brings an agreement into a state.' })
export class MouRequirementInput {
  @Field(() => MouRequirementState, { description: 'State that the agreement gets into.' })
  state!: MouRequirementState;

  @Field(() => MouRequirementRole, { description: 'Role that decides.' })
  role!: MouRequirementRole;

  @Field(() => MouFact, { description: 'Fact that has to be recorded.' })
  fact!: MouFact;
}

/** The requirements as the table keeps them; null: not given. */
export function requirementCodes(
  requirements: readonly MouRequirementInput[] | null | undefined,
): string[] | null {
  if (!requirements) return null;
  return [...new Set(requirements.map(({ state, role, fact }) => `${state}:${role}:${fact}`))].sort();
}
