import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Role } from '../kernel/actor.js';
import { readable } from '../kernel/readable.js';
import { Region } from '../region/index.js';
import { RoleEnum } from './staff.enums.js';

@ObjectType({ description: 'One role of a member of staff in one region and everything below it.' })
@Entity('staff_grant')
export class StaffGrant {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  staffId!: string;

  @Field(() => RoleEnum, { description: 'Role of the member of staff.' })
  @Column({ type: 'text' })
  role!: Role;

  @Field(() => Region, { nullable: true, description: 'Region of the role. Null: all of Indonesia.' })
  @ManyToOne(() => Region, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  region!: Relation<Region> | null;

  @Column({ type: 'uuid', nullable: true })
  regionId!: string | null;
}

// no id of its own in the API: the prefix is one that no public id can have
readable(StaffGrant, 'staff-grant');
