import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable, value } from '../kernel/readable.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description: 'Agreement of one person to what was shown to that person; `createdAt` says when.',
})
@Entity('approval_vote')
export class ApprovalVote extends BaseEntity {
  @Column({ type: 'uuid' })
  approvalId!: string;

  @Column({ type: 'uuid' })
  staffId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the person. Null: not permitted, shown to staff only.',
  })
  staffName!: string | null;

  @Field(() => String, { description: 'SHA-256 of the content that the person saw, in hexadecimal.' })
  @Column({ type: 'text' })
  digest!: string;

  @Field(() => Boolean, {
    description:
      'Whether it counts: the content is still what was seen, the person holds the role and did not edit it last.',
  })
  isCounted!: boolean;
}

readable(ApprovalVote, 'approvalvote', {
  staffName: value((vote) => `app.staff_name(${vote}.staff_id)`),
  isCounted: value(
    (vote) => `exists (select from approval a cross join lateral app.approval_voters(a, ${vote}.digest) v
      where a.id = ${vote}.approval_id and v = ${vote}.staff_id and ${vote}.digest = app.approval_digest(a))`,
  ),
});
