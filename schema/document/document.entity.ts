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

  @Field(() => String, {
    description: 'Path below the address of this service where the file can be shown in a page.',
  })
  previewPath!: string;

  @Field(() => Int, {
    description:
      'Number of the version among the files of its kind on the record, from 1; of annexes, among those of its name.',
  })
  edition!: number;

  @Field(() => Boolean, { description: 'Whether no later version of it is attached.' })
  isLatest!: boolean;

  @Field(() => String, { nullable: true, description: 'Name of who attached it. Null: not permitted.' })
  uploadedByName!: string | null;

  @Column({ type: 'uuid' })
  uploadedBy!: string;
}

/** Files that are versions of one another: of one kind, annexes by their name too. */
const versionsOf = (document: string): string =>
  `document v where v.concept = ${document}.concept and v.record_id = ${document}.record_id and v.kind = ${document}.kind
    and (v.kind <> 'ATTACHMENT' or lower(v.file_name) = lower(${document}.file_name))`;

readable(Document, 'document', {
  previewPath: value(
    (document) => `'/documents/document_' || replace(${document}.id::text, '-', '') || '/preview'`,
  ),
  edition: value(
    (document) =>
      `(select count(*) from ${versionsOf(document)} and (v.created_at, v.id) <= (${document}.created_at, ${document}.id))`,
  ),
  isLatest: value(
    (document) =>
      `not exists (select from ${versionsOf(document)} and (v.created_at, v.id) > (${document}.created_at, ${document}.id))`,
  ),
  uploadedByName: value((document) => `app.staff_name(${document}.uploaded_by)`),
  downloadPath: value((document) => `'/documents/document_' || replace(${document}.id::text, '-', '')`),
});
