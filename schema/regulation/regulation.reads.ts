import { documentsOf } from '../document/index.js';
import { column, type FieldRead, group, many, manyFrom, one, readable, value } from '../kernel/readable.js';
import { Region } from '../region/index.js';
import { citations } from '../source/index.js';
import { Regulation } from './regulation.entity.js';
import { RegulationChainLink, RegulationRelation } from './regulation-relation.entity.js';

/** SQL of the phase on a day; the rule itself stands once, in the database. */
export const phaseSql = (regulation: string, day: string): string =>
  `app.regulation_phase(${regulation}, ${day})`;

const impactCounts = new Map<string, (regulation: string) => string>([
  ['regulations', (regulation) => `select count(*) from app.regulation_dependents(${regulation}.id)`],
]);

/**
 * Adds a count to `RegulationImpact` from a child's folder, for instance of the MoUs that rest on a regulation.
 * `count` is a select of one number; the GraphQL field comes from a resolver of `RegulationImpact` there.
 */
export function countImpact(name: string, count: (regulation: string) => string): void {
  impactCounts.set(name, count);
}

function impactSql(regulation: string): string {
  const counts = [...impactCounts].map(([name, count]) => `'${name}', (${count(regulation)})`);
  return `json_build_object(${counts.join(', ')})`;
}

const inForceRead: FieldRead = value((regulation, statement, { on }) => {
  const day = on ? `${statement.parameter(on)}::date` : 'app.today()';
  return `(${phaseSql(regulation, day)} = 'IN_FORCE')`;
});

const nearestFirst = (link: string): string =>
  `${link}.depth, (select r.display_title from regulation r where r.id = ${link}.regulation_id), ${link}.regulation_id`;

readable(Regulation, 'regulation', {
  issuerRegion: one(
    () => Region,
    (parent, child) => `${child}.id = ${parent}.region_id`,
  ),
  period: group({ from: column('effective_from'), until: column('effective_until') }),
  revocation: group({ on: column('revoked_on'), reason: column('revocation_reason') }),
  phase: value((regulation) => phaseSql(regulation, 'app.today()')),
  isInForce: inForceRead,
  relations: many(
    () => RegulationRelation,
    (parent, child) => `${child}.regulation_id = ${parent}.id`,
    (child) => `${child}.kind, ${child}.id`,
  ),
  relatedBy: many(
    () => RegulationRelation,
    (parent, child) => `${child}.target_id = ${parent}.id`,
    (child) => `${child}.kind, ${child}.id`,
  ),
  basis: manyFrom(
    () => RegulationChainLink,
    (regulation) => `app.regulation_basis(${regulation}.id)`,
    nearestFirst,
  ),
  dependents: manyFrom(
    () => RegulationChainLink,
    (regulation) => `app.regulation_dependents(${regulation}.id)`,
    nearestFirst,
  ),
  impact: value(impactSql),
  documents: documentsOf('regulation'),
  citations: citations('regulation'),
  // what the rights are judged by; a resolver makes the answer of it
  viewerCan: value(
    (regulation) => `json_build_object('state', ${regulation}.state, 'regionId', ${regulation}.region_id)`,
  ),
});

// parts of a regulation, not records of their own: no public id begins with these prefixes
readable(RegulationRelation, 'regulation-relation');
readable(RegulationChainLink, 'regulation-chain', {
  kind: column('kind'),
  depth: column('depth'),
  regulation: one(
    () => Regulation,
    (parent, child) => `${child}.id = ${parent}.regulation_id`,
  ),
});
