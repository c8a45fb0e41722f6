import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../../schema/kernel/identifier.js';
import { refusal } from '../source/reporting-world.js';
import { type BillWorld, billWorld } from './bill-world.js';

let world: BillWorld;
let people: string[];

beforeAll(async () => {
  world = await billWorld();
  people = await world.enroll(6);
});
afterAll(() => world.close());
beforeEach(empty);

/** Nothing covered and nothing billed. */
async function empty(): Promise<void> {
  await world.app.sql('alter table coverage disable trigger user; alter table bill disable trigger user');
  await world.app.sql('delete from coverage; delete from credit_note; delete from bill');
  await world.app.sql('alter table coverage enable trigger user; alter table bill enable trigger user');
}

const month = (number: number) => `2026-${String(number).padStart(2, '0')}-01`;
const range = (from: number, until: number) =>
  `[${month(from)},${until === 12 ? '2027-01-01' : month(until + 1)})`;
const issue = (months: string) =>
  world.runAs(
    'operatorCilegon',
    `select app.issue_bill($1, $2, $3, $4::daterange, null, '2026-02-11', '2026-02-28')`,
    [newId(), world.program, world.office, months],
  );
const pay = (number: string) =>
  world.runAs(
    'operatorCilegon',
    `update bill set state = 'PAID', paid_on = '2026-02-11', disbursement_number = $1 where state = 'ISSUED'`,
    [number],
  );

/** What each bill says, and what its rows of the ledger add up to. */
const sums = () =>
  world.app.sql(
    `select b.heads = count(distinct c.person_id) as heads, b.person_months = sum(app.month_count(c.months)) as months,
       b.jkk_rupiah = sum(app.month_count(c.months) * c.jkk_rupiah) as jkk, b.jkm_rupiah = sum(app.month_count(c.months) * c.jkm_rupiah) as jkm,
       b.jht_rupiah = sum(app.month_count(c.months) * c.jht_rupiah) as jht, bool_and(c.months <@ b.months) as within
     from bill b join coverage c on c.bill_id = b.id group by b.id`,
  );
const agreeing = { heads: true, months: true, jkk: true, jkm: true, jht: true, within: true };

const spans = fc
  .array(fc.record({ person: fc.nat(5), from: fc.integer({ min: 1, max: 12 }), length: fc.nat(11) }), {
    minLength: 1,
    maxLength: 10,
  })
  .map((all) =>
    all.map(({ person, from, length }) => ({ person, from, until: Math.min(12, from + length) })),
  );
const cuts = fc
  .uniqueArray(fc.integer({ min: 1, max: 11 }), { maxLength: 4 })
  .map((all) => [...all].sort((a, b) => a - b));

describe('bills of any split of the year', () => {
  it('each equal the ledger to the rupiah, and together all of it', async () => {
    await fc.assert(
      fc.asyncProperty(spans, cuts, async (covered, ends) => {
        await empty();
        for (const { person, from, until } of covered) {
          await world.cover([people[person] ?? ''], month(from).slice(0, 7), month(until).slice(0, 7));
        }
        const [before] = await world.app.sql(
          'select sum(app.month_count(months) * (jkk_rupiah + jkm_rupiah + jht_rupiah))::text as rupiah from coverage',
        );

        let start = 1;
        for (const end of [...ends, 12]) {
          await refusal(issue(range(start, end))); // a stretch in which nobody is covered gives no bill
          start = end + 1;
        }

        const bills = await sums();
        expect(bills.length).toBeGreaterThan(0);
        for (const bill of bills) expect(bill).toEqual(agreeing);
        const [billed] = await world.app.sql('select sum(total_rupiah)::text as rupiah from bill');
        expect(billed).toEqual(before);
        expect(await world.app.sql('select id from coverage where bill_id is null')).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('still equal it after credits, and no paid month is gone', async () => {
    await fc.assert(
      fc.asyncProperty(
        spans,
        fc.array(fc.record({ person: fc.nat(5), from: fc.integer({ min: 1, max: 12 }), length: fc.nat(5) }), {
          maxLength: 5,
        }),
        async (covered, credits) => {
          await empty();
          for (const { person, from, until } of covered) {
            await world.cover([people[person] ?? ''], month(from).slice(0, 7), month(until).slice(0, 7));
          }
          await issue(range(1, 12));
          await pay('SP2D/1');

          for (const { person, from, length } of credits) {
            await refusal(
              world.runAs(
                'operatorCilegon',
                `select app.credit_bill($1, (select id from bill), $2::uuid[], $3::daterange, 'Uji', '2026-02-11')`,
                [newId(), [people[person]], range(from, Math.min(12, from + length))],
              ),
            );
            await refusal(
              world.runAs('operatorCilegon', 'select * from app.uncover($1::uuid[], $2, $3)', [
                people,
                month(1),
                month(12),
              ]),
            );
          }

          expect(await sums()).toEqual([agreeing]);
          const [notes] = await world.app.sql(
            `select coalesce((select sum(total_rupiah) from credit_note), 0) = coalesce((
             select sum(app.month_count(months) * (jkk_rupiah + jkm_rupiah + jht_rupiah)) from coverage where credit_note_id is not null), 0) as agree`,
          );
          expect(notes).toEqual({ agree: true });
        },
      ),
      { numRuns: 10 },
    );
  });
});

describe('a paid bill', () => {
  beforeEach(async () => {
    await world.cover(people, '2026-01', '2026-03');
    await issue(range(1, 2));
    await pay('SP2D/1');
  });

  it('cannot be paid, cancelled or changed again', async () => {
    const change = (text: string) => refusal(world.runAs('operatorCilegon', text));

    expect(
      await change(`update bill set state = 'PAID', paid_on = '2026-02-11', disbursement_number = 'SP2D/2'`),
    ).toBe('bill_frozen');
    expect(await change(`update bill set due_on = '2027-01-01'`)).toBe('bill_frozen');
    expect(await change('select app.cancel_bill((select id from bill))')).toBe('bill_frozen');
    expect(await change('update bill set jkk_rupiah = 0')).toBe('42501');
    expect(await change('update bill set heads = 1')).toBe('42501');
    expect(await change('delete from bill')).toBe('42501');
  });

  it('keeps its months whatever is taken back', async () => {
    const taken = await world.runAs(
      'operatorCilegon',
      'select removed_months, billed_months from app.uncover($1::uuid[], $2, $3)',
      [people, month(1), month(12)],
    );

    expect(taken).toEqual(people.map(() => ({ removed_months: 1, billed_months: 2 })));
    expect(await sums()).toEqual([agreeing]);
    expect(await refusal(world.runAs('admin', 'delete from coverage'))).toBe('42501');
    expect(await refusal(world.app.sql('delete from coverage'))).toBe('coverage_billed_frozen');
    expect(await refusal(world.app.sql('update coverage set bill_id = null'))).toBe('coverage_billed_frozen');
  });

  it.each([
    'operatorSerang',
    'operatorBekasi',
    'analystBanten',
    'auditorBanten',
    'approverBanten',
    'anonymous',
  ] as const)('is not credited by %s', async (name) => {
    const attempt = world.runAs(
      name,
      `select app.credit_bill(gen_random_uuid(), $1, $2::uuid[], '[2026-01-01,2026-02-01)', 'Uji', '2026-02-11')`,
      [(await world.app.sql('select id from bill'))[0].id, people],
    );

    expect(await refusal(attempt)).toBe('P0002');
    expect(await world.app.sql('select id from credit_note')).toEqual([]);
  });
});

describe('two connections', () => {
  it('bill one month once', async () => {
    await world.cover(people, '2026-01', '2026-06');

    const answers = await Promise.all([1, 2, 3, 4].map(() => refusal(issue(range(1, 6)))));

    expect(answers.sort()).toEqual(['bill_empty', 'bill_empty', 'bill_empty', null]);
    expect(await sums()).toEqual([agreeing]);
  });

  it('pay one bill once', async () => {
    await world.cover(people, '2026-01', '2026-01');
    await issue(range(1, 1));

    const answers = await Promise.all(
      ['SP2D/1', 'SP2D/2', 'SP2D/3', 'SP2D/4'].map((number) =>
        refusal(
          world.runAs(
            'operatorCilegon',
            `update bill set state = 'PAID', paid_on = '2026-02-11', disbursement_number = $1`,
            [number],
          ),
        ),
      ),
    );

    expect(answers.sort()).toEqual(['bill_frozen', 'bill_frozen', 'bill_frozen', null]);
  });

  it('bill a stretch while another takes months back, and still agree', async () => {
    await world.cover(people, '2026-01', '2026-06');

    await Promise.all([
      refusal(issue(range(2, 4))),
      refusal(
        world.runAs('operatorCilegon', 'select * from app.uncover($1::uuid[], $2, $3)', [
          people,
          month(3),
          month(5),
        ]),
      ),
    ]);

    expect(await sums()).toEqual([agreeing]);
  });
});

describe('row security', () => {
  it.each([
    ['anonymous', 0],
    ['admin', 1],
    ['coordinatorBanten', 1],
    ['operatorCilegon', 1],
    ['operatorSerang', 0],
    ['operatorBekasi', 0],
    ['approverBanten', 1],
    // no group tells of it before the next release
    ['analystBanten', 0],
    ['auditorBanten', 1],
  ] as const)('shows %s %s bills of Cilegon', async (name, count) => {
    await world.cover(people, '2026-01', '2026-01');
    await issue(range(1, 1));

    expect(await world.sqlAs(name, 'select id from bill')).toHaveLength(count);
  });
});

describe('a bill without its months', () => {
  it('is refused at the end of the transaction, whoever leaves it like that', async () => {
    await world.cover(people, '2026-01', '2026-02');
    const open = world.runAs(
      'operatorCilegon',
      `select app.open_bill($1, $2, $3, '[2026-01-01,2026-02-01)'::daterange, null, '2026-02-11', '2026-02-28')`,
      [newId(), world.program, world.office],
    );
    expect(await refusal(open)).toBe('bill_equals_ledger');
    expect(await world.app.sql('select from bill')).toEqual([]);
  });

  it('keeps none when it is cancelled', async () => {
    await world.cover(people, '2026-01', '2026-02');
    await issue('[2026-01-01,2026-02-01)');
    const withdraw = world.runAs('operatorCilegon', 'select app.withdraw_bill((select id from bill))', []);
    expect(await refusal(withdraw)).toBe('bill_equals_ledger');
    await world.runAs('operatorCilegon', 'select app.cancel_bill((select id from bill))', []);
    expect(await world.app.sql('select from coverage where bill_id is not null')).toEqual([]);
  });
});
