import type pg from 'pg';
import { bilingual } from '../startup-error.js';
import { citationRows, citationsOf, type SeedCitation } from './citation-rows.js';
import { legalBasisRows, mouFieldCitations, mouRow, partyRows } from './mou-rows.js';
import {
  awards,
  categories,
  indicators,
  mous,
  observations,
  offices,
  officials,
  regulations,
  sources,
  tariffs,
} from './reference/index.js';
import {
  awardRow,
  categoryRow,
  giverRows,
  indicatorRow,
  observationRow,
  officeRows,
  officialRow,
  regulationRow,
  relationRows,
  serviceAreaRows,
  sourceRow,
  tariffRow,
} from './reference-rows.js';
import { insertMissing, type Row, type SeedRun, withSeedTransaction } from './seed-transaction.js';

/** Records of one table, and the rows that belong to them. */
interface Batch {
  readonly table: string;
  readonly rows: readonly Row[];
  readonly children?: readonly ChildBatch[];
}

interface ChildBatch {
  readonly table: string;
  /** Column that holds the id of the record. */
  readonly parent: string;
  readonly rows: readonly Row[];
}

// in the order in which they refer to each other; the tables of citable concepts are named as the concepts
const batches: readonly Batch[] = [
  { table: 'source', rows: sources.map(sourceRow) },
  { table: 'category', rows: categories.map(categoryRow) },
  {
    table: 'office',
    rows: officeRows(offices),
    children: [{ table: 'office_service_area', parent: 'office_id', rows: offices.flatMap(serviceAreaRows) }],
  },
  { table: 'official', rows: officials.map(officialRow) },
  {
    table: 'regulation',
    rows: regulations.map(regulationRow),
    children: [
      { table: 'regulation_relation', parent: 'regulation_id', rows: regulations.flatMap(relationRows) },
    ],
  },
  { table: 'tariff', rows: tariffs.map(tariffRow) },
  {
    table: 'mou',
    rows: mous.map(mouRow),
    children: [
      { table: 'mou_party', parent: 'mou_id', rows: mous.flatMap(partyRows) },
      { table: 'mou_legal_basis', parent: 'mou_id', rows: mous.flatMap(legalBasisRows) },
    ],
  },
  { table: 'indicator', rows: indicators.map(indicatorRow) },
  { table: 'observation', rows: observations.map(observationRow) },
  {
    table: 'award',
    rows: awards.map(awardRow),
    children: [{ table: 'award_giver', parent: 'award_id', rows: awards.flatMap(giverRows) }],
  },
];

/**
 * Loads the reference data that is missing: sources, categories, offices, officials, regulations, rates, agreements, figures
 * and awards. What is there stays as it is, whoever changed it; regions have to be loaded before.
 */
export async function loadReference({ ownerUrl, log }: SeedRun): Promise<void> {
  const count = await withSeedTransaction(ownerUrl, insertReference);
  if (count === 0) return;
  log(
    bilingual({ id: `Data acuan dimuat: ${count} catatan`, en: `Reference data loaded: ${count} records` }),
  );
}

async function insertReference(client: pg.Client): Promise<number> {
  const added = new Set<string>();
  for (const batch of batches) {
    for (const id of await insertBatch(client, batch)) added.add(id);
  }
  const citations = citationRows(allCitations());
  await insertMissing(client, 'citation', ofRecords(citations, 'record_id', added));
  return added.size;
}

/** Rows of a record are its content: they come with it, and never again after people took one away. */
async function insertBatch(
  client: pg.Client,
  { table, rows, children = [] }: Batch,
): Promise<ReadonlySet<string>> {
  const added = await insertMissing(client, table, rows);
  for (const child of children) {
    await insertMissing(client, child.table, ofRecords(child.rows, child.parent, added));
  }
  return added;
}

function ofRecords(rows: readonly Row[], column: string, ids: ReadonlySet<string>): Row[] {
  return rows.filter((row) => ids.has(String(row[column])));
}

function allCitations(): SeedCitation[] {
  return [
    ...citationsOf('category', categories),
    ...citationsOf('office', offices),
    ...offices.flatMap(serviceAreaCitations),
    ...citationsOf('official', officials),
    ...citationsOf('regulation', regulations),
    ...citationsOf('tariff', tariffs),
    ...citationsOf('mou', mous),
    ...mous.flatMap(mouFieldCitations),
    ...citationsOf('observation', observations),
    ...citationsOf('award', awards),
  ];
}

/** A service area is part of its office, which cites for it. */
function serviceAreaCitations({ key, serviceAreas }: (typeof offices)[number]): SeedCitation[] {
  return serviceAreas.flatMap((area) =>
    area.sources.map((source) => ({ concept: 'office', key, source, field: 'serviceAreas' })),
  );
}
