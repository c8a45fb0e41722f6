import { keyOf, publicKey } from './servers/first-written-page.js';

/** How PostGraphile is asked for what a workload wants, and how its answer reads in the workload's form. */
interface Operation {
  readonly query: string;
  variablesOf(variables: never): object;
  dataOf(data: never): unknown;
}

interface Named {
  readonly rowId: string;
  readonly displayName: string;
}
interface Nodes<Node> {
  readonly nodes: readonly Node[];
}
interface Page<Node> extends Nodes<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean };
}

const regionOf = ({ rowId, displayName }: Named) => ({ id: publicKey('region', rowId), displayName });

const mou: Operation = {
  query: `query Mou($id: UUID!) { mouByRowId(rowId: $id) {
    rowId titleAsWritten kind state signedOn signedPlace regionByRegionId { rowId code displayName }
    mouPartiesByMouId(orderBy: [POSITION_ASC]) { nodes { position kind number officeByOfficeId { rowId displayName level } } }
    programMousByMouId(first: 10) { nodes { programByProgramId { rowId name } } } } }`,
  variablesOf: ({ id }: { id: string }) => ({ id: keyOf(id) }),
  dataOf: ({ mouByRowId }: { mouByRowId: MouRow }) => {
    const { rowId, titleAsWritten, kind, state, signedOn: on, signedPlace: place } = mouByRowId;
    const { code, ...region } = mouByRowId.regionByRegionId;
    const parties = mouByRowId.mouPartiesByMouId.nodes.map(({ officeByOfficeId: office, ...party }) => ({
      ...party,
      office: office && {
        id: publicKey('office', office.rowId),
        displayName: office.displayName,
        level: office.level,
      },
    }));
    const programs = mouByRowId.programMousByMouId.nodes.map(
      ({ programByProgramId: { rowId: key, name } }) => ({
        id: publicKey('program', key),
        name,
      }),
    );
    const facts = { id: publicKey('mou', rowId), titleAsWritten, kind, state, signing: { on, place } };
    return {
      mou: { ...facts, region: { ...regionOf(region), code }, parties, programs: { nodes: programs } },
    };
  },
};

interface MouRow {
  readonly rowId: string;
  readonly titleAsWritten: string;
  readonly kind: string;
  readonly state: string;
  readonly signedOn: string;
  readonly signedPlace: string;
  readonly regionByRegionId: Named & { readonly code: string };
  readonly mouPartiesByMouId: Nodes<{ officeByOfficeId: (Named & { level: string }) | null }>;
  readonly programMousByMouId: Nodes<{ programByProgramId: { rowId: string; name: string } }>;
}

const programs: Operation = {
  query: `query Programs($regions: [UUID], $year: Int) { programsIn(regions: $regions, year: $year, first: 50) {
    nodes { rowId name monthFrom regionByRegionId { rowId displayName }
      programMousByProgramId { nodes { mouByMouId { rowId titleAsWritten } } }
      programLegalBasesByProgramId { nodes { regulationByRegulationId { rowId displayTitle year } } }
      enrollmentsByProgramId { totalCount } }
    pageInfo { hasNextPage endCursor } } }`,
  variablesOf: ({ filter }: { filter: { regionIds: readonly string[]; fiscalYear: number } }) => ({
    regions: filter.regionIds.map(keyOf),
    year: filter.fiscalYear,
  }),
  dataOf: ({ programsIn }: { programsIn: Page<ProgramRow> }) => ({
    programs: {
      nodes: programsIn.nodes.map(programOf),
      pageInfo: pageInfoOf(programsIn, 'PERIOD_FROM:DESC', ({ monthFrom }) => monthFrom),
    },
  }),
};

interface ProgramRow {
  readonly rowId: string;
  readonly name: string;
  readonly monthFrom: string;
  readonly regionByRegionId: Named;
  readonly programMousByProgramId: Nodes<{ mouByMouId: { rowId: string; titleAsWritten: string } }>;
  readonly programLegalBasesByProgramId: Nodes<{
    regulationByRegulationId: { rowId: string; displayTitle: string; year: number };
  }>;
  readonly enrollmentsByProgramId: { readonly totalCount: number };
}

function programOf(program: ProgramRow) {
  const bases = program.programLegalBasesByProgramId.nodes.map((link) => link.regulationByRegulationId);
  // laws in the order of another column are not to be had from PostGraphile: a client sorts them
  bases.sort((left, right) => left.year - right.year || (left.rowId < right.rowId ? -1 : 1));
  return {
    id: publicKey('program', program.rowId),
    name: program.name,
    region: regionOf(program.regionByRegionId),
    mous: program.programMousByProgramId.nodes.map(({ mouByMouId: { rowId, titleAsWritten } }) => ({
      id: publicKey('mou', rowId),
      titleAsWritten,
    })),
    legalBases: bases.map(({ rowId, displayTitle }) => ({
      id: publicKey('regulation', rowId),
      displayTitle,
    })),
    enrollments: program.enrollmentsByProgramId,
  };
}

/** What PostGraphile 5.1 puts first into cursors of this order of `allBeneficiaries`. */
const nameOrder = '9a3d6abad7';

const people: Operation = {
  query: `query People($after: Cursor) { allBeneficiaries(first: 100, after: $after, orderBy: [NAME_ASC, PRIMARY_KEY_ASC]) {
    nodes { rowId name regionByRegionId { rowId displayName }
      enrollmentsByBeneficiaryId(first: 3, orderBy: [ENTERED_ON_DESC, PRIMARY_KEY_DESC]) {
        nodes { rowId state enteredOn programByProgramId { rowId name } } } }
    pageInfo { hasNextPage endCursor } } }`,
  variablesOf: ({ after }: { after?: string }) => {
    if (!after) return {};
    const [, ...place]: readonly string[] = JSON.parse(Buffer.from(after, 'base64url').toString());
    return { after: Buffer.from(JSON.stringify([nameOrder, ...place])).toString('base64') };
  },
  dataOf: ({ allBeneficiaries }: { allBeneficiaries: Page<PersonRow> }) => ({
    beneficiaries: {
      nodes: allBeneficiaries.nodes.map(personOf),
      pageInfo: pageInfoOf(allBeneficiaries, 'NAME:ASC', ({ name }) => name),
    },
  }),
};

interface PersonRow {
  readonly rowId: string;
  readonly name: string;
  readonly regionByRegionId: Named;
  readonly enrollmentsByBeneficiaryId: Nodes<{
    readonly rowId: string;
    readonly state: string;
    readonly enteredOn: string;
    readonly programByProgramId: { readonly rowId: string; readonly name: string };
  }>;
}

function personOf({ rowId, name, regionByRegionId, enrollmentsByBeneficiaryId }: PersonRow) {
  const nodes = enrollmentsByBeneficiaryId.nodes.map(({ programByProgramId: program, ...enrollment }) => ({
    id: publicKey('enrollment', enrollment.rowId),
    state: enrollment.state,
    enteredOn: enrollment.enteredOn,
    program: { id: publicKey('program', program.rowId), name: program.name },
  }));
  const facts = { id: publicKey('beneficiary', rowId), name, region: regionOf(regionByRegionId) };
  return { ...facts, enrollments: { nodes } };
}

const coverage: Operation = {
  query: `query Coverage($province: UUID!, $year: Int!) { allCoverageMonths(condition: { provinceId: $province, year: $year }) {
    groupedAggregates(groupBy: [REGION_ID, CATEGORY_ID]) { keys sum { personMonths contribution } } } }`,
  variablesOf: ({ filter }: { filter: { regionIds: readonly string[]; from: string } }) => ({
    province: keyOf(filter.regionIds[0] ?? ''),
    year: Number(filter.from.slice(0, 4)),
  }),
  dataOf: ({ allCoverageMonths }: { allCoverageMonths: { groupedAggregates: readonly SumRow[] } }) => ({
    coverageStatistics: {
      rows: allCoverageMonths.groupedAggregates.map(({ keys: [region = '', category = ''], sum }) => ({
        region: { id: publicKey('region', region) },
        category: { id: publicKey('category', category) },
        personMonths: Number(sum.personMonths),
        contributionRupiah: sum.contribution,
      })),
    },
  }),
};

interface SumRow {
  readonly keys: readonly string[];
  readonly sum: { readonly personMonths: string; readonly contribution: string };
}

const create: Operation = {
  query: `mutation Create($input: MakeProgramInput!) { makeProgram(input: $input) { result { rowId version name
    regionByRegionId { displayName } budgetLinesByProgramId { nodes { fiscalYear originalRupiah } } } } }`,
  variablesOf: ({ input }: { input: DraftInput }) => {
    const { name, segment, quota, legalBasisIds, mouIds, budgetLines } = input;
    const months = { monthFrom: `${input.monthFrom}-01`, monthUntil: `${input.monthUntil}-01` };
    const links = { bases: legalBasisIds.map(keyOf), mous: mouIds.map(keyOf) };
    const money = {
      years: budgetLines.map(({ fiscalYear }) => fiscalYear),
      sources: budgetLines.map(({ fundingSource }) => fundingSource),
      ceilings: budgetLines.map(({ originalRupiah }) => originalRupiah),
    };
    return { input: { region: keyOf(input.regionId), name, segment, quota, ...months, ...links, ...money } };
  },
  dataOf: ({ makeProgram: { result: program } }: { makeProgram: { result: MadeProgram } }) => ({
    programCreate: {
      program: {
        id: publicKey('program', program.rowId),
        version: program.version,
        name: program.name,
        region: program.regionByRegionId,
        budgetLines: program.budgetLinesByProgramId.nodes,
      },
      userErrors: [],
    },
  }),
};

interface DraftInput {
  readonly regionId: string;
  readonly name: string;
  readonly segment: string;
  readonly quota: number;
  readonly monthFrom: string;
  readonly monthUntil: string;
  readonly legalBasisIds: readonly string[];
  readonly mouIds: readonly string[];
  readonly budgetLines: readonly { fiscalYear: number; fundingSource: string; originalRupiah: string }[];
}
interface MadeProgram {
  readonly rowId: string;
  readonly version: number;
  readonly name: string;
  readonly regionByRegionId: { readonly displayName: string };
  readonly budgetLinesByProgramId: Nodes<object>;
}

/** Its cursors are its own: the place that they stand for is compared. */
function pageInfoOf<Row extends { readonly rowId: string }>(
  { nodes, pageInfo }: Page<Row>,
  order: string,
  placeOf: (row: Row) => string,
) {
  const last = nodes.at(-1);
  const cursor = last ? JSON.stringify([order, placeOf(last), last.rowId]) : '';
  return { hasNextPage: pageInfo.hasNextPage, endCursor: Buffer.from(cursor).toString('base64url') };
}

/** By route of the workload. */
export const postgraphileOperations: Readonly<Record<string, Operation>> = {
  '/mou': mou,
  '/programs': programs,
  '/people': people,
  '/coverage': coverage,
  '/create': create,
};
