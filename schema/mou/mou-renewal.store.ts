import { newId } from '../kernel/identifier.js';
import type { Work } from '../kernel/unit-of-work.js';
import { contentOf, emptyContent, type MouContent, mutable, saveParts } from './mou.content.js';
import { Mou } from './mou.entity.js';
import type { MouFacts } from './mou.rules.js';
import { nextTerm } from './mou-renewal.rules.js';

interface Draft {
  readonly kind: Mou['kind'];
  readonly regionId: string;
  readonly content: MouContent;
}

/** Writes a draft down with its parts; gives its database key. */
export async function insertDraft(work: Work, { kind, regionId, content }: Draft): Promise<string> {
  const id = newId();
  const { facts, parentId, predecessorId } = content;
  const columns = { id, kind, regionId, parentId, predecessorId, ...mutable(facts) };
  await work.manager.insert(Mou, columns);
  await saveParts(work, id, emptyContent, content);
  return id;
}

/**
 * What a renewal takes over: the text as its addenda have it, the next term, the parties without numbers and without
 * signatories whose term is over, the legal bases in force, the umbrella that holds now.
 */
export async function carriedOver(work: Work, mou: Mou): Promise<MouContent> {
  const content = await contentOf(work, mou);
  const [known] = await work.query<Carried>(carried, [mou.id]);
  const { amended, umbrellaId = null, basisIds = [], inOffice = [] } = known ?? {};
  const facts: MouFacts = {
    ...content.facts,
    subject: amended?.subject ?? null,
    termText: amended?.term_text ?? null,
    isAutoRenewed: amended?.is_auto_renewed ?? null,
    noticeDays: amended?.notice_days ?? null,
    segments: amended?.segments ?? [],
    scope: amended?.scope ?? [],
    plannedBeneficiaries: amended?.planned_beneficiaries ?? null,
    signedOn: null,
    signedPlace: null,
    note: null,
    ...termAfter(mou, amended?.effective_until ?? null),
  };
  const parties = content.parties.map((party) => ({
    ...party,
    number: null,
    signatoryId: inOffice.includes(party.signatoryId ?? '') ? party.signatoryId : null,
  }));
  return { facts, parties, legalBasisIds: basisIds, parentId: umbrellaId, predecessorId: mou.id };
}

function termAfter({ effectiveFrom, signedOn }: Mou, until: string | null) {
  const { from, until: end } = nextTerm({ from: effectiveFrom ?? signedOn, until });
  return { effectiveFrom: from, effectiveUntil: end };
}

interface Carried {
  readonly amended: Amended | null;
  readonly umbrellaId: string | null;
  readonly basisIds: readonly string[];
  readonly inOffice: readonly string[];
}

interface Amended {
  readonly subject: string | null;
  readonly effective_until: string | null;
  readonly term_text: string | null;
  readonly is_auto_renewed: boolean | null;
  readonly notice_days: number | null;
  readonly segments: readonly string[];
  readonly scope: readonly string[];
  readonly planned_beneficiaries: number | null;
}

const carried = `
  select app.mou_amended(m.id, m.id) as amended,
    (with recursive line as (
      select p.id, 0 as depth from mou p where p.id = m.parent_id
      union select s.id, l.depth + 1 from line l join mou s on s.predecessor_id = l.id and s.state = 'SIGNED')
    select l.id from line l order by l.depth desc, l.id desc limit 1) as "umbrellaId",
    array(select b.regulation_id from mou_legal_basis b join regulation r on r.id = b.regulation_id
      where b.mou_id = m.id and app.regulation_phase(r, app.today()) = 'IN_FORCE' order by b.regulation_id) as "basisIds",
    array(select o.id from mou_party p join official o on o.id = p.signatory_id
      where p.mou_id = m.id and coalesce(o.term_until, 'infinity') >= app.today()) as "inOffice"
  from mou m where m.id = $1`;
