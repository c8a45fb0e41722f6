import { beneficiaryVerbs, checkReason } from '../beneficiary/index.js';
import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId, publicId } from '../kernel/identifier.js';
import { cleaned } from '../kernel/input.js';
import type { NikVault } from '../kernel/nik-vault.js';
import type { PageRequest } from '../kernel/page-request.js';
import { isPermitted, permit, permitChange } from '../kernel/policy.js';
import { type Problem, problem, refuse } from '../kernel/problem.js';
import type { Page } from '../kernel/reads.js';
import type { Selection } from '../kernel/selection.js';
import { storable, withoutNik } from '../kernel/stored-text.js';
import type { Caller, UnitOfWork } from '../kernel/unit-of-work.js';
import { DataExport, type DataExportFormat, DataExportState } from './data-export.entity.js';
import { dataExportList } from './data-export.list.js';
import { dataExportVerbs } from './data-export.policy.js';

/** What a file is asked for. */
export interface ExportOrder {
  readonly listName: string;
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly format: DataExportFormat;
  /** Why personal values are needed; null: they are masked. */
  readonly reason: string | null;
  /** Whether NIKs are shown in full. */
  readonly wantsNik: boolean;
}

/** What a file came to. */
export interface ExportEnding {
  readonly state: DataExportState;
  readonly rows: number;
  readonly milliseconds: number;
}

/** Files under way: noted before the first byte, and what they came to afterwards. */
export class DataExportService {
  readonly #unitOfWork: UnitOfWork;
  readonly #vault: NikVault;

  constructor({ unitOfWork, niks }: Dependencies) {
    this.#unitOfWork = unitOfWork;
    this.#vault = niks;
  }

  find(caller: Caller, id: string, selection: Selection): Promise<object | null> {
    permit(caller.actor, dataExportVerbs.read);
    return caller.reads.one(DataExport, databaseId('export', id), selection);
  }

  list(caller: Caller, request: PageRequest, selection: Selection): Promise<Page> {
    permit(caller.actor, dataExportVerbs.read);
    return caller.reads.page(dataExportList, request, selection);
  }

  /** Whether files may be made at all. @throws Refusal */
  permitCreate({ actor }: Caller): void {
    permit(actor, dataExportVerbs.create);
  }

  /** What stands against the order; with a reason, the right to see personal values is asked for. @throws Refusal */
  check({ actor }: Caller, { reason, wantsNik }: Pick<ExportOrder, 'reason' | 'wantsNik'>): Problem[] {
    if (reason === null) return wantsNik ? [problem(['reason'], 'VALUE_MISSING')] : [];
    permitChange(actor, beneficiaryVerbs.revealNik);
    const { problems } = cleaned({ reason }, []);
    return [...problems, ...checkReason(reason, ['reason'])];
  }

  /** Whether the caller may see personal values of people of this region, by database key. */
  mayShow({ actor }: Caller, regionId: string | null): boolean {
    return isPermitted(actor, beneficiaryVerbs.revealNik, regionId);
  }

  /** Notes the file before anything leaves. @throws Rejected */
  async begin(caller: Caller, order: ExportOrder): Promise<ExportUnderWay> {
    const id = newId();
    await this.#decide(caller, async (query) => {
      const variables = withoutNik(JSON.stringify(order.variables, storableValue));
      await query(
        `insert into data_export (id, staff_id, list_name, operation, variables, format, state, reason, shows_personal)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          id,
          caller.actor.staffId,
          order.listName,
          withoutNik(order.operation),
          variables,
          order.format,
          DataExportState.STARTED,
          order.reason,
          order.reason !== null,
        ],
      );
      return id;
    });
    return {
      publicId: publicId('export', id),
      niks: (keys) => this.#niks(caller, { id, keys, reason: order.reason ?? '' }),
      end: (ending) => this.#end(caller, id, ending),
    };
  }

  /** NIKs by key of the registration; those outside the caller's rights are absent. @throws Rejected EXPORT_NIK_DAY_LIMIT */
  async #niks(
    caller: Caller,
    { id, keys, reason }: { readonly id: string; readonly keys: readonly string[]; readonly reason: string },
  ): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    await this.#decide(caller, async (query) => {
      const rows = await query<{ beneficiary_id: string; key_id: number; ciphertext: Buffer }>(
        'select r.beneficiary_id, r.key_id, r.ciphertext from app.reveal_niks($1, $2, $3) r',
        [id, keys, reason],
      );
      for (const { beneficiary_id: boundTo, key_id: keyId, ciphertext } of rows)
        found.set(boundTo, this.#vault.open(ciphertext, { keyId, boundTo }));
      await query('update data_export set nik_count = $2 where id = $1', [id, found.size]);
      return id;
    });
    return found;
  }

  #end(caller: Caller, id: string, { state, rows, milliseconds }: ExportEnding): Promise<void> {
    return this.#decide(caller, async (query) => {
      const values = [id, state, rows, milliseconds];
      await query(
        'update data_export set state = $2, row_count = $3, milliseconds = $4 where id = $1',
        values,
      );
      return id;
    });
  }

  async #decide(caller: Caller, work: (query: Query) => Promise<string>): Promise<void> {
    const decision = { verb: dataExportVerbs.create.name };
    const { problems } = await this.#unitOfWork.decide(caller, decision, (open) => work(open.query));
    refuse(problems);
  }
}

/** A filter may be a text that PostgreSQL cannot keep: it finds nothing, and is noted all the same. */
const storableValue = (_name: string, value: unknown): unknown =>
  typeof value === 'string' ? storable(value) : value;

type Query = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

/** A file that is being written. */
export interface ExportUnderWay {
  readonly publicId: string;
  niks(keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  end(ending: ExportEnding): Promise<void>;
}
