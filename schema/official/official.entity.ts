import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { column, group, readable, value } from '../kernel/readable.js';
import { Office } from '../office/index.js';
import { Region } from '../region/index.js';
import { Citation, citations } from '../source/index.js';
import { OfficialContact, OfficialEvidence, OfficialTerm } from './official.types.js';

export enum OrganisationKind {
  REGION_GOVERNMENT = 'REGION_GOVERNMENT',
  AGENCY = 'AGENCY',
  OFFICE = 'OFFICE',
}
registerEnumType(OrganisationKind, {
  name: 'OrganisationKind',
  description:
    'Kind of organisation: government of a region, one of its agencies (OPD), or an office of BPJS Ketenagakerjaan.',
});

@ObjectType({
  implements: [Node, BaseEntity],
  description: 'Person in a post for a term; who holds two posts is two officials.',
})
@Entity('official')
export class Official extends BaseEntity {
  @Field(() => String, { description: 'Name of the person, as corrected.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => [String], { description: 'Spellings of the name in the sources, where they differ from it.' })
  @Column({ type: 'text', array: true })
  nameVariants!: string[];

  @Field(() => String, {
    description:
      'Name, post and place of the official, for instance "Ahmad Fatoni, Kepala Kantor Cabang Serang"; show this one.',
  })
  displayName!: string;

  @Field(() => String, {
    description: 'Post of the official as written, for instance "Kepala Kantor Cabang".',
  })
  @Column({ type: 'text' })
  post!: string;

  @Field(() => OrganisationKind, { description: 'Kind of organisation in which the post exists.' })
  @Column({ type: 'text' })
  organisationKind!: OrganisationKind;

  @Field(() => Region, {
    nullable: true,
    description: 'Region whose government or agency the post belongs to. Null: it belongs to an office.',
  })
  @ManyToOne(() => Region, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  region!: Relation<Region> | null;

  @Column({ type: 'uuid', nullable: true })
  regionId!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Agency (OPD) of the region, for instance "Dinas Tenaga Kerja". Null: the post is in no agency.',
  })
  @Column({ type: 'text', nullable: true })
  agency!: string | null;

  @Field(() => Office, {
    nullable: true,
    description: 'Office of BPJS Ketenagakerjaan that the post belongs to. Null: it belongs to a region.',
  })
  @ManyToOne(() => Office, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'office_id' })
  office!: Relation<Office> | null;

  @Column({ type: 'uuid', nullable: true })
  officeId!: string | null;

  @Field(() => Boolean, { description: 'Whether the post is held in an acting capacity (Pj, Plt, Pjs).' })
  @Column({ type: 'boolean' })
  isActing!: boolean;

  @Field(() => OfficialTerm, {
    nullable: true,
    description: 'Term of the official. Null: neither day is known.',
  })
  term!: OfficialTerm | null;

  @Column({ type: 'date', nullable: true })
  termFrom!: string | null;

  @Column({ type: 'date', nullable: true })
  termUntil!: string | null;

  @Field(() => OfficialEvidence, {
    nullable: true,
    description: 'Days on which sources name the person in the post. Null: no exact day is recorded.',
  })
  evidenced!: OfficialEvidence | null;

  @Column({ type: 'date', nullable: true })
  evidencedFrom!: string | null;

  @Column({ type: 'date', nullable: true })
  evidencedUntil!: string | null;

  @Field(() => OfficialContact, {
    nullable: true,
    description: 'How the official is reached. Null: not known, or the caller is no staff.',
  })
  contact!: OfficialContact | null;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Remark on the official. Null: none.' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Field(() => [Citation], { description: 'Sources in which the official, or one field of it, was read.' })
  citations!: Relation<Citation>[];
}

// officials are public, being named in agreements; how to reach them is not
const forStaff = (column: string) =>
  value((official) => `case when app.actor_id() is not null then ${official}.${column} end`);

readable(Official, 'official', {
  displayName: value(
    (o) => `app.official_title(${o}.name, ${o}.post, ${o}.region_id, ${o}.agency, ${o}.office_id)`,
  ),
  term: group({ from: column('term_from'), until: column('term_until') }),
  evidenced: group({ from: column('evidenced_from'), until: column('evidenced_until') }),
  contact: group({ phone: forStaff('phone'), email: forStaff('email') }),
  citations: citations('official'),
});
