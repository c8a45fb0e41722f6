import { usePageData } from './page-parts';

/** Where a region stands: people of the target, money of the year, agreements. */
export interface RegionFigures {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Distinct persons with an active enrollment. Null: withheld. */
  readonly persons: bigint | null;
  /** Sum of the quotas of the year's approved programs; 0: no target is recorded. */
  readonly target: bigint;
  readonly budgetRupiah: bigint;
  /** Null: withheld. */
  readonly paidRupiah: bigint | null;
  /** Phases of its signed agreements. */
  readonly phases: readonly string[];
}

interface ChildData {
  readonly id: string;
  readonly code: string;
  readonly displayName: string;
  readonly mous: { readonly nodes: readonly { readonly phase: string | null }[] };
  readonly programs: {
    readonly nodes: readonly {
      readonly quota: number | null;
      readonly state: string;
      readonly money: {
        readonly budgetRupiah: string | null;
        readonly paidRupiah: string | null;
        readonly enrolledCount: number | null;
      } | null;
    }[];
  };
}

const fields = `id code displayName mous(first: 20, filter: { states: [SIGNED] }) { nodes { phase } }
  programs(first: 10, filter: { fiscalYear: $year }) { nodes { quota state
    money(fiscalYear: $year) { budgetRupiah paidRupiah enrolledCount } } }`;
const query = `query ($codes: [RegionCode!], $parentId: ID, $year: Int!) {
  regions(first: 100, filter: { codes: $codes, parentId: $parentId }) { nodes { ${fields} } } }`;

type Asked = { readonly parentId: string } | { readonly codes: readonly string[] };

/** Figures of the regions below a province, or of these; null while they load. */
export function useRegionFigures(asked: Asked, year: number) {
  const { data, fault } = usePageData<{ regions: { readonly nodes: readonly ChildData[] } }>(query, {
    ...asked,
    year,
  });
  return { figures: data?.regions.nodes.map(figuresOf) ?? null, fault };
}

function figuresOf({ id, code, displayName, mous, programs }: ChildData): RegionFigures {
  const money = programs.nodes.flatMap(({ money }) => (money ? [money] : []));
  const approved = programs.nodes.filter(({ state }) => state === 'APPROVED');
  return {
    id,
    code,
    name: displayName,
    persons: summed(approved.map(({ money }) => String(money?.enrolledCount ?? 0))),
    target: summed(approved.map(({ quota }) => String(quota ?? 0))),
    budgetRupiah: summed(money.map(({ budgetRupiah }) => budgetRupiah ?? '0')),
    paidRupiah: summed(money.map(({ paidRupiah }) => paidRupiah ?? '0')),
    phases: mous.nodes.flatMap(({ phase }) => (phase ? [phase] : [])),
  };
}

function summed(amounts: readonly string[]): bigint {
  return amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);
}
