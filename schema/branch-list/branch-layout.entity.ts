import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable } from '../kernel/readable.js';
import { Region } from '../region/index.js';
import { BranchColumn } from './branch-column.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description: 'Columns in which branches of BPJS Ketenagakerjaan in a province want lists of people.',
})
@Entity('branch_layout')
export class BranchLayout extends BaseEntity {
  @Field(() => Region, { description: 'Province that keeps it.' })
  @ManyToOne(() => Region, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  region!: Relation<Region>;

  @Column({ type: 'uuid' })
  regionId!: string;

  @Field(() => String, { description: 'Name, once in the province.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => [BranchColumn], { description: 'Columns from left to right.' })
  @Column({ type: 'jsonb' })
  columns!: BranchColumn[];
}

readable(BranchLayout, 'branchlayout');
