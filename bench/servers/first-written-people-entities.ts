import 'reflect-metadata';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

@Entity('program')
export class ProgramRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;
}

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
}

export const peopleRows = [ProgramRow, BeneficiaryRow, EnrollmentRow];
