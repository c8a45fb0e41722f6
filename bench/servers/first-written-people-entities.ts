import 'reflect-metadata';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ProgramRow } from './first-written-program-entities.js';

@Entity('beneficiary')
export class BeneficiaryRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('uuid')
  regionId!: string;
}

@Entity('enrollment')
export class EnrollmentRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  state!: string;

  @Column('date')
  enteredOn!: string;

  @Column('uuid')
  beneficiaryId!: string;

  @ManyToOne(() => ProgramRow)
  @JoinColumn({ name: 'program_id' })
  program!: Relation<ProgramRow>;

  @Column('uuid')
  programId!: string;
}

export const peopleRows = [BeneficiaryRow, EnrollmentRow];
