import { Field, ID, InputType } from 'type-graphql';
import { OfficeLevel } from './office.entity.js';

@InputType({
  description:
    'Region that an office serves, for some time. What is absent or null is unknown, or there is none.',
})
export class OfficeServiceAreaInput {
  @Field(() => ID, { description: 'Id of the province, regency or city.' })
  regionId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'First date of the service, YYYY-MM-DD. Null: not known.',
  })
  from?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Last date of the service, included, YYYY-MM-DD. Null: it goes on.',
  })
  until?: string | null;

  @Field(() => String, { nullable: true, description: 'Remark on the evidence for the service.' })
  note?: string | null;
}

@InputType({
  description: 'New office of BPJS Ketenagakerjaan. What is absent or null is unknown, or there is none.',
})
export class OfficeCreateInput {
  @Field(() => OfficeLevel, { description: 'Level of the office.' })
  level!: OfficeLevel;

  @Field(() => String, { description: 'Name of the office as the sources write it.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Internal code of the office, unique. Null: not known.',
  })
  code?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the office above. Null: head office, or not known.',
  })
  parentId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the province, regency or city of the seat. Null: not known.',
  })
  regionId?: string | null;

  @Field(() => String, { nullable: true, description: 'Street address of the office. Null: not known.' })
  address?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'First date of the office, YYYY-MM-DD. Null: not known.',
  })
  openedFrom?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Last date of the office, YYYY-MM-DD. Null: it is open.',
  })
  closedUntil?: string | null;

  @Field(() => String, { nullable: true, description: 'Remark on the office.' })
  note?: string | null;

  @Field(() => [OfficeServiceAreaInput], {
    nullable: true,
    description: 'Regions that the office serves or served. Null: none known.',
  })
  serviceAreas?: OfficeServiceAreaInput[] | null;
}

@InputType({ description: 'Changes of an office: absent keeps, null clears.' })
export class OfficeReviseInput {
  @Field(() => OfficeLevel, { nullable: true, description: 'Level of the office.' })
  level?: OfficeLevel | null;

  @Field(() => String, { nullable: true, description: 'Name of the office as the sources write it.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Internal code of the office, unique. Null: not known.',
  })
  code?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the office above. Null: head office, or not known.',
  })
  parentId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the province, regency or city of the seat. Null: not known.',
  })
  regionId?: string | null;

  @Field(() => String, { nullable: true, description: 'Street address of the office. Null: not known.' })
  address?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'First date of the office, YYYY-MM-DD. Null: not known.',
  })
  openedFrom?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Last date of the office, YYYY-MM-DD. Null: it is open.',
  })
  closedUntil?: string | null;

  @Field(() => String, { nullable: true, description: 'Remark on the office.' })
  note?: string | null;

  @Field(() => [OfficeServiceAreaInput], {
    nullable: true,
    description: 'All regions that the office serves or served, as a whole. Null or empty: none.',
  })
  serviceAreas?: OfficeServiceAreaInput[] | null;
}

@InputType({ description: 'Closing of an office.' })
export class OfficeCloseInput {
  @Field(() => String, { description: 'Last date of the office, included, YYYY-MM-DD.' })
  closedOn!: string;
}
