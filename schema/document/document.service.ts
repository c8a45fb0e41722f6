import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';
import type { Dependencies } from '../kernel/dependencies.js';
import type { FileStore } from '../kernel/file-store.js';
import { databaseId, newId, parsePublicId, publicId } from '../kernel/identifier.js';
import { cleaned } from '../kernel/input.js';
import { permit, permitChange } from '../kernel/policy.js';
import { notFound, type Outcome, type Problem, problem, refuse } from '../kernel/problem.js';
import type { Selection } from '../kernel/selection.js';
import { shortened } from '../kernel/stored-text.js';
import type { Caller, UnitOfWork, Work } from '../kernel/unit-of-work.js';
import { Document, DocumentKind } from './document.entity.js';
import { documentVerbs } from './document.policy.js';

/** Largest file that can be attached, in megabytes. */
export const documentLimitMegabytes = 25;

const longestName = 200;

export interface DocumentUpload {
  /** Public id of the agreement or regulation. */
  readonly recordId: string;
  readonly kind: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface DocumentFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** Null: the record is there, but its bytes are not in the store. */
  readonly content: Readable | null;
}

/** Use cases of attached files. Which concepts take files is the database's to say (document_concept_check). */
export class DocumentService {
  private readonly unitOfWork: UnitOfWork;
  private readonly files: FileStore;

  constructor({ unitOfWork, files }: Dependencies) {
    this.unitOfWork = unitOfWork;
    this.files = files;
  }

  /** Metadata of one file, or null when it is absent or not visible. */
  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, documentVerbs.read);
    return caller.reads.one(Document, databaseId('document', id), selection);
  }

  /** Attaches a file to a record that the caller may change. */
  async attach(caller: Caller, { recordId, kind, fileName, bytes }: DocumentUpload): Promise<Outcome> {
    permitChange(caller.actor, documentVerbs.attach);
    const id = newId();
    const { input, problems } = cleaned({ fileName: baseName(fileName) });
    problems.push(...checkKind(kind), ...(await checkBytes(bytes)));
    return this.unitOfWork.decide(caller, { verb: documentVerbs.attach.name }, async (work) => {
      refuse(problems);
      const record = await recordOf(work, recordId);
      permitChange(caller.actor, documentVerbs.attach, record.regionId);
      await this.#keep(id, bytes, () =>
        work.manager.insert(Document, {
          id,
          ...record,
          kind: kind as DocumentKind,
          fileName: input.fileName ?? 'dokumen.pdf',
          mediaType: 'application/pdf',
          sizeBytes: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          uploadedBy: caller.actor.staffId ?? '',
        }),
      );
      return id;
    });
  }

  /**
   * Bytes first, then the record; without the record they are discarded. Not when only the answer to the commit is
   * lost: then the record may be there, and a file too many does less harm than one too few.
   */
  async #keep(id: string, bytes: Uint8Array, insert: () => Promise<unknown>): Promise<void> {
    await this.files.put(id, bytes);
    try {
      await insert();
    } catch (error) {
      await this.files.discard(id);
      throw error;
    }
  }

  /** The bytes of a file that the caller may see; the download is noted in the audit trail. Null: absent or not visible. */
  download(caller: Caller, id: string): Promise<DocumentFile | null> {
    return this.#opened(caller, id, 'document.download');
  }

  /** As `download`, to be looked at in a page; the trail says so. */
  preview(caller: Caller, id: string): Promise<DocumentFile | null> {
    return this.#opened(caller, id, 'document.preview');
  }

  async #opened(caller: Caller, id: string, event: string): Promise<DocumentFile | null> {
    permit(caller.actor, documentVerbs.read);
    const key = databaseId('document', id);
    let found: Document | null = null;
    const outcome = await this.unitOfWork.decide(caller, { verb: event }, async (work) => {
      found = key === null ? null : await work.manager.findOneBy(Document, { id: key });
      if (!found) throw notFound();
      const { concept, recordId, regionId } = found;
      const details = { documentId: publicId('document', found.id), fileName: found.fileName };
      await work.query('select app.record_event($1, $2, $3, $4, $5)', [
        concept,
        recordId,
        regionId,
        event,
        details,
      ]);
      return found.id;
    });
    if (outcome.id === null || found === null) return null;
    const { fileName, mediaType, sizeBytes }: Document = found;
    return { fileName, mediaType, sizeBytes, content: await this.files.open(outcome.id) };
  }
}

interface RecordPlace {
  readonly concept: string;
  readonly recordId: string;
  readonly regionId: string | null;
}

/** The record that the file belongs to, if the caller may see it. */
async function recordOf(work: Work, id: string): Promise<RecordPlace> {
  const path = ['input', 'recordId'];
  const parsed = parsePublicId(id);
  if (!parsed) throw notFound(path);
  const column = { mou: 'region_id', regulation: 'region_id' }[parsed.prefix];
  if (!column) refuse([problem(path, 'DOCUMENT_RECORD_UNFIT')]);
  const [row] = await work.query<{ region_id: string | null }>(
    `select ${column} as region_id from ${parsed.prefix} where id = $1`,
    [parsed.id],
  );
  if (!row) throw notFound(path);
  return { concept: parsed.prefix, recordId: parsed.id, regionId: row.region_id };
}

function checkKind(kind: string): Problem[] {
  return kind in DocumentKind
    ? []
    : [problem(['input', 'kind'], 'VALUE_INVALID', { value: kind.slice(0, 50) })];
}

/** The content decides what a file is, never its name. */
async function checkBytes(bytes: Uint8Array): Promise<Problem[]> {
  const path = ['input', 'file'];
  if (bytes.length === 0) return [problem(path, 'DOCUMENT_EMPTY')];
  if (bytes.length > documentLimitMegabytes * 1024 * 1024) {
    return [problem(path, 'DOCUMENT_TOO_LARGE', { limit: documentLimitMegabytes })];
  }
  const found = await fileTypeFromBuffer(bytes);
  return found?.mime === 'application/pdf' ? [] : [problem(path, 'DOCUMENT_NOT_PDF')];
}

/** Without folders, and without characters that cannot be seen but turn the rest of a name around. */
function baseName(fileName: string): string {
  const name = fileName.split(/[\\/]/).at(-1) ?? '';
  const visible = name.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '').trim();
  return shortened(visible, longestName);
}
