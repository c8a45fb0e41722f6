import { headCounts } from './budget.rules.js';
import {
  type CheckKind,
  checkOf,
  type Figure,
  type FigureCheck,
  type FigureUnit,
  type FigureWorld,
  figuresOf,
  type RegisterOfYear,
} from './figure.rules.js';
import { yearOf } from './occasion.rules.js';
import { inBoth } from './words.rules.js';

interface Comparison {
  readonly kind: CheckKind;
  readonly unit: FigureUnit;
  readonly indicators: readonly string[];
  readonly of: (register: RegisterOfYear) => string | null;
  readonly id: string;
  readonly en: string;
}

/** What was reported for a year against what the register holds for it. */
const comparisons: readonly Comparison[] = [
  {
    kind: 'REGISTER_PERSONS',
    unit: 'PERSON',
    indicators: headCounts,
    of: ({ persons }) => persons,
    id: 'orang dalam buku perlindungan',
    en: 'persons in the ledger of cover',
  },
  {
    kind: 'REGISTER_BUDGET',
    unit: 'RUPIAH',
    indicators: ['CONTRIBUTION_BUDGET', 'PREMIUM_BUDGET'],
    of: ({ budgetRupiah }) => budgetRupiah,
    id: 'pagu program yang tercatat',
    en: 'ceilings of the programs in the register',
  },
  {
    kind: 'REGISTER_CONTRIBUTIONS',
    unit: 'RUPIAH',
    indicators: ['CONTRIBUTIONS_PAID'],
    of: ({ paidRupiah }) => paidRupiah,
    id: 'tagihan yang sudah dibayar',
    en: 'bills paid',
  },
];

export function reportedAgainstRegister(world: FigureWorld): FigureCheck[] {
  return comparisons.flatMap((comparison) =>
    world.register.flatMap((register) =>
      figuresOf(world, ...comparison.indicators)
        .filter((figure) => yearOf(figure) === register.year)
        .flatMap((reported) => compared(comparison, { register, reported })),
    ),
  );
}

/** Ceilings of the register against what its own quotas need. */
export function registerBudget({ register }: FigureWorld): FigureCheck[] {
  return register.flatMap(({ year, budgetRupiah, requiredRupiah, quota, programs }) => {
    if (budgetRupiah === null || requiredRupiah === null || quota === null) return [];
    const words = inBoth(
      (n) =>
        `Kuota ${n.number(quota)} orang x tarif x bulan program = ${n.rupiah(requiredRupiah)}; pagu ${n.rupiah(budgetRupiah)} (${programs} program, tahun ${year}).`,
      (n) =>
        `Quota of ${n.number(quota)} persons x tariff x months of the program = ${n.rupiah(requiredRupiah)}; ceiling ${n.rupiah(budgetRupiah)} (programs: ${programs}, year ${year}).`,
    );
    const reported: Figure = {
      id: null,
      indicator: 'CONTRIBUTION_BUDGET',
      unit: 'RUPIAH',
      value: budgetRupiah,
      asOf: null,
      period: `TA ${year}`,
      label: 'Pagu program yang tercatat',
      sources: [],
    };
    return [
      checkOf({
        kind: 'REGISTER_REQUIRED_BUDGET',
        unit: 'RUPIAH',
        reported,
        basis: [],
        computed: requiredRupiah,
        words,
      }),
    ];
  });
}

function compared(
  { kind, unit, of, id, en }: Comparison,
  { register, reported }: { readonly register: RegisterOfYear; readonly reported: Figure },
): FigureCheck[] {
  const computed = of(register);
  if (computed === null) return [];
  const { programs, year } = register;
  const words = inBoth(
    (n) =>
      `${unit === 'RUPIAH' ? n.rupiah(computed) : n.number(computed)} ${id} (${programs} program, tahun ${year}).`,
    (n) =>
      `${unit === 'RUPIAH' ? n.rupiah(computed) : n.number(computed)} ${en} (programs: ${programs}, year ${year}).`,
  );
  return [checkOf({ kind, unit, reported, basis: [], computed, words })];
}
