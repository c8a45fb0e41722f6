import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable } from '../kernel/readable.js';

export enum ObservationUnit {
  PERSON = 'PERSON',
  PERCENT = 'PERCENT',
  RUPIAH = 'RUPIAH',
  MONTH = 'MONTH',
  FAMILY = 'FAMILY',
  CASE = 'CASE',
}
registerEnumType(ObservationUnit, {
  name: 'ObservationUnit',
  description: 'Unit of a reported figure; PERSON, RUPIAH, FAMILY and CASE are whole numbers.',
});

@ObjectType({
  implements: [Node, BaseEntity],
  description: 'What can be reported of a region, for instance the number of poor people.',
})
@Entity('indicator')
export class Indicator extends BaseEntity {
  @Field(() => String, { description: 'Stable code of the indicator, for instance "POVERTY_RATE".' })
  @Column({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'Indonesian name of the indicator.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'English name of the indicator.' })
  @Column({ type: 'text' })
  nameEn!: string;

  @Field(() => ObservationUnit, { description: 'Unit of all observations of the indicator.' })
  @Column({ type: 'text' })
  unit!: ObservationUnit;

  @Field(() => String, { description: 'What exactly is counted, in Indonesian.' })
  @Column({ type: 'text' })
  description!: string;
}

readable(Indicator, 'indicator');
