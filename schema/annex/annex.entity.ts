import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable, value } from '../kernel/readable.js';
import { CalendarDateScalar, DateTimeScalar } from '../kernel/scalars.js';
import { Program } from '../program/index.js';
import { Region } from '../region/index.js';
import { AnnexState } from './annex.enums.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description:
    'List of people as it was attached to a decree: frozen and hashed; `createdAt` says when it was sealed. Never visible to analysts.',
})
@Entity('annex')
export class Annex extends BaseEntity {
  @Field(() => Program, { description: 'Program that the people entered.' })
  @ManyToOne(() => Program, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'program_id' })
  program!: Relation<Program>;

  @Column({ type: 'uuid' })
  programId!: string;

  @Field(() => Region, { description: 'Payer region of the program.' })
  @ManyToOne(() => Region, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  region!: Relation<Region>;

  @Column({ type: 'uuid' })
  regionId!: string;

  @Field(() => String, { description: 'Number of the decree, as the enrollments have it.' })
  @Column({ type: 'text' })
  decree!: string;

  @Field(() => CalendarDateScalar, { description: 'Date of the decree.' })
  @Column({ type: 'date' })
  decreedOn!: string;

  @Field(() => Int, { description: 'Number of persons on the list.' })
  @Column({ type: 'integer' })
  peopleCount!: number;

  @Field(() => String, {
    description:
      'SHA-256 of the list in hexadecimal: its lines in order, columns parted by tabs, lines by line feeds, in UTF-8.',
  })
  @Column({ type: 'text' })
  digest!: string;

  @Field(() => String, { description: 'Code that confirms the paper, in groups of four characters.' })
  @Column({ type: 'text' })
  code!: string;

  @Field(() => String, {
    description: 'Path below the address of this service where anybody can confirm the paper.',
  })
  verifyPath!: string;

  @Field(() => String, {
    description:
      'Path below the address of this service where the list can be printed, for staff of the region.',
  })
  printPath!: string;

  @Field(() => AnnexState, { description: 'What became of it.' })
  @Column({ type: 'text' })
  state!: AnnexState;

  @Field(() => Boolean, { description: 'Whether the list still has the hash that it was sealed with.' })
  isIntact!: boolean;

  @Field(() => String, { nullable: true, description: 'Name of who sealed it. Null: not permitted.' })
  sealedByName!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the withdrawal. Null: it holds.',
  })
  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn. Null: it holds.' })
  @Column({ type: 'text', nullable: true })
  withdrawalReason!: string | null;
}

readable(Annex, 'annex', {
  code: value((annex) => `rtrim(regexp_replace(${annex}.code, '(.{4})', '\\1-', 'g'), '-')`),
  verifyPath: value((annex) => `'/verify/' || ${annex}.code`),
  printPath: value((annex) => `'/annexes/annex_' || replace(${annex}.id::text, '-', '')`),
  isIntact: value((annex) => `app.annex_is_intact(${annex})`),
  sealedByName: value((annex) => `app.staff_name(${annex}.sealed_by)`),
  viewerCan: value((annex) => `json_build_object('state', ${annex}.state, 'regionId', ${annex}.region_id)`),
});
