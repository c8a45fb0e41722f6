import { Field, ObjectType } from 'type-graphql';
import { Beneficiary } from '../beneficiary/index.js';
import { type FieldRead, group, one, value } from '../kernel/readable.js';
import { Program } from '../program/index.js';
import { Region } from '../region/index.js';

@ObjectType({ description: 'One side of a conflict between payers.' })
export class CoverageSide {
  @Field(() => Region, { nullable: true, description: 'Payer region; never null here.' })
  region!: Region | null;

  @Field(() => Program, { nullable: true, description: 'Program of the payer. Null: not told apart.' })
  program!: Program | null;

  @Field(() => Beneficiary, {
    nullable: true,
    description: 'Registration of the person by this payer. Null: it is no longer there.',
  })
  beneficiary!: Beneficiary | null;
}

/** One side of a conflict; null as a whole for whoever may not see the people of its region. */
export function sideRead({
  region,
  program,
}: {
  readonly region: string;
  readonly program: (row: string) => string;
}): FieldRead {
  return group({
    isVisible: value((row) => `case when ${row}.${region} in (select app.person_regions()) then true end`),
    region: one(
      () => Region,
      (row, child) => `${child}.id = ${row}.${region}`,
    ),
    program: one(
      () => Program,
      (row, child) => `${child}.id = ${program(row)}`,
    ),
    beneficiary: one(
      () => Beneficiary,
      (row, child) => `${child}.person_id = ${row}.person_id and ${child}.region_id = ${row}.${region}`,
    ),
  });
}
