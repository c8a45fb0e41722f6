import 'reflect-metadata';
import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import { MouRow, RegulationRow } from './first-written-entities.js';

@Entity('program')
export class ProgramRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column('text')
  name!: string;

  @Column('uuid')
  regionId!: string;

  @Column('date')
  monthFrom!: string;

  @Column('date')
  monthUntil!: string;

  @Column('text')
  segment!: string;

  @Column({ type: 'integer', nullable: true })
  quota!: number | null;

  @OneToMany(
    () => ProgramMouRow,
    ({ program }) => program,
    { cascade: ['insert'] },
  )
  mouLinks!: Relation<ProgramMouRow>[];

  @OneToMany(
    () => ProgramBasisRow,
    ({ program }) => program,
    { cascade: ['insert'] },
  )
  basisLinks!: Relation<ProgramBasisRow>[];

  @OneToMany(
    () => BudgetLineRow,
    ({ program }) => program,
    { cascade: ['insert'] },
  )
  budgetLines!: Relation<BudgetLineRow>[];
}

@Entity('program_mou')
export class ProgramMouRow {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(
    () => ProgramRow,
    ({ mouLinks }) => mouLinks,
  )
  @JoinColumn({ name: 'program_id' })
  program!: Relation<ProgramRow>;

  @ManyToOne(() => MouRow)
  @JoinColumn({ name: 'mou_id' })
  mou!: Relation<MouRow>;

  @Column('uuid')
  mouId!: string;
}

@Entity('program_legal_basis')
export class ProgramBasisRow {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(
    () => ProgramRow,
    ({ basisLinks }) => basisLinks,
  )
  @JoinColumn({ name: 'program_id' })
  program!: Relation<ProgramRow>;

  @ManyToOne(() => RegulationRow)
  @JoinColumn({ name: 'regulation_id' })
  regulation!: Relation<RegulationRow>;

  @Column('uuid')
  regulationId!: string;
}

@Entity('budget_line')
export class BudgetLineRow {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(
    () => ProgramRow,
    ({ budgetLines }) => budgetLines,
  )
  @JoinColumn({ name: 'program_id' })
  program!: Relation<ProgramRow>;

  @Column('integer')
  fiscalYear!: number;

  @Column('text')
  fundingSource!: string;

  @Column('numeric')
  originalRupiah!: string;
}

export const programRows = [ProgramRow, ProgramMouRow, ProgramBasisRow, BudgetLineRow];
