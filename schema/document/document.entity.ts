import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { BaseEntity, Node } from '../kernel/base-entity.js';
import { readable, value } from '../kernel/readable.js';

export enum DocumentKind {
  SIGNED_TEXT = 'SIGNED_TEXT',
  DRAFT_TEXT = 'DRAFT_TEXT',
  ATTACHMENT = 'ATTACHMENT',
  TERMINATION = 'TERMINATION',
  REGULATION_TEXT = 'REGULATION_TEXT',
}
registerEnumType(DocumentKind, {
  name: 'DocumentKind',
  description: 'What an attached file is.',
  valuesConfig: {
    SIGNED_TEXT: { description: 'Signed text of an agreement.' },
    DRAFT_TEXT: { description: 'Draft of an agreement.' },
    ATTACHMENT: { description: 'Annex or other paper.' },
    TERMINATION: { description: 'Paper by which an agreement was terminated.' },
    REGULATION_TEXT: { description: 'Text of a regulation.' },
  },
});

@ObjectType({
  implements: [Node, BaseEntity],
  description:
    'File attached to a record (PDF up to 25 MB). Visible only to staff of the region of its record.',
})
@Entity('document')
export class Document extends BaseEntity {
  @Column({ type: 'text' })
  concept!: string;

  @Column({ type: 'uuid' })
  recordId!: string;

  @Column({ type: 'uuid', nullable: true })
  regionId!: string | null;

  @Field(() => DocumentKind, { description: 'What the file is.' })
  @Column({ type: 'text' })
  kind!: DocumentKind;

  @Field(() => String, { description: 'Name of the file as it was uploaded.' })
  @Column({ type: 'text' })
  fileName!: string;

  @Field(() => String, { description: 'Type of the content as found in the file itself, "application/pdf".' })
  @Column({ type: 'text' })
  mediaType!: string;

  @Field(() => Int, { description: 'Size of the file in bytes.' })
  @Column({ type: 'integer' })
  sizeBytes!: number;

  @Field(() => String, {
    description: 'SHA-256 of the file in hexadecimal; the same file is attached to a record only once.',
  })
  @Column({ type: 'text' })
  sha256!: string;

  @Field(() => String, {
    description: 'Path below the address of this service where the file can be downloaded.',
  })
  downloadPath!: string;

  @Column({ type: 'uuid' })
  uploadedBy!: string;
}

readable(Document, 'document', {
  downloadPath: value((document) => `'/documents/document_' || replace(${document}.id::text, '-', '')`),
});
