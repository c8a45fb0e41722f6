import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable, value } from '../kernel/readable.js';
import { Office } from '../office/index.js';
import { Official } from '../official/index.js';
import { Region } from '../region/index.js';
import { MouPartyKind } from './mou.enums.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description: 'Party to an agreement, with the number and the signatory on its side.',
})
@Entity('mou_party')
export class MouParty extends BaseEntity {
  @Column({ type: 'uuid' })
  mouId!: string;

  @Field(() => Int, { description: 'Place of the party in the text: 1 for Pihak Kesatu.' })
  @Column({ type: 'integer' })
  position!: number;

  @Field(() => MouPartyKind, { description: 'Kind of organisation.' })
  @Column({ type: 'text' })
  kind!: MouPartyKind;

  @Field(() => String, {
    description:
      'Name of the organisation, for instance "Pemerintah Kota Cilegon" or "Kantor Cabang Serang".',
  })
  displayName!: string;

  @Field(() => Region, {
    nullable: true,
    description: 'Region of a government or agency. Null: it is neither.',
  })
  @ManyToOne(() => Region, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  region!: Relation<Region> | null;

  @Column({ type: 'uuid', nullable: true })
  regionId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the agency (perangkat daerah). Null: it is no agency.',
  })
  @Column({ type: 'text', nullable: true })
  agency!: string | null;

  @Field(() => Office, { nullable: true, description: 'Office of BPJS Ketenagakerjaan. Null: it is none.' })
  @ManyToOne(() => Office, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'office_id' })
  office!: Relation<Office> | null;

  @Column({ type: 'uuid', nullable: true })
  officeId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of any other organisation. Null: it is one of the kinds above.',
  })
  @Column({ type: 'text', nullable: true })
  otherName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number that this party gave to the agreement. Null: unknown.',
  })
  @Column({ type: 'text', nullable: true })
  number!: string | null;

  @Field(() => Official, {
    nullable: true,
    description: 'Official who signed for this party. Null: unknown.',
  })
  @ManyToOne(() => Official, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'signatory_id' })
  signatory!: Relation<Official> | null;

  @Column({ type: 'uuid', nullable: true })
  signatoryId!: string | null;
}

readable(MouParty, 'mouparty', {
  displayName: value(
    (party) => `case ${party}.kind
      when 'REGION_GOVERNMENT' then (select 'Pemerintah ' || r.display_name from region r where r.id = ${party}.region_id)
      when 'AGENCY' then ${party}.agency || ' ' || (select r.display_name from region r where r.id = ${party}.region_id)
      when 'OFFICE' then (select o.display_name from office o where o.id = ${party}.office_id)
      else ${party}.other_name end`,
  ),
});
