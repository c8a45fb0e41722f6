import { createHash } from 'node:crypto';
import pg from 'pg';
import { publicId } from '../../schema/kernel/identifier.js';
import type { LedgerWorld } from './statistics-world.js';

/** What is true of one person in one program, against which the attacker's arithmetic is judged. */
export interface Life {
  readonly person: string;
  /** A number of its own, so that the sum of a set of people tells which people they are. */
  readonly weight: number;
  /** Enrollment and registration by the names of the attacker's conditions. */
  readonly facts: Readonly<Record<string, string>>;
  readonly months: readonly {
    readonly month: string;
    readonly bill: string | null;
    readonly paid: boolean;
  }[];
  /** When the person came under cover, came back and left. */
  readonly moves: readonly { readonly month: string; readonly move: string }[];
  /** Other programs of the payer in which the person is. */
  readonly others: readonly string[];
  readonly overlapMonths: number;
}

const truth = `
  select e.person_id as person, e.program_id as program, r.code as region, c.id as category_id, c.code as category,
    b.sex, b.decile, t.status, t.state, t.end_reason, t.is_replaced, t.decree, t.life, t.paid_after_death, t.overlap, t.overlap_months, t.membership,
    t.paid_run, t.nik_origin, t.dukcapil, t.kpj, t.age_band,
    array(select o.program_id::text from enrollment o where o.person_id = e.person_id and o.region_id = e.region_id and o.program_id <> e.program_id) as others,
    (select coalesce(json_agg(json_build_object('month', to_char(m, 'YYYY-MM'), 'bill', v.bill_id, 'paid', coalesce(i.state = 'PAID', false)) order by m), '[]')
      from coverage v left join bill i on i.id = v.bill_id
      cross join lateral generate_series(lower(v.months), upper(v.months) - 1, interval '1 month') m
      where v.enrollment_id = e.id and v.credit_note_id is null) as months
  from pg_temp.trait t join enrollment e on e.program_id = t.program_id and e.person_id = t.person_id and e.region_id = t.region_id and e.state = t.state
  join beneficiary b on b.id = e.beneficiary_id join region r on r.id = e.region_id join category c on c.id = e.category_id`;

/** Everybody, as the release of groups sees them when it looks at everybody today. */
export async function livesOf({ app }: Pick<LedgerWorld, 'app'>): Promise<Life[]> {
  const owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  try {
    await owner.query("begin; set local app.today = '2026-02-11'; select app.look_at_people(true)");
    const { rows } = await owner.query(truth);
    return rows.map(lifeOf);
  } finally {
    await owner.end(); // the look goes with it
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a row as it came
function lifeOf(row: any): Life {
  return {
    person: row.person,
    weight: Number.parseInt(createHash('sha256').update(row.person).digest('hex').slice(0, 9), 16),
    facts: {
      PROGRAM: publicId('program', row.program),
      REGION: row.region,
      CATEGORY: row.category,
      CATEGORY_ID: publicId('category', row.category_id),
      SEX: row.sex ?? 'UNKNOWN',
      DECILE: String(row.decile),
      DECILE_BAND:
        row.decile === null ? 'UNKNOWN' : row.decile <= 2 ? '1-2' : row.decile <= 4 ? '3-4' : '5-10',
      STATE: row.state,
      STATUS: row.status,
      END_REASON: row.end_reason,
      REPLACED: row.is_replaced,
      DECREE: row.decree,
      LIFE: row.life,
      PAID_AFTER_DEATH: row.paid_after_death,
      KIND: row.overlap,
      MEMBERSHIP: row.membership,
      PAID_RUN: row.paid_run,
      NIK_ORIGIN: row.nik_origin,
      DUKCAPIL: row.dukcapil,
      KPJ: row.kpj,
      AGE: row.age_band,
    },
    months: row.months,
    moves: movesOf(row.months.map(({ month }: Life['months'][number]) => month)),
    others: row.others,
    overlapMonths: row.overlap_months,
  };
}

/** Months by number, as PostgreSQL and people count them. */
const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
const nameOf = (number: number): string =>
  `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;

function movesOf(months: readonly string[]): Life['moves'] {
  const covered = new Set(months.map(numberOf));
  const begins = [...covered].filter((month) => !covered.has(month - 1));
  return [...covered].flatMap((month) => [
    ...(covered.has(month - 1)
      ? []
      : [{ month: nameOf(month), move: month === Math.min(...begins) ? 'ENTERED' : 'RETURNED' }]),
    ...(covered.has(month + 1) ? [] : [{ month: nameOf(month + 1), move: 'LEFT' }]),
  ]);
}

const ages = ['NONE', 'ONE_MONTH', 'TWO_MONTHS', 'THREE_MONTHS', 'MORE_THAN_THREE_MONTHS'];

/** Unpaid months before a month, and by their longest run how old they are. */
export function owing({ months }: Life, before: string): { readonly age: string; readonly months: number } {
  const unpaid = new Set(
    months.filter(({ month, paid }) => !paid && month < before).map(({ month }) => numberOf(month)),
  );
  let longest = 0;
  for (const month of unpaid) {
    let run = 1;
    while (unpaid.has(month + run)) run += 1;
    longest = Math.max(longest, run);
  }
  return { age: ages[Math.min(longest, 4)] ?? '', months: unpaid.size };
}
