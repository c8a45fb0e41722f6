import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { cleaned, referenceKey, revised } from '../kernel/input.js';
import type { PageRequest } from '../kernel/page-request.js';
import { permit, permitChange } from '../kernel/policy.js';
import { notFound, type Outcome, problem, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import {
  type Caller,
  lockForChange,
  type Revision,
  type UnitOfWork,
  type Work,
} from '../kernel/unit-of-work.js';
import { Citation } from './citation.entity.js';
import { type CitedRecord, checkCitation, citedRecord } from './cited-record.js';
import { Source } from './source.entity.js';
import type { SourceCiteInput, SourceCreateInput, SourceReviseInput } from './source.inputs.js';
import { sourceList } from './source.list.js';
import { sourceVerbs } from './source.policy.js';
import { checkSource, type SourceDraft } from './source.rules.js';

/** Use cases of sources and of their citations. */
export class SourceService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  /** One source, or null when there is none with this id. */
  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, sourceVerbs.read);
    return caller.reads.one(Source, databaseId('source', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, sourceVerbs.read);
    return caller.reads.page(sourceList, request, selection);
  }

  create(caller: Caller, raw: SourceCreateInput, idempotencyKey?: string | null): Promise<Outcome> {
    const decision = { verb: sourceVerbs.create.name, idempotency: { key: idempotencyKey, content: raw } };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, sourceVerbs.create);
      const draft: SourceDraft = revised(emptySource, input);
      refuse([...problems, ...checkSource(draft)]);
      const id = newId();
      await work.manager.insert(Source, { id, ...columnsOf(draft) });
      return id;
    });
  }

  revise(caller: Caller, { id, expectedVersion, input: raw }: Revision<SourceReviseInput>): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: sourceVerbs.revise.name }, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, sourceVerbs.revise);
      const source = await lockForChange(work, Source, { id: databaseId('source', id), expectedVersion });
      const { publisher, title, author, publishedOn, url, accessedOn, note } = source;
      const current: SourceDraft = { publisher, title, author, publishedOn, url, accessedOn, note };
      const draft = revised(current, input);
      refuse([...problems, ...checkSource(draft)]);
      await work.manager.update(Source, source.id, columnsOf(draft));
      return source.id;
    });
  }

  /** Notes that a record, or one field of it, was read in a source. Answers with the citation's id. */
  cite(caller: Caller, raw: SourceCiteInput, idempotencyKey?: string | null): Promise<Outcome> {
    const decision = { verb: sourceVerbs.cite.name, idempotency: { key: idempotencyKey, content: raw } };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      const { input, problems } = cleaned(raw);
      permitChange(caller.actor, sourceVerbs.cite);
      const sourceId = referenceKey('source', input.sourceId, ['input', 'sourceId'], problems);
      const record = citedRecord(input.recordId);
      refuse([...problems, ...checkCitation({ record, field: input.field ?? null })]);
      if (sourceId === null || record === null) throw notFound(['input', 'recordId']);
      await permitCitation(work, record);
      const id = newId();
      const { field = null, note = null } = input;
      await work.manager.insert(Citation, {
        id,
        sourceId,
        concept: record.table,
        recordKey: record.id,
        field,
        note,
      });
      return id;
    });
  }

  /** Takes a citation back. Answers with the id of its source. */
  removeCitation(caller: Caller, id: string): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: sourceVerbs.removeCitation.name }, async (work) => {
      permitChange(caller.actor, sourceVerbs.removeCitation);
      const key = databaseId('citation', id);
      const citation = key && (await work.manager.findOneBy(Citation, { id: key }));
      if (!citation) throw notFound();
      const [right] = await rightsOn(work, { table: citation.concept, id: citation.recordKey });
      if (!right?.citable) refuse([problem(['id'], 'OUTSIDE_REGION')]);
      await work.manager.delete(Citation, citation.id);
      return citation.sourceId;
    });
  }
}

const emptySource: SourceDraft = {
  publisher: null,
  title: null,
  author: null,
  publishedOn: null,
  url: null,
  accessedOn: null,
  note: null,
};

/** The rules have refused a draft without a publisher; the column would refuse the empty text again. */
function columnsOf(draft: SourceDraft) {
  return { ...draft, publisher: draft.publisher ?? '' };
}

async function permitCitation(work: Work, record: Pick<CitedRecord, 'table' | 'id'>): Promise<void> {
  const [right] = await rightsOn(work, record);
  if (!right?.visible) refuse([problem(['input', 'recordId'], 'REFERENCE_NOT_FOUND')]);
  if (!right?.citable) refuse([problem(['input', 'recordId'], 'OUTSIDE_REGION')]);
}

function rightsOn(work: Work, { table, id }: Pick<CitedRecord, 'table' | 'id'>) {
  return work.query<{ visible: boolean; citable: boolean }>(
    'select app.is_visible($1, $2) as visible, app.is_citable($1, $2) as citable',
    [table, id],
  );
}
