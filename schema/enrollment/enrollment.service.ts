import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId } from '../kernel/identifier.js';
import { checkDates, checkLength, checkRequired, cleaned, referenceKey } from '../kernel/input.js';
import { stateAfter } from '../kernel/lifecycle.js';
import type { PageRequest } from '../kernel/page-request.js';
import { isPermitted, permit, permitChange, type Verb } from '../kernel/policy.js';
import { type Outcome, type Problem, problem, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import {
  type Caller,
  lockForChange,
  type Target,
  type UnitOfWork,
  type Work,
} from '../kernel/unit-of-work.js';
import { type BulkResult, moveEach } from './enrollment.bulk.js';
import { checkBulk, stepOf } from './enrollment.bulk-rules.js';
import { Enrollment } from './enrollment.entity.js';
import { enter } from './enrollment.entry.js';
import type { EnrollmentBulkMove } from './enrollment.enums.js';
import type {
  BulkStepInput,
  EnrollmentActivateInput,
  EnrollmentBulkInput,
  EnrollmentEndInput,
  EnrollmentProposeInput,
  EnrollmentRejectInput,
  EnrollmentReplaceInput,
} from './enrollment.inputs.js';
import { EnrollmentMove, EnrollmentState, enrollmentLifecycle } from './enrollment.lifecycle.js';
import { type EnrollmentFilter, enrollmentList } from './enrollment.list.js';
import { enrollmentVerbs } from './enrollment.policy.js';
import { type BrokenRules, checkEnd, checkKpj, checkMove, entryProblems } from './enrollment.rules.js';

/** A decision for everyone whom a filter matches, as a client asks for it. */
interface ManyRequest {
  readonly filter: EnrollmentFilter;
  readonly move: EnrollmentBulkMove;
  readonly input?: EnrollmentBulkInput | null | undefined;
  readonly step?: BulkStepInput | null | undefined;
  readonly dryRun: boolean;
}

/** Use cases of enrollments. */
export class EnrollmentService {
  private readonly unitOfWork: UnitOfWork;

  constructor({ unitOfWork }: Dependencies) {
    this.unitOfWork = unitOfWork;
  }

  /** One enrollment, or null when it is absent or of another region. */
  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, enrollmentVerbs.read);
    return caller.reads.one(Enrollment, databaseId('enrollment', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, enrollmentVerbs.read);
    return caller.reads.page(enrollmentList, request, selection);
  }

  /** Whether the caller may do each thing with an enrollment of this region in this state. */
  viewerCan(
    { actor }: Caller,
    { state, regionId, isReplaced }: { state: EnrollmentState; regionId: string; isReplaced: boolean },
  ) {
    const may = (verb: Verb) => actor.canWrite && isPermitted(actor, verb, regionId);
    const canMove = (move: EnrollmentMove) =>
      stateAfter(enrollmentLifecycle, state, move) !== null && may(enrollmentVerbs[move]);
    return {
      verify: canMove(EnrollmentMove.VERIFY),
      approve: canMove(EnrollmentMove.APPROVE),
      submit: canMove(EnrollmentMove.SUBMIT),
      activate: canMove(EnrollmentMove.ACTIVATE),
      reject: canMove(EnrollmentMove.REJECT),
      end: canMove(EnrollmentMove.END),
      replace: state === EnrollmentState.ENDED && !isReplaced && may(enrollmentVerbs.replace),
    };
  }

  /** Proposes a person for a program. */
  propose(caller: Caller, raw: EnrollmentProposeInput, idempotencyKey?: string | null): Promise<Outcome> {
    const decision = {
      verb: enrollmentVerbs.propose.name,
      idempotency: { key: idempotencyKey, content: raw },
    };
    return this.unitOfWork.decide(caller, decision, async (work) => {
      permitChange(caller.actor, enrollmentVerbs.propose);
      const { input, problems } = cleaned(raw);
      const programId = referenceKey('program', input.programId, ['input', 'programId'], problems);
      const categoryId = referenceKey('category', input.categoryId, ['input', 'categoryId'], problems);
      const replacesId = referenceKey('enrollment', input.replacesId, ['input', 'replacesId'], problems);
      const person = personFacts(input, problems);
      refuse([...problems, ...checkRequired(input, ['programId', 'categoryId'])]);
      return enter(work, { ...person, programId: programId ?? '', categoryId: categoryId ?? '', replacesId });
    });
  }

  /** Puts another person in the place of one whose enrollment ended; links both. */
  replace(caller: Caller, target: Target, raw: EnrollmentReplaceInput): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: enrollmentVerbs.replace.name }, async (work) => {
      const ended = await lockedFor(work, target, enrollmentVerbs.replace);
      if (ended.state !== EnrollmentState.ENDED) refuse([problem(['id'], 'ENROLLMENT_REPLACED_NOT_ENDED')]);
      const { input, problems } = cleaned(raw);
      const person = personFacts(input, problems);
      refuse(problems);
      const { programId, categoryId } = ended;
      return enter(work, {
        ...person,
        programId,
        categoryId,
        replacesId: ended.id,
        post: person.post ?? ended.post,
      });
    });
  }

  /** Records that the person was checked; the rules of entry are judged again. */
  verify(caller: Caller, target: Target): Promise<Outcome> {
    return this.#move(caller, target, EnrollmentMove.VERIFY, refuseBrokenRules);
  }

  /** Decides that the person is in; the rules of entry are judged again. */
  approve(caller: Caller, target: Target): Promise<Outcome> {
    return this.#move(caller, target, EnrollmentMove.APPROVE, refuseBrokenRules);
  }

  /** Records that the list with the person went to the branch. */
  submit(caller: Caller, target: Target): Promise<Outcome> {
    return this.#move(caller, target, EnrollmentMove.SUBMIT, async () => ({}));
  }

  /** Records that the branch made the person a participant. */
  activate(caller: Caller, target: Target, raw: EnrollmentActivateInput): Promise<Outcome> {
    return this.#move(caller, target, EnrollmentMove.ACTIVATE, async (_work, { kpj }) => {
      const { input, problems } = cleaned(raw);
      refuse([...problems, ...checkKpj(input.kpj)]);
      return { kpj: input.kpj ?? kpj };
    });
  }

  /** Turns a proposal down. */
  reject(caller: Caller, target: Target, { reason }: EnrollmentRejectInput): Promise<Outcome> {
    return this.#move(caller, target, EnrollmentMove.REJECT, async (work) => ({
      endedOn: work.clock.today(),
      endReason: reason,
    }));
  }

  /** Ends membership; covered months after it that are not billed are taken back. */
  end(caller: Caller, target: Target, raw: EnrollmentEndInput): Promise<Outcome> {
    return this.#move(caller, target, EnrollmentMove.END, async (work, enrollment) => {
      const { input, problems } = cleaned(raw);
      const days = { enteredOn: enrollment.enteredOn, today: work.clock.today() };
      refuse([...problems, ...checkEnd(input.endedOn ?? '', days)]);
      await work.query(
        `select from app.uncover(array[$1::uuid], (date_trunc('month', $2::date) + interval '1 month')::date, '2200-12-01')`,
        [enrollment.id, input.endedOn],
      );
      return { endedOn: input.endedOn, endReason: input.reason };
    });
  }

  /** One decision for everyone whom a filter matches, with the reasons why it is not possible for the others. */
  async moveEach(
    caller: Caller,
    request: ManyRequest,
  ): Promise<{ outcome: Outcome; result: BulkResult | null }> {
    let result: BulkResult | null = null;
    const outcome = await this.unitOfWork.decide(
      caller,
      { verb: enrollmentVerbs[request.move].name },
      async (work) => {
        permitChange(caller.actor, enrollmentVerbs[request.move]);
        const { input, problems } = cleaned(request.input ?? {});
        const step = stepOf(request.step, problems);
        refuse([...problems, ...checkBulk(request.move, input, work.clock.today())]);
        result = await moveEach(work, { ...request, input, step });
        return '';
      },
    );
    return { outcome, result };
  }

  #move(
    caller: Caller,
    target: Target,
    move: EnrollmentMove,
    changes: (work: Work, enrollment: Enrollment) => Promise<Partial<Enrollment>>,
  ): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: enrollmentVerbs[move].name }, async (work) => {
      const enrollment = await lockedFor(work, target, enrollmentVerbs[move]);
      refuse(checkMove(enrollment.state, move));
      const state = stateAfter(enrollmentLifecycle, enrollment.state, move) ?? enrollment.state;
      const changed = await changes(work, enrollment);
      await work.manager
        .createQueryBuilder()
        .update(Enrollment)
        .set({ ...changed, state })
        .where({ id: enrollment.id })
        .execute();
      return enrollment.id;
    });
  }
}

/** The enrollment, locked; the actor must hold a role for `verb` in its region. */
async function lockedFor(work: Work, { id, expectedVersion }: Target, verb: Verb): Promise<Enrollment> {
  permitChange(work.actor, verb);
  const key = databaseId('enrollment', id);
  // the program first, as everyone does who changes the ledger: two never wait for each other
  await work.query(
    'select from program p where p.id = (select e.program_id from enrollment e where e.id = $1) for share',
    [key],
  );
  const enrollment = await lockForChange(work, Enrollment, { id: key, expectedVersion });
  permitChange(work.actor, verb, enrollment.regionId);
  return enrollment;
}

async function refuseBrokenRules(work: Work, { id, programId }: Enrollment): Promise<object> {
  const [found] = await work.query<BrokenRules>(
    `select p.codes, app.program_categories($2) as allowed
     from app.entry_problems(array(select e from enrollment e where e.id = $1)) p`,
    [id, programId],
  );
  refuse(found ? entryProblems(found) : []);
  return {};
}

/** What an input says of the person who enters; problems are added to `problems`. */
function personFacts(input: EnrollmentReplaceInput, problems: Problem[]) {
  const beneficiaryId = referenceKey(
    'beneficiary',
    input.beneficiaryId,
    ['input', 'beneficiaryId'],
    problems,
  );
  problems.push(
    ...checkRequired(input, ['beneficiaryId', 'enteredOn']),
    ...checkDates(input, ['enteredOn']),
    ...checkLength(input, ['post', 'decree'], 200),
    ...checkLength(input, ['cohort'], 100),
  );
  const { post = null, decree = null, cohort = null, enteredOn } = input;
  return { beneficiaryId: beneficiaryId ?? '', post, decree, cohort, enteredOn };
}
