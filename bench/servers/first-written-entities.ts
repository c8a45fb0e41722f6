import 'reflect-metadata';
import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';

// the same tables as a team maps them when TypeORM does the reading: relations on both sides

@Entity('region')
export class RegionRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  displayName!: string;

  @Column('text')
  level!: string;
}

@Entity('office')
export class OfficeRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  displayName!: string;

  @Column('text')
  level!: string;
}

@Entity('regulation')
export class RegulationRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  displayTitle!: string;

  @Column({ type: 'integer', nullable: true })
  year!: number | null;
}

@Entity('mou')
export class MouRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  titleAsWritten!: string;

  @Column({ type: 'text', nullable: true })
  subject!: string | null;

  @Column({ type: 'text', default: 'DRAFT' })
  state!: string;

  @Column({ type: 'date', nullable: true })
  signedOn!: string | null;

  @Column({ type: 'text', nullable: true })
  signedPlace!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @ManyToOne(() => RegionRow)
  @JoinColumn({ name: 'region_id' })
  region!: Relation<RegionRow>;

  @Column('uuid')
  regionId!: string;

  @OneToMany(
    () => PartyRow,
    ({ mou }) => mou,
  )
  parties!: Relation<PartyRow>[];
}

@Entity('mou_party')
export class PartyRow {
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(
    () => MouRow,
    ({ parties }) => parties,
  )
  @JoinColumn({ name: 'mou_id' })
  mou!: Relation<MouRow>;

  @Column('uuid')
  mouId!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  kind!: string;

  @Column({ type: 'text', nullable: true })
  number!: string | null;

  @Column({ type: 'uuid', nullable: true })
  regionId!: string | null;

  @ManyToOne(() => OfficeRow, { nullable: true })
  @JoinColumn({ name: 'office_id' })
  office!: Relation<OfficeRow> | null;

  @Column({ type: 'uuid', nullable: true })
  officeId!: string | null;
}

/** Monthly sums that such a team would keep: counting the ledger takes too long. */
@Entity('coverage_month')
export class CoverageMonthRow {
  @PrimaryColumn('uuid')
  provinceId!: string;

  @PrimaryColumn('integer')
  year!: number;

  @PrimaryColumn('uuid')
  regionId!: string;

  @PrimaryColumn('uuid')
  categoryId!: string;

  @PrimaryColumn('date')
  month!: string;

  @Column('integer')
  personMonths!: number;

  @Column('numeric')
  contribution!: string;
}

export const rows = [RegionRow, OfficeRow, RegulationRow, MouRow, PartyRow, CoverageMonthRow];
