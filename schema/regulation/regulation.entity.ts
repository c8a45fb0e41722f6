import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Document } from '../document/index.js';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { CalendarDateScalar } from '../kernel/scalars.js';
import { Region } from '../region/index.js';
import { Citation } from '../source/index.js';
import { RegulationKind, RegulationPhase, RegulationState } from './regulation.kinds.js';
import { RegulationImpact, RegulationPeriod, RegulationRevocation } from './regulation.parts.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description:
    'Law, regulation, instruction, circular or decision. Everybody sees it once enacted; drafts stay within their region.',
})
@Entity('regulation')
export class Regulation extends BaseEntity {
  @Field(() => RegulationKind, { description: 'Kind of the regulation.' })
  @Column({ type: 'text' })
  kind!: RegulationKind;

  @Field(() => Region, { nullable: true, description: 'Region that issued it. Null: a national instrument.' })
  @ManyToOne(() => Region, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  issuerRegion!: Relation<Region> | null;

  @Column({ type: 'uuid', nullable: true })
  regionId!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Name of the issuer, for instance "Menteri Ketenagakerjaan". Null: the kind and the region say it.',
  })
  @Column({ type: 'text', nullable: true })
  issuerName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number as written, for instance "41" or "842.2/5193/SJ". Null: unknown, or not given yet.',
  })
  @Column({ type: 'text', nullable: true })
  number!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Year in the name of the regulation. Null: a draft without a year yet.',
  })
  @Column({ type: 'integer', nullable: true })
  year!: number | null;

  @Field(() => String, { nullable: true, description: 'Title, what follows "tentang". Null: unknown.' })
  @Column({ type: 'text', nullable: true })
  title!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What matters in it for employment social security. Null: not described.',
  })
  @Column({ type: 'text', nullable: true })
  subject!: string | null;

  @Field(() => String, { nullable: true, description: 'Remark of those who keep the record. Null: none.' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Field(() => String, {
    description: 'Name as one cites it, for instance "Perwal Kota Cilegon Nomor 41 Tahun 2024".',
  })
  @Column({ type: 'text', insert: false, update: false })
  displayTitle!: string;

  @Field(() => RegulationState, { description: 'What was last decided on the regulation.' })
  @Column({ type: 'text' })
  state!: RegulationState;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date of enactment (ditetapkan). Null: unknown, or a draft.',
  })
  @Column({ type: 'date', nullable: true })
  enactedOn!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date of promulgation (diundangkan). Null: unknown, or not promulgated.',
  })
  @Column({ type: 'date', nullable: true })
  promulgatedOn!: string | null;

  @Column({ type: 'date', nullable: true })
  effectiveFrom!: string | null;

  @Column({ type: 'date', nullable: true })
  effectiveUntil!: string | null;

  @Column({ type: 'date', nullable: true })
  revokedOn!: string | null;

  @Column({ type: 'text', nullable: true })
  revocationReason!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description:
      'First date in force as far as known: the start of `period`, else the promulgation, else the enactment, else 1 January of the year. Null: a draft without any of them.',
  })
  @Column({ type: 'date', nullable: true, insert: false, update: false })
  inForceFrom!: string | null;

  @Field(() => RegulationPeriod, {
    nullable: true,
    description: 'Period that the regulation itself states. Null: unknown.',
  })
  period!: RegulationPeriod | null;

  @Field(() => RegulationRevocation, {
    nullable: true,
    description:
      'How it was revoked. Null: not revoked, or known only from the regulation that revokes it (`relatedBy`).',
  })
  revocation!: RegulationRevocation | null;

  @Field(() => RegulationPhase, { description: 'Where the regulation stands today.' })
  phase!: RegulationPhase;

  @Field(() => RegulationImpact, {
    description: 'How much stands on the regulation and would be touched by revoking it.',
  })
  impact!: RegulationImpact;

  @Field(() => [Document], {
    description: 'Attached files; empty: none, or not permitted: shown to staff of its region only.',
  })
  documents!: Relation<Document>[];

  @Field(() => [Citation], { description: 'Sources of the regulation and of its single fields.' })
  citations!: Relation<Citation>[];
}
