import { Document, documentsOf } from '../document/index.js';
import { column, group, many, one, readable, value } from '../kernel/readable.js';
import { Regulation } from '../regulation/index.js';
import { citations } from '../source/index.js';
import { Mou } from './mou.entity.js';
import { MouParty } from './mou-party.entity.js';

/** What staff write for themselves is shown within the region only. */
const withinRegion = (name: string) =>
  value((mou) => `case when ${mou}.region_id in (select app.readable_regions()) then ${mou}.${name} end`);

const signingOrder = (mou: string): string => `coalesce(${mou}.signed_on, '9999-12-31'), ${mou}.id`;

readable(Mou, 'mou', {
  phase: value((mou) => `app.mou_phase(${mou})`),
  missing: value((mou) => `to_json(app.mou_missing(${mou}))`),
  lacking: value(
    (mou) =>
      `to_json(app.mou_lacking(${mou}, case ${mou}.state when 'DRAFT' then 'LEGAL_REVIEW' when 'LEGAL_REVIEW' then 'SIGNED' end))`,
  ),
  comparison: value((mou) => `app.mou_comparison(${mou})`),
  concerns: value((mou) => `to_json(app.mou_concerns(${mou}))`),
  signing: group({ on: column('signed_on'), place: column('signed_place') }),
  period: group({ from: column('effective_from'), until: column('effective_until') }),
  endsOn: value((mou) => `app.mou_ends_on(${mou})`),
  daysLeft: value(
    (mou) => `case when ${mou}.state = 'SIGNED' then app.mou_ends_on(${mou}) - app.today() end`,
  ),
  noticeOn: value((mou) => `app.mou_ends_on(${mou}) - ${mou}.notice_days`),
  note: withinRegion('note'),
  returnedReason: withinRegion('returned_reason'),
  termination: group({
    on: column('terminated_on'),
    reason: withinRegion('termination_reason'),
    document: one(
      () => Document,
      (mou, document) => `${document}.id = ${mou}.termination_document_id`,
    ),
  }),
  successors: many(
    () => Mou,
    (mou, next) => `${next}.predecessor_id = ${mou}.id`,
    signingOrder,
  ),
  children: many(
    () => Mou,
    (mou, child) => `${child}.parent_id = ${mou}.id`,
    signingOrder,
  ),
  parties: many(
    () => MouParty,
    (mou, party) => `${party}.mou_id = ${mou}.id`,
    (party) => `${party}.position`,
  ),
  legalBases: many(
    () => Regulation,
    (mou, regulation) =>
      `${regulation}.id in (select b.regulation_id from mou_legal_basis b where b.mou_id = ${mou}.id)`,
    (regulation) => `${regulation}.year, ${regulation}.id`,
  ),
  documents: documentsOf('mou'),
  citations: citations('mou'),
  viewerCan: value(
    (mou) => `json_build_object('state', ${mou}.state, 'kind', ${mou}.kind, 'regionId', ${mou}.region_id)`,
  ),
});
