import type { GraphQLResolveInfo } from 'graphql';
import type { Change } from './changes.js';
import type { Dependencies } from './dependencies.js';
import { endedBy } from './ended-by.js';
import { parsePublicId } from './identifier.js';
import { pageLimit } from './page-request.js';
import { Refusal } from './problem.js';
import { type Concept, conceptOf, tableOf } from './readable.js';
import { type Selection, selectionOf } from './selection.js';
import type { Caller } from './unit-of-work.js';
import { Written } from './written.js';

const idOnly: Selection = new Map([['id', { name: 'id', args: {}, below: null }]]);

/** A change of a watched record. */
export type Notice = Change & { readonly prefix: string };

interface Wanted {
  readonly concept: Concept;
  readonly prefix: string;
  readonly id: string;
}

/** Records by their public id alone. What is visible is for row security to say. */
export class NodeService {
  constructor(private readonly dependencies: Pick<Dependencies, 'changes' | 'unitOfWork'>) {}

  /** The record, or null when absent or not visible. One statement. */
  async find(caller: Caller, id: string, info: GraphQLResolveInfo): Promise<object | null> {
    const wanted = wantedRecord(id);
    if (!wanted) return null;
    return typed(
      wanted,
      await caller.reads.one(wanted.concept, wanted.id, selectionOf(info, wanted.concept.name)),
    );
  }

  /** The records in the order of `ids`. One statement for each kind of record among them, in one round trip. */
  async findAll(
    caller: Caller,
    ids: readonly string[],
    info: GraphQLResolveInfo,
  ): Promise<(object | null)[]> {
    refuseMoreThanAPage(ids);
    const wanted = ids.map(wantedRecord);
    const found = new Map<Wanted, object | null>();
    const readOf = async (concept: Concept): Promise<void> => {
      const items = wanted.filter((item) => item?.concept === concept) as Wanted[];
      const keys = items.map((item) => item.id);
      const rows = await caller.reads.many(concept, keys, selectionOf(info, concept.name));
      for (const [index, item] of items.entries()) found.set(item, typed(item, rows[index] ?? null));
    };
    const concepts = new Set(wanted.flatMap((item) => item?.concept ?? []));
    await Promise.all([...concepts].map(readOf)); // reads that wait together go out together
    return wanted.map((item) => (item ? (found.get(item) ?? null) : null));
  }

  /** Changes of these records that the caller may see, judged anew at each change. */
  watch(caller: Caller, ids: readonly string[]): AsyncGenerator<Notice> {
    refuseMoreThanAPage(ids);
    const wanted = ids.map(wantedRecord).filter((item) => item !== null);
    const ended = new AbortController();
    return endedBy(ended, this.#notices(caller, wanted, ended.signal));
  }

  async *#notices(caller: Caller, wanted: readonly Wanted[], signal: AbortSignal): AsyncGenerator<Notice> {
    for await (const change of this.dependencies.changes.since(signal)) {
      const item = wanted.find(({ concept, id }) => id === change.id && tableOf(concept) === change.concept);
      if (!item) continue;
      const { reads } = this.dependencies.unitOfWork.callerFor(caller);
      if (await reads.one(item.concept, item.id, idOnly)) yield { ...change, prefix: item.prefix };
    }
  }
}

function wantedRecord(id: string): Wanted | null {
  const parsed = parsePublicId(id);
  const concept = parsed && conceptOf(parsed.prefix);
  return parsed && concept ? { concept, prefix: parsed.prefix, id: parsed.id } : null;
}

/** graphql-js asks an interface's value for its type; what is written already has it. */
function typed({ concept }: Wanted, row: object | null): object | null {
  if (row instanceof Written) return row;
  return row && { ...row, __typename: concept.name };
}

function refuseMoreThanAPage(ids: readonly string[]): void {
  if (ids.length > pageLimit)
    throw new Refusal('BAD_USER_INPUT', 'PAGE_SIZE_INVALID', { value: ids.length, limit: pageLimit });
}
