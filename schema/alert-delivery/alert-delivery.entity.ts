import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable, value } from '../kernel/readable.js';
import { CalendarDateScalar, DateTimeScalar } from '../kernel/scalars.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description: 'How the alerts of a staff member reach them outside the panel. Visible to that person alone.',
})
@Entity('alert_delivery')
export class AlertDelivery extends BaseEntity {
  @Column({ type: 'uuid' })
  staffId!: string;

  @Field(() => Boolean, {
    description: 'Whether a mail comes in the morning of each day on which alerts wait.',
  })
  @Column({ type: 'boolean' })
  wantsDigest!: boolean;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date of the latest mail that was sent. Null: none yet.',
  })
  digestSentOn!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which the address of the calendar was made. Null: there is none.',
  })
  @Column({ type: 'timestamptz', nullable: true })
  feedMadeAt!: Date | null;
}

readable(AlertDelivery, 'alertdelivery', {
  // the installation's own; the resolver tells it
  isMailOn: value(() => 'null'),
  digestSentOn: value(
    (delivery) =>
      `(select max(x.day) from alert_digest x where x.staff_id = ${delivery}.staff_id and x.state = 'SENT')`,
  ),
});
