import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable, value } from '../kernel/readable.js';
import { Region } from '../region/index.js';
import { MouRequirement } from './mou-requirement.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description: 'What a province has decided where the law leaves it open.',
})
@Entity('province_setting')
export class ProvinceSetting extends BaseEntity {
  @Field(() => Region, { description: 'Province whose setting it is.' })
  @ManyToOne(() => Region, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  region!: Relation<Region>;

  @Column({ type: 'uuid' })
  regionId!: string;

  @Field(() => Boolean, {
    description:
      'Whether a program with months outside its legal basis or agreement is refused at approval; otherwise it is flagged.',
  })
  @Column({ type: 'boolean' })
  refusesUnfoundedPrograms!: boolean;

  @Field(() => Boolean, {
    description: 'Whether village funds (APBDes) are excluded from the relief of PP 50/2025 as APBD is.',
  })
  @Column({ type: 'boolean' })
  apbdesCountsAsApbd!: boolean;

  @Field(() => Int, {
    description:
      'Number of people, never counting the last editor, who have to agree before an agreement is signed; 0: one person may write and sign.',
  })
  @Column({ type: 'integer' })
  mouApprovers!: number;

  @Field(() => Int, {
    description:
      'Number of people, never counting the last editor, who have to agree before a program with its budget runs; 0: none.',
  })
  @Column({ type: 'integer' })
  programApprovers!: number;

  @Field(() => Int, {
    description:
      'Number of people, never counting who proposed or last edited, who have to agree before people enter a program; 0: none.',
  })
  @Column({ type: 'integer' })
  enrollmentApprovers!: number;

  @Field(() => [MouRequirement], {
    description: 'Facts that have to be recorded before an agreement goes on; empty: none but two parties.',
  })
  @Column({ type: 'text', array: true })
  mouRequirements!: string[];
}

readable(ProvinceSetting, 'provincesetting', {
  mouRequirements: value(
    (setting) => `(select coalesce(json_agg(json_build_object('state', split_part(r, ':', 1),
      'role', split_part(r, ':', 2), 'fact', split_part(r, ':', 3)) order by r), '[]') from unnest(${setting}.mou_requirements) r)`,
  ),
});
