import { newId } from '../kernel/identifier.js';
import { checkLength, longText, referenceKey } from '../kernel/input.js';
import { type Problem, problem, refuse } from '../kernel/problem.js';
import type { Work } from '../kernel/unit-of-work.js';
import type { RegulationRelationInput } from './regulation.inputs.js';
import type { RegulationRelationKind, RegulationState } from './regulation.kinds.js';
import { RegulationRelation } from './regulation-relation.entity.js';

/** One relation of a regulation; `targetId` is null when the input named nothing that could be one. */
export interface RelationFacts {
  readonly kind: `${RegulationRelationKind}`;
  readonly targetId: string | null;
  readonly note: string | null;
}

/** The relations of an input with database keys. */
export function relationsFrom(
  inputs: readonly RegulationRelationInput[],
  problems: Problem[],
): RelationFacts[] {
  return inputs.map(({ kind, targetId, note }, index) => {
    const path = ['input', 'relations', String(index)];
    const key = referenceKey('regulation', targetId, [...path, 'targetId'], problems);
    problems.push(...checkLength({ note }, ['note'], longText, path));
    return { kind, targetId: key, note: note ?? null };
  });
}

/** What is wrong with the wanted relations of one regulation, given those it has and its state. */
export function checkRelations(
  wanted: readonly RelationFacts[],
  {
    regulationId,
    state,
    existing,
  }: {
    readonly regulationId: string;
    readonly state: `${RegulationState}`;
    readonly existing: readonly RelationFacts[];
  },
): Problem[] {
  const known = new Set(existing.map(keyOf));
  const seen = new Set<string>();
  const problems = wanted.flatMap((relation, index) => {
    const path = ['input', 'relations', String(index)];
    const key = keyOf(relation);
    if (relation.targetId === regulationId)
      return [problem([...path, 'targetId'], 'REGULATION_RELATION_SELF')];
    if (seen.has(key)) return [problem(path, 'REGULATION_RELATION_TWICE')];
    seen.add(key);
    if (state === 'DRAFT' || known.has(key) || relation.note !== null) return [];
    return [problem([...path, 'note'], 'REGULATION_RELATION_UNEXPLAINED')];
  });
  if (state !== 'DRAFT' && existing.some((relation) => !seen.has(keyOf(relation)))) {
    problems.push(problem(['input', 'relations'], 'REGULATION_RELATION_KEPT'));
  }
  return problems;
}

/** Targets that do not exist, or that the actor does not see. One query. */
export async function checkTargets(work: Work, wanted: readonly RelationFacts[]): Promise<Problem[]> {
  const ids = wanted.flatMap(({ targetId }) => targetId ?? []);
  const rows = await work.query<{ id: string }>(
    'select r.id from regulation r where r.id = any($1::uuid[])',
    [ids],
  );
  const visible = new Set(rows.map(({ id }) => id));
  return wanted.flatMap(({ targetId }, index) => {
    if (targetId === null || visible.has(targetId)) return [];
    return [problem(['input', 'relations', String(index), 'targetId'], 'REFERENCE_NOT_FOUND')];
  });
}

/** Replaces the relations of a stored regulation by the wanted ones, or refuses with all that is wrong with them. */
export async function reviseRelations(
  work: Work,
  { id: regulationId, state }: { readonly id: string; readonly state: `${RegulationState}` },
  wanted: readonly RelationFacts[],
): Promise<void> {
  const existing = await work.manager.findBy(RegulationRelation, { regulationId });
  refuse([
    ...checkRelations(wanted, { regulationId, state, existing }),
    ...(await checkTargets(work, wanted)),
  ]);
  await saveRelations(work, { regulationId, state, existing, wanted });
}

/**
 * Makes the wanted relations those of the regulation; what stays the same is not touched, nor is an existing relation
 * of an enacted regulation. Call `lockRelations` before any row is locked.
 */
export async function saveRelations(
  work: Work,
  {
    regulationId,
    state,
    existing,
    wanted,
  }: {
    readonly regulationId: string;
    readonly state: `${RegulationState}`;
    readonly existing: readonly RegulationRelation[];
    readonly wanted: readonly RelationFacts[];
  },
): Promise<void> {
  const signature = state === 'DRAFT' ? contentOf : keyOf;
  const kept = new Set(wanted.map(signature));
  const known = new Set(existing.map(signature));
  const gone = existing.filter((relation) => !kept.has(signature(relation)));
  if (gone.length > 0)
    await work.manager.delete(
      RegulationRelation,
      gone.map(({ id }) => id),
    );
  const added = wanted.flatMap(({ kind, targetId, note }) =>
    targetId === null || known.has(signature({ kind, targetId, note })) ? [] : [{ kind, targetId, note }],
  );
  for (const { kind, targetId, note } of added) {
    await work.query(
      'insert into regulation_relation (id, regulation_id, kind, target_id, note) values ($1, $2, $3, $4, $5)',
      [newId(), regulationId, kind, targetId, note],
    );
  }
}

/** Lets one transaction at a time write relations, so that two of them cannot close a cycle together. */
export async function lockRelations(work: Work): Promise<void> {
  await work.query('select app.lock_regulation_relations()');
}

function keyOf({ kind, targetId }: RelationFacts): string {
  return `${kind}:${targetId}`;
}

function contentOf({ kind, targetId, note }: RelationFacts): string {
  return JSON.stringify([kind, targetId, note]);
}
