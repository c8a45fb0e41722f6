import { Field, ID, InputType, Int } from 'type-graphql';
import { RegulationKind, RegulationRelationKind } from './regulation.kinds.js';

@InputType({
  description:
    'Relation from the regulation to another one. What is absent or null is unknown, or there is none.',
})
export class RegulationRelationInput {
  @Field(() => RegulationRelationKind, { description: 'What the regulation does with the other one.' })
  kind!: RegulationRelationKind;

  @Field(() => ID, { description: 'Id of the other regulation.' })
  targetId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Remark. Required when the regulation is enacted already: where the relation is stated.',
  })
  note?: string | null;
}

@InputType({
  description:
    'New regulation, as a draft; record its enactment next when it is in force already. What is absent or null is unknown, or there is none.',
})
export class RegulationCreateInput {
  @Field(() => RegulationKind, { description: 'Kind of the regulation.' })
  kind!: RegulationKind;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the region that issues it. Null: a national instrument.',
  })
  issuerRegionId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the issuer, for instance "Menteri Ketenagakerjaan".',
  })
  issuerName?: string | null;

  @Field(() => String, { nullable: true, description: 'Number as written. Null: unknown, or not given yet.' })
  number?: string | null;

  @Field(() => Int, { nullable: true, description: 'Year in its name. Null: not given yet.' })
  year?: number | null;

  @Field(() => String, { nullable: true, description: 'Title, what follows "tentang". Null: unknown.' })
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What matters in it for employment social security. Null: not described.',
  })
  subject?: string | null;

  @Field(() => String, { nullable: true, description: 'Remark. Null: none.' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'First date in force, YYYY-MM-DD. Null: unknown.' })
  effectiveFrom?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Last date in force, YYYY-MM-DD, included. Null: no end is known.',
  })
  effectiveUntil?: string | null;

  @Field(() => [RegulationRelationInput], { nullable: true, description: 'Relations to other regulations.' })
  relations?: RegulationRelationInput[] | null;
}

@InputType({
  description:
    'Changes of a regulation: absent keeps, null clears. Once enacted, only unknown facts can be filled in.',
})
export class RegulationReviseInput {
  @Field(() => RegulationKind, { nullable: true, description: 'Kind of the regulation.' })
  kind?: RegulationKind | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the region that issues it. Null: a national instrument.',
  })
  issuerRegionId?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the issuer.' })
  issuerName?: string | null;

  @Field(() => String, { nullable: true, description: 'Number as written.' })
  number?: string | null;

  @Field(() => Int, { nullable: true, description: 'Year in its name.' })
  year?: number | null;

  @Field(() => String, { nullable: true, description: 'Title, what follows "tentang". Null: unknown.' })
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What matters in it for employment social security. Null: not described.',
  })
  subject?: string | null;

  @Field(() => String, { nullable: true, description: 'Remark; can always be changed.' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'Date of enactment, YYYY-MM-DD; not for a draft.' })
  enactedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Date of promulgation, YYYY-MM-DD; not for a draft.' })
  promulgatedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'First date in force, YYYY-MM-DD.' })
  effectiveFrom?: string | null;

  @Field(() => String, { nullable: true, description: 'Last date in force, YYYY-MM-DD, included.' })
  effectiveUntil?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'First date no longer in force, YYYY-MM-DD; only for a revoked one whose day was unknown.',
  })
  revokedOn?: string | null;

  @Field(() => [RegulationRelationInput], {
    nullable: true,
    description:
      'All relations to other regulations, instead of those before. Once enacted, those before have to stay among them.',
  })
  relations?: RegulationRelationInput[] | null;
}

@InputType({ description: 'Enactment of a draft, as far as it is known: absent keeps what the draft says.' })
export class RegulationEnactInput {
  @Field(() => String, { nullable: true, description: 'Number as written. Null: unknown.' })
  number?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Year in its name. Absent: that of the draft, else that of the enactment.',
  })
  year?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Date of enactment (ditetapkan), YYYY-MM-DD. Null: unknown.',
  })
  enactedOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Date of promulgation (diundangkan), YYYY-MM-DD. Null: unknown.',
  })
  promulgatedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'First date in force, YYYY-MM-DD. Null: unknown.' })
  effectiveFrom?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Last date in force, YYYY-MM-DD, included. Null: no end is known.',
  })
  effectiveUntil?: string | null;
}

@InputType({ description: 'Revocation of an enacted regulation: by which other one, or why.' })
export class RegulationRevokeInput {
  @Field(() => String, {
    nullable: true,
    description:
      'First date no longer in force, YYYY-MM-DD. Null: the first day of the regulation that revokes it.',
  })
  revokedOn?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the regulation that revokes it. Null: none is recorded.',
  })
  revokedById?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Reason; required when no regulation is named. Null: not stated.',
  })
  reason?: string | null;
}
