import type { Ratio } from './page-parts';

export interface ProgramMoney {
  readonly months: number;
  readonly requiredRupiah: string | null;
  readonly budgetRupiah: string | null;
  readonly adequacy: Ratio;
  readonly billedRupiah: string | null;
  readonly paidRupiah: string | null;
  readonly absorption: Ratio;
  readonly personMonths: number | null;
  readonly paidPersonMonths: number | null;
  readonly costPerPersonMonthRupiah: string | null;
  readonly enrolledCount: number | null;
  readonly quotaFulfilment: Ratio;
  readonly runsOutOn: string | null;
  readonly isSuppressed: boolean;
}

export interface ProgramBill {
  readonly id: string;
  readonly billCode: string | null;
  readonly state: string;
  readonly heads: number;
  readonly personMonths: number;
  readonly totalRupiah: string;
  readonly dueOn: string;
  readonly daysOverdue: number | null;
  readonly period: { readonly from: string; readonly until: string };
}

export interface ProgramFacts {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly quota: number | null;
  readonly period: { readonly from: string; readonly until: string };
  readonly unfoundedMonths: readonly {
    readonly reason: string;
    readonly months: { readonly from: string; readonly until: string };
  }[];
  readonly legalBases: readonly {
    readonly id: string;
    readonly displayTitle: string;
    readonly phase: string | null;
  }[];
  readonly mous: readonly {
    readonly id: string;
    readonly titleAsWritten: string;
    readonly phase: string | null;
    readonly state: string;
  }[];
  readonly budgetLines: readonly {
    readonly id: string;
    readonly fiscalYear: number;
    readonly fundingSource: string;
    readonly originalRupiah: string;
    readonly revisedRupiah: string | null;
    readonly nonPremiumRupiah: string | null;
    readonly ceilingRupiah: string;
  }[];
  readonly money: ProgramMoney | null;
  readonly bills: { readonly totalCount: number; readonly nodes: readonly ProgramBill[] };
  readonly claims: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly cases: number; readonly paidRupiah: string }[];
  };
  readonly waiting: { readonly totalCount: number };
  readonly imports: { readonly totalCount: number; readonly nodes: readonly ProgramImport[] };
  readonly viewerCan: { readonly revise: boolean };
}

/** A roster that was handed in for the program. */
export interface ProgramImport {
  readonly id: string;
  readonly fileName: string;
  readonly state: string;
  readonly rowCount: number | null;
  readonly committedCount: number;
  readonly createdAt: string;
}

export interface FigureCheckData {
  readonly kind: string;
  readonly unit: string;
  readonly computed: string;
  readonly difference: string | null;
  readonly percent: string | null;
  readonly verdict: string;
  readonly reported: {
    readonly label: string;
    readonly value: string;
    readonly asOf: string | null;
    readonly observationId: string | null;
  } | null;
  readonly arithmetic: { readonly indonesian: string; readonly english: string };
}

export interface ProgramPageData {
  readonly program: ProgramFacts | null;
  readonly figureChecks: readonly FigureCheckData[];
}

const money = `months requiredRupiah budgetRupiah adequacy { value numerator denominator } billedRupiah paidRupiah
  absorption { value numerator denominator } personMonths paidPersonMonths costPerPersonMonthRupiah enrolledCount
  quotaFulfilment { value numerator denominator } runsOutOn isSuppressed`;

export const figureCheckFields = `kind unit computed difference percent verdict
  reported { label value asOf observationId } arithmetic { indonesian english }`;

export const programPageQuery = `query ($id: ID!) {
  program(id: $id) {
    id name state quota period { from until } unfoundedMonths { reason months { from until } }
    legalBases { id displayTitle phase } mous { id titleAsWritten phase state }
    budgetLines { id fiscalYear fundingSource originalRupiah revisedRupiah nonPremiumRupiah ceilingRupiah }
    money { ${money} }
    bills(first: 50) { totalCount nodes { id billCode state heads personMonths totalRupiah dueOn daysOverdue period { from until } } }
    claims(first: 100) { totalCount nodes { cases paidRupiah } }
    waiting: enrollments(filter: { states: [PROPOSED, VERIFIED, APPROVED, SUBMITTED] }, first: 1) { totalCount }
    imports(first: 3) { totalCount nodes { id fileName state rowCount committedCount createdAt } } viewerCan { revise }
  }
  figureChecks(programId: $id) { ${figureCheckFields} }
}`;

/** Money of each fiscal year, under the alias `y2026`. */
export function yearsQuery(years: readonly number[]): string {
  const fields = years.map((year) => `y${year}: money(fiscalYear: ${year}) { ${money} }`);
  return `query ($id: ID!) { program(id: $id) { ${fields.join(' ')} } }`;
}
