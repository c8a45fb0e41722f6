import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable } from '../kernel/readable.js';
import { CalendarDateScalar } from '../kernel/scalars.js';

@ObjectType({
  implements: [Node, BaseEntity],
  description: 'Publication in which facts were read: an article, a statistic, a decree on a web site.',
})
@Entity('source')
export class Source extends BaseEntity {
  @Field(() => String, {
    description: 'Name of the publisher, for instance "Banten Raya" or "BPS Provinsi Banten".',
  })
  @Column({ type: 'text' })
  publisher!: string;

  @Field(() => String, { nullable: true, description: 'Title as printed. Null: not recorded.' })
  @Column({ type: 'text', nullable: true })
  title!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Author as printed. Null: not printed or not recorded.',
  })
  @Column({ type: 'text', nullable: true })
  author!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date of the publication. Null: not recorded.',
  })
  @Column({ type: 'date', nullable: true })
  publishedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Address on the web, http or https. Null: not known.' })
  @Column({ type: 'text', nullable: true })
  url!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Date on which somebody last read it at this address. Null: not recorded.',
  })
  @Column({ type: 'date', nullable: true })
  accessedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Remark on the source, in Indonesian. Null: none.' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;
}

readable(Source, 'source');
