import { newId } from '../kernel/identifier.js';
import { referenceKey, revised } from '../kernel/input.js';
import { type Problem, problem } from '../kernel/problem.js';
import type { Work } from '../kernel/unit-of-work.js';
import { Region } from '../region/index.js';
import { Mou } from './mou.entity.js';
import type { MouPartyKind } from './mou.enums.js';
import type { MouCreateInput, MouPartyInput, MouReviseInput } from './mou.inputs.js';
import { checkFacts, checkParties, checkPlace, type MouFacts, type PartyFacts } from './mou.rules.js';
import { MouParty } from './mou-party.entity.js';

/** An agreement's content with its references as database keys. */
export interface MouContent {
  readonly facts: MouFacts;
  readonly parentId: string | null;
  readonly predecessorId: string | null;
  readonly parties: readonly PartyFacts[];
  readonly legalBasisIds: readonly string[];
}

const nothingKnown: MouFacts = {
  titleAsWritten: null,
  subject: null,
  signedOn: null,
  signedPlace: null,
  effectiveFrom: null,
  effectiveUntil: null,
  termText: null,
  isAutoRenewed: null,
  noticeDays: null,
  segments: [],
  scope: [],
  plannedBeneficiaries: null,
  note: null,
};

export const emptyContent: MouContent = {
  facts: nothingKnown,
  parentId: null,
  predecessorId: null,
  parties: [],
  legalBasisIds: [],
};

/** The content that is saved now; the parties and bases are few. */
export async function contentOf(work: Work, mou: Mou): Promise<MouContent> {
  const parties = await work.manager.find(MouParty, { where: { mouId: mou.id }, order: { position: 'ASC' } });
  const bases = await work.query<{ regulation_id: string }>(
    'select regulation_id from mou_legal_basis where mou_id = $1 order by regulation_id',
    [mou.id],
  );
  const facts = Object.fromEntries(Object.keys(nothingKnown).map((name) => [name, mou[name as keyof Mou]]));
  return {
    facts: facts as unknown as MouFacts,
    parentId: mou.parentId,
    predecessorId: mou.predecessorId,
    parties: parties.map(partyFacts),
    legalBasisIds: bases.map(({ regulation_id }) => regulation_id),
  };
}

function partyFacts({
  kind,
  regionId,
  agency,
  officeId,
  otherName,
  number,
  signatoryId,
}: MouParty): PartyFacts {
  return { kind, regionId, agency, officeId, otherName, number, signatoryId };
}

/** The input laid over `current`: absent keeps, null clears. References that cannot be ids of ours become problems. */
export function changedContent(
  current: MouContent,
  input: MouCreateInput | MouReviseInput,
  problems: Problem[],
): MouContent {
  const { parties, legalBasisIds, parentId, predecessorId, ...rest } = input;
  const known = Object.fromEntries(Object.entries(rest).filter(([name]) => name in nothingKnown));
  const facts = revised<MouFacts>(current.facts, known as Partial<MouFacts>);
  return {
    facts: { ...facts, segments: facts.segments ?? [], scope: facts.scope ?? [] },
    parentId:
      parentId === undefined
        ? current.parentId
        : referenceKey('mou', parentId, ['input', 'parentId'], problems),
    predecessorId:
      predecessorId === undefined
        ? current.predecessorId
        : referenceKey('mou', predecessorId, ['input', 'predecessorId'], problems),
    parties:
      parties === undefined
        ? current.parties
        : (parties ?? []).map((party, index) => partyKeys(party, index, problems)),
    legalBasisIds:
      legalBasisIds === undefined ? current.legalBasisIds : basisKeys(legalBasisIds ?? [], problems),
  };
}

function partyKeys(party: MouPartyInput, index: number, problems: Problem[]): PartyFacts {
  const path = ['input', 'parties', String(index)];
  return {
    kind: party.kind,
    regionId: referenceKey('region', party.regionId, [...path, 'regionId'], problems),
    agency: party.agency ?? null,
    officeId: referenceKey('office', party.officeId, [...path, 'officeId'], problems),
    otherName: party.otherName ?? null,
    number: party.number ?? null,
    signatoryId: referenceKey('official', party.signatoryId, [...path, 'signatoryId'], problems),
  };
}

function basisKeys(publicIds: readonly string[], problems: Problem[]): string[] {
  const keys = publicIds.flatMap(
    (id, index) => referenceKey('regulation', id, ['input', 'legalBasisIds', String(index)], problems) ?? [],
  );
  if (new Set(keys).size < keys.length)
    problems.push(problem(['input', 'legalBasisIds'], 'MOU_LEGAL_BASIS_TWICE'));
  return keys;
}

/** All that is wrong with the content, and with its place in region and chain. */
export async function checkContent(
  work: Work,
  content: MouContent,
  { kind, regionId }: { readonly kind: string; readonly regionId: string },
): Promise<Problem[]> {
  const problems = [...checkFacts(content.facts), ...checkParties(content.parties)];
  const region = await work.manager.findOneBy(Region, { id: regionId });
  if (!region) return [problem(['input', 'regionId'], 'REFERENCE_NOT_FOUND'), ...problems];
  const parent = await neighbour(work, content.parentId, ['input', 'parentId'], problems);
  const predecessor = await neighbour(work, content.predecessorId, ['input', 'predecessorId'], problems);
  const isKnown = (content.parentId === null || parent) && (content.predecessorId === null || predecessor);
  if (isKnown)
    problems.push(...checkPlace({ kind, regionId, regionLevel: region.level, parent, predecessor }));
  return problems;
}

async function neighbour(
  work: Work,
  id: string | null,
  path: readonly string[],
  problems: Problem[],
): Promise<Mou | null> {
  if (id === null) return null;
  const found = await work.manager.findOneBy(Mou, { id });
  if (!found) problems.push(problem(path, 'REFERENCE_NOT_FOUND'));
  return found;
}

/** Writes parties and bases where they differ; of a signed agreement only what was unknown differs. */
export async function saveParts(
  work: Work,
  mouId: string,
  before: MouContent,
  after: MouContent,
): Promise<void> {
  const isSame = before.parties.length === after.parties.length;
  if (!isSame) await work.manager.delete(MouParty, { mouId });
  for (const [index, party] of after.parties.entries()) {
    const values = { ...party, kind: party.kind as MouPartyKind };
    const position = index + 1;
    if (!isSame) await work.manager.insert(MouParty, { id: newId(), mouId, position, ...values });
    else if (JSON.stringify(before.parties[index]) !== JSON.stringify(party)) {
      await work.manager.update(MouParty, { mouId, position }, values);
    }
  }
  await work.query('delete from mou_legal_basis where mou_id = $1 and regulation_id <> all ($2::uuid[])', [
    mouId,
    after.legalBasisIds,
  ]);
  const added = after.legalBasisIds.filter((id) => !before.legalBasisIds.includes(id));
  await work.query(
    'insert into mou_legal_basis (id, mou_id, regulation_id) select * from unnest($1::uuid[], array_fill($2::uuid, array[cardinality($1::uuid[])]), $3::uuid[])',
    [added.map(newId), mouId, added],
  );
}

/** TypeORM takes arrays that it could change. */
export function mutable<
  Facts extends {
    readonly segments: readonly string[];
    readonly scope: readonly string[];
    readonly titleAsWritten: string | null;
  },
>(facts: Facts) {
  return {
    ...facts,
    titleAsWritten: facts.titleAsWritten ?? '',
    segments: [...facts.segments] as Mou['segments'],
    scope: [...facts.scope],
  };
}
