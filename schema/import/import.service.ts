import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { checkDates, checkLength, cleaned, referenceKey } from '../kernel/input.js';
import type { PageRequest } from '../kernel/page-request.js';
import { permit, permitChange, type Verb } from '../kernel/policy.js';
import { notFound, type Outcome, type Problem, problem, Rejected, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { RosterFiles } from '../kernel/roster-files.js';
import type { Selection } from '../kernel/selection.js';
import {
  type Caller,
  lockForChange,
  type Target,
  type UnitOfWork,
  type Work,
} from '../kernel/unit-of-work.js';
import { ImportState } from './import.enums.js';
import type { ImportMapInput } from './import.inputs.js';
import { importBatchList } from './import.list.js';
import { importVerbs } from './import.policy.js';
import { checkColumns, checkGood, checkState, type GoodRows } from './import.rules.js';
import { ImportBatch } from './import-batch.entity.js';
import { type RosterUpload, takeIn, type UploadOutcome } from './import-intake.js';
import { insertBatch, knownBatch, refuseClosed, rosterProgram, SheetsSeveral } from './import-upload.js';

/** Use cases of rosters: what people decide. Reading, writing and taking back is the work of `server/import`. */
export class ImportService {
  private readonly unitOfWork: UnitOfWork;
  private readonly files: RosterFiles;

  constructor({ unitOfWork, rosters }: Dependencies) {
    this.unitOfWork = unitOfWork;
    this.files = rosters;
  }

  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, importVerbs.read);
    return caller.reads.one(ImportBatch, databaseId('import', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, importVerbs.read);
    return caller.reads.page(importBatchList, request, selection);
  }

  /** Takes a file in, encrypted, and looks at its beginning. The same file again is the same batch. */
  async upload(caller: Caller, { programId, ...file }: RosterUpload): Promise<UploadOutcome> {
    permitChange(caller.actor, importVerbs.upload);
    const id = newId();
    let isKnown = false;
    let isKept = false;
    try {
      const outcome = await this.unitOfWork.decide(caller, { verb: importVerbs.upload.name }, async (work) =>
        this.#programOf(work, programId),
      );
      if (outcome.id === null) return { ...outcome, isKnown, sheets: [] };
      const upload = await takeIn(this.files, id, file);
      const written = await this.unitOfWork.decide(
        caller,
        { verb: importVerbs.upload.name },
        async (work) => {
          const program = await rosterProgram(work, outcome.id);
          if (!program) throw notFound(['input', 'programId']);
          const known = await knownBatch(work, program.id, upload);
          isKnown = known !== null;
          return known ?? insertBatch(work, program, upload);
        },
      );
      isKept = written.id === id;
      return { ...written, isKnown, sheets: [] };
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      const sheets = error instanceof SheetsSeveral ? error.sheets : [];
      return { id: null, problems: error.problems, isKnown, sheets };
    } finally {
      if (!isKept) await this.files.discard(id);
    }
  }

  /** Says what the columns are; the file is then read and judged. */
  map(caller: Caller, target: Target, raw: ImportMapInput): Promise<Outcome> {
    const allowed = [ImportState.MAPPING, ImportState.READY];
    return this.#decide(caller, target, { verb: importVerbs.map, allowed }, async (work, batch) => {
      if (batch.committedCount > batch.undoneCount) refuse(checkState(batch.state, [ImportState.MAPPING]));
      const { input, problems } = cleaned(raw);
      const known = batch.columns.map(({ index }) => index);
      const categoryId = referenceKey('category', input.categoryId, ['input', 'categoryId'], problems);
      refuse([
        ...problems,
        ...checkColumns(input.columns, known),
        ...checkDates(input, ['enteredOn', 'decileOn']),
        ...checkLength(input, ['decree'], 200),
        ...checkLength(input, ['cohort', 'decileSource'], 100),
      ]);
      const { enteredOn = null, decree = null, cohort = null, decileSource = null, decileOn = null } = input;
      const fieldOf = new Map(input.columns.map(({ index, field }) => [index, field ?? null]));
      const columns = batch.columns.map((column) => ({
        ...column,
        field: fieldOf.get(column.index) ?? null,
        samples: [],
      }));
      return {
        columns,
        categoryId,
        enteredOn,
        decree,
        cohort,
        decileSource,
        decileOn,
        state: ImportState.CHECKING,
        ...begun(work),
      };
    });
  }

  /** Writes the good rows: a job that goes on by itself, whatever is killed. */
  commit(caller: Caller, target: Target): Promise<Outcome> {
    const allowed = [ImportState.READY];
    return this.#decide(caller, target, { verb: importVerbs.commit, allowed }, async (work, batch) => {
      const [facts] = await work.query<GoodRows & { readonly state: string }>(
        `select greatest(b.new_count - b.committed_count, 0) as wanted, b.new_count + b.changed_count - b.committed_count as good, p.state,
           p.quota - (select count(*)::integer from enrollment e where e.program_id = p.id and e.state not in ('ENDED', 'REJECTED')) as free
         from import_batch b join program p on p.id = b.program_id where b.id = $1`,
        [batch.id],
      );
      if (!facts) throw notFound();
      refuseClosed(facts);
      refuse(checkGood(facts));
      return { state: ImportState.COMMITTING, ...begun(work) };
    });
  }

  /** Takes back what was written, while nothing hangs on it. */
  undo(caller: Caller, target: Target): Promise<Outcome> {
    const allowed = [ImportState.COMMITTED, ImportState.READY];
    return this.#decide(caller, target, { verb: importVerbs.undo, allowed }, async (work, batch) => {
      if (batch.committedCount <= batch.undoneCount) refuse(checkState(batch.state, []));
      const [found] = await work.query<{ undo: { obstacles: readonly { count: number }[] } }>(
        'select app.import_undo($1) as undo',
        [batch.id],
      );
      const count = (found?.undo.obstacles ?? []).reduce((sum, obstacle) => sum + obstacle.count, 0);
      if (count > 0) refuse([problem(['id'], 'IMPORT_UNDO_BLOCKED', { count })]);
      return { state: ImportState.UNDOING, ...begun(work) };
    });
  }

  /** Puts a roster away of which nothing is written. */
  discard(caller: Caller, target: Target): Promise<Outcome> {
    const allowed = [ImportState.MAPPING, ImportState.CHECKING, ImportState.READY];
    const decision = { verb: importVerbs.discard, allowed };
    return this.#decide(caller, target, decision, async (_work, batch) => {
      if (batch.committedCount > batch.undoneCount) refuse(checkState(batch.state, []));
      return { state: ImportState.DISCARDED };
    });
  }

  /** The batch whose bad rows are given back; noted in the audit trail, since NIKs leave in full. */
  async giveBack(caller: Caller, id: string): Promise<Outcome> {
    permitChange(caller.actor, importVerbs.giveBack);
    return this.unitOfWork.decide(caller, { verb: importVerbs.giveBack.name }, async (work) => {
      const key = databaseId('import', id);
      const batch = key && (await work.manager.findOneBy(ImportBatch, { id: key }));
      if (!batch) throw notFound();
      permitChange(caller.actor, importVerbs.giveBack, batch.regionId);
      if (!batch.keepsFile) refuse([problem(['id'], 'IMPORT_FILE_GONE')]);
      await work.query("select app.record_event('import_batch', $1, $2, 'import.giveBack', $3)", [
        batch.id,
        batch.regionId,
        { fileName: batch.fileName },
      ]);
      return batch.id;
    });
  }

  async #programOf(work: Work, publicKey: string): Promise<string> {
    const problems: Problem[] = [];
    const id = referenceKey('program', publicKey, ['input', 'programId'], problems);
    refuse(problems);
    const program = await rosterProgram(work, id);
    if (!program) throw notFound(['input', 'programId']);
    permitChange(work.actor, importVerbs.upload, program.regionId);
    refuseClosed(program);
    return program.id;
  }

  #decide(
    caller: Caller,
    { id, expectedVersion }: Target,
    { verb, allowed }: { readonly verb: Verb; readonly allowed: readonly ImportState[] },
    changes: (work: Work, batch: ImportBatch) => Promise<Partial<ImportBatch> & object>,
  ): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: verb.name }, async (work) => {
      permitChange(caller.actor, verb);
      const batch = await lockForChange(work, ImportBatch, {
        id: databaseId('import', id),
        expectedVersion,
      });
      permitChange(caller.actor, verb, batch.regionId);
      refuse(checkState(batch.state, allowed));
      await work.manager.update(ImportBatch, batch.id, await changes(work, batch));
      return batch.id;
    });
  }
}

/** A phase of work in the name of who decided it. */
function begun(work: Work) {
  return {
    actingId: work.actor.staffId,
    doneCount: 0,
    throughRow: 0,
    phaseBeganAt: work.clock.now(),
    failureCode: null,
  };
}
