import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Category } from '../category/index.js';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { CalendarDateScalar } from '../kernel/scalars.js';
import { Region } from '../region/index.js';
import {
  BeneficiaryAddress,
  BeneficiaryDecile,
  BeneficiaryVerification,
  NikFinding,
  Sex,
} from './beneficiary.types.js';
import { NikScalar } from './nik.scalar.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description:
    'Registration of a person by one region. Visible only to staff of that region and its province; never to analysts.',
})
@Entity('beneficiary')
export class Beneficiary extends BaseEntity {
  @Field(() => Region, { description: 'Province, regency or city that registered the person.' })
  @ManyToOne(() => Region, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  region!: Relation<Region>;

  @Column({ type: 'uuid' })
  regionId!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  // the login of the program may write the column, not read it
  @Column({ type: 'bytea', select: false })
  nikCiphertext!: Buffer;

  @Column({ type: 'integer' })
  nikKeyId!: number;

  @Field(() => NikScalar, { description: 'NIK of the person, hidden but for province and serial.' })
  @Column({ type: 'text', name: 'nik_mask' })
  nik!: string;

  @Field(() => [NikFinding], { description: 'Where NIK and other data disagree; empty when nowhere.' })
  @Column({ type: 'text', array: true })
  nikFindings!: NikFinding[];

  @Field(() => String, { description: 'Name of the person as the identity card has it.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Date of birth. Null: unknown.' })
  @Column({ type: 'date', nullable: true })
  birthDate!: string | null;

  @Field(() => Int, { nullable: true, description: 'Age in completed years today. Null: unknown.' })
  ageYears!: number | null;

  @Field(() => String, { nullable: true, description: 'Place of birth. Null: unknown.' })
  @Column({ type: 'text', nullable: true })
  birthPlace!: string | null;

  @Field(() => Sex, { nullable: true, description: 'Sex of the person. Null: unknown.' })
  @Column({ type: 'text', nullable: true })
  sex!: Sex | null;

  @Field(() => BeneficiaryAddress, { description: 'Address of the person.' })
  address!: BeneficiaryAddress;

  @Column({ type: 'text', name: 'address', nullable: true })
  addressText!: string | null;

  @Column({ type: 'uuid', nullable: true })
  addressRegionId!: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone number, digits only. Null: unknown.' })
  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Field(() => Category, { nullable: true, description: 'Category of work. Null: not yet known.' })
  @ManyToOne(() => Category, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'category_id' })
  category!: Relation<Category> | null;

  @Column({ type: 'uuid', nullable: true })
  categoryId!: string | null;

  @Field(() => BeneficiaryDecile, {
    nullable: true,
    description: 'Welfare decile of the family. Null: not ranked, or unknown.',
  })
  decile!: BeneficiaryDecile | null;

  @Column({ type: 'integer', name: 'decile', nullable: true })
  decileValue!: number | null;

  @Column({ type: 'text', nullable: true })
  decileSource!: string | null;

  @Column({ type: 'date', nullable: true })
  decileOn!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Date of death. Null: alive, or unknown.' })
  @Column({ type: 'date', nullable: true })
  diedOn!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date on which the person moved out of the region. Null: lives there.',
  })
  @Column({ type: 'date', nullable: true })
  movedOutOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Remark on the person, in Indonesian. Null: none.' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Field(() => [BeneficiaryVerification], {
    description: 'Latest result of every kind of check, NOT_CHECKED where nobody checked.',
  })
  verifications!: BeneficiaryVerification[];
}
