import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publicId } from '../../schema/kernel/identifier.js';
import { regionId } from '../support/build/region.js';
import { type BillWorld, billWorld } from './bill-world.js';

let world: BillWorld;
let people: string[];

beforeAll(async () => {
  world = await billWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  people = await world.enroll(3);
  await world.cover(people, '2026-01', '2026-03');
});

const fields = `id version state billCode heads personMonths jkkRupiah jkmRupiah jhtRupiah totalRupiah issuedOn dueOn paidOn
  disbursementNumber period { from until } creditedRupiah daysOverdue arrearsBucket creditNotes { personMonths totalRupiah reason }
  viewerCan { pay cancel credit } program { name } region { code } office { name }`;
const issueText = `mutation ($input: BillIssueInput!, $key: String) { billIssue(input: $input, idempotencyKey: $key) { bill { ${fields} } userErrors { path code message } } }`;
const payText = `mutation ($id: ID!, $version: Int!, $input: BillPayInput!) { billPay(id: $id, expectedVersion: $version, input: $input) {
  bill { ${fields} } userErrors { path code } } }`;
const cancelText = `mutation ($id: ID!, $version: Int!) { billCancel(id: $id, expectedVersion: $version) { bill { state } userErrors { path code } } }`;
const creditText = `mutation ($input: BillCreditInput!) { billCredit(input: $input) { bill { ${fields} } userErrors { path code } } }`;

const inputOf = (part: object = {}) => ({
  programId: publicId('program', world.program),
  officeId: publicId('office', world.office),
  from: '2026-01',
  until: '2026-02',
  dueOn: '2026-02-28',
  ...part,
});
const payment = (number: string) => ({ paidOn: '2026-02-11', disbursementNumber: number });

// biome-ignore lint/suspicious/noExplicitAny: the fields above
async function issued(part: object = {}): Promise<any> {
  const { data } = await world.ask('operatorCilegon', issueText, { input: inputOf(part) });
  expect(data.billIssue.userErrors).toEqual([]);
  return data.billIssue.bill;
}

/** Every bill and every billed month, so that the next test starts from nothing billed. */
async function clear(): Promise<void> {
  await world.app.sql('alter table coverage disable trigger user; alter table bill disable trigger user');
  await world.app.sql('delete from coverage; delete from credit_note; delete from bill');
  await world.app.sql('alter table coverage enable trigger user; alter table bill enable trigger user');
}
beforeEach(async () => {
  await clear();
  await world.cover(people, '2026-01', '2026-03');
});

describe('billIssue', () => {
  it('sums the ledger and leaves the other months for the next bill', async () => {
    const bill = await issued({ billCode: '919020079548' });

    expect(bill).toMatchObject({
      state: 'ISSUED',
      billCode: '919020079548',
      heads: 3,
      personMonths: 6,
      jkkRupiah: '60000',
      jkmRupiah: '40800',
      jhtRupiah: '0',
      totalRupiah: '100800',
      issuedOn: '2026-02-11',
      period: { from: '2026-01', until: '2026-02' },
      creditedRupiah: '0',
      daysOverdue: null,
      viewerCan: { pay: true, cancel: true, credit: false },
      program: { name: 'Gemet Sekul' },
      region: { code: '36.72' },
      office: { name: 'Cilegon' },
    });
    expect(await issued({ from: '2026-03', until: '2026-03' })).toMatchObject({
      heads: 3,
      personMonths: 3,
      totalRupiah: '50400',
    });
  });

  it('answers a repeated request with the same bill', async () => {
    const first = await world.ask('operatorCilegon', issueText, { input: inputOf(), key: 'bill-1' });
    const second = await world.ask('operatorCilegon', issueText, { input: inputOf(), key: 'bill-1' });

    expect(second.data.billIssue.bill.id).toBe(first.data.billIssue.bill.id);
  });

  it.each([
    [
      'an office that serves another region',
      () => ({ officeId: publicId('office', world.otherOffice) }),
      'officeId',
      'BILL_OFFICE_NOT_SERVING',
    ],
    [
      'an office that did not serve yet',
      () => ({ from: '2023-12', until: '2026-02' }),
      'officeId',
      'BILL_OFFICE_NOT_SERVING',
    ],
    ['no office', () => ({ officeId: regionId('36.72') }), 'officeId', 'REFERENCE_NOT_FOUND'],
    ['no program', () => ({ programId: regionId('36.72') }), 'programId', 'REFERENCE_NOT_FOUND'],
    ['months the wrong way round', () => ({ until: '2025-12' }), 'until', 'BILL_PERIOD_REVERSED'],
    ['a due date in the past', () => ({ dueOn: '2026-02-10' }), 'dueOn', 'BILL_DUE_BEFORE_ISSUE'],
    ['a due date that does not exist', () => ({ dueOn: '2026-02-30' }), 'dueOn', 'DATE_INVALID'],
    ['a billing code too long', () => ({ billCode: 'x'.repeat(51) }), 'billCode', 'VALUE_TOO_LONG'],
  ])('refuses %s, and bills nothing', async (_, part, field, code) => {
    const { data } = await world.ask('operatorCilegon', issueText, { input: inputOf(part()) });

    expect(data.billIssue).toMatchObject({ bill: null, userErrors: [{ path: ['input', field], code }] });
    expect(await world.app.sql('select id from bill')).toEqual([]);
    expect(await world.app.sql('select id from coverage where bill_id is not null')).toEqual([]);
  });

  it('refuses months that nobody is covered in, or that are billed', async () => {
    await issued();

    const again = await world.ask('operatorCilegon', issueText, { input: inputOf() });

    expect(again.data.billIssue.userErrors).toEqual([
      {
        path: ['input'],
        code: 'BILL_EMPTY',
        message:
          'Tidak ada bulan yang dapat ditagih: semua bulan program ini dalam masa itu belum dilindungi atau sudah ditagih.',
      },
    ]);
  });

  it('refuses a billing code that another bill has', async () => {
    await issued({ billCode: 'K1' });

    const { data } = await world.ask('operatorCilegon', issueText, {
      input: inputOf({ from: '2026-03', until: '2026-03', billCode: 'K1' }),
    });

    expect(data.billIssue.userErrors).toMatchObject([
      { path: ['input', 'billCode'], code: 'BILL_CODE_TAKEN' },
    ]);
  });

  it.each([
    ['anonymous', 'UNAUTHENTICATED'],
    ['analystBanten', 'FORBIDDEN'],
    ['auditorBanten', 'FORBIDDEN'],
    ['approverBanten', 'FORBIDDEN'],
  ] as const)('is not for %s', async (name, code) => {
    const { errors } = await world.ask(name, issueText, { input: inputOf() });

    expect(errors).toEqual([code]);
  });

  it.each(['operatorSerang', 'operatorBekasi'] as const)(
    'finds no program of Cilegon for %s',
    async (name) => {
      const { data } = await world.ask(name, issueText, { input: inputOf() });

      expect(data.billIssue.userErrors).toMatchObject([{ path: ['input', 'programId'], code: 'NOT_FOUND' }]);
    },
  );
});

describe('people of a bill', () => {
  it.each([
    ['admin', 3],
    ['coordinatorBanten', 3],
    ['operatorCilegon', 3],
    ['approverBanten', 3],
    ['auditorBanten', 3],
  ] as const)('are shown to %s: %s, in one statement', async (name, count) => {
    const { id } = await issued();
    const query = 'query ($id: ID!) { bill(id: $id) { heads people { totalCount nodes { id } } } }';

    const { data, statements } = await world.ask(name, query, { id });

    expect(data.bill).toMatchObject({ heads: 3, people: { totalCount: count } });
    expect(data.bill.people.nodes).toHaveLength(count);
    expect(statements).toBe(1);
  });

  it('are not told to analysts, nor is a bill of fewer than five people or beside one', async () => {
    const { id } = await issued();
    const query = 'query ($id: ID!) { bill(id: $id) { heads totalRupiah } }';

    const { data } = await world.ask('analystBanten', query, { id });

    expect(data.bill).toBeNull();
  });
});

describe('billPay', () => {
  it('pays once, with the date and the disbursement number', async () => {
    const { id, version } = await issued();

    const { data } = await world.ask('operatorCilegon', payText, {
      id,
      version,
      input: payment('SP2D/0012/2026'),
    });
    const again = await world.ask('operatorCilegon', payText, {
      id,
      version: version + 1,
      input: payment('SP2D/0013/2026'),
    });

    expect(data.billPay.userErrors).toEqual([]);
    expect(data.billPay.bill).toMatchObject({
      state: 'PAID',
      paidOn: '2026-02-11',
      disbursementNumber: 'SP2D/0012/2026',
      viewerCan: { pay: false, cancel: false, credit: true },
    });
    expect(again.data.billPay).toMatchObject({
      bill: null,
      userErrors: [{ path: ['id'], code: 'BILL_NOT_OPEN' }],
    });
  });

  it('pays once when two pay at the same moment', async () => {
    const { id, version } = await issued();

    const answers = await Promise.all(
      ['SP2D/1', 'SP2D/2', 'SP2D/3', 'SP2D/4'].map((number) =>
        world.app.graphql('test-session-operatorCilegon', payText, { id, version, input: payment(number) }),
      ),
    );

    const codes = answers.map(({ data }) => data.billPay.userErrors[0]?.code ?? 'PAID').sort();
    expect(codes).toEqual(['PAID', 'STALE_VERSION', 'STALE_VERSION', 'STALE_VERSION']);
  });

  it.each([
    [{ paidOn: '2026-02-10', disbursementNumber: 'S' }, 'paidOn', 'BILL_PAID_BEFORE_ISSUE'],
    [{ paidOn: '2026-02-12', disbursementNumber: 'S' }, 'paidOn', 'BILL_PAID_IN_FUTURE'],
    [{ paidOn: '2026-02-11', disbursementNumber: ' ' }, 'disbursementNumber', 'VALUE_MISSING'],
    [{ paidOn: '11/02/2026', disbursementNumber: 'S' }, 'paidOn', 'DATE_INVALID'],
  ])('refuses %j', async (input, field, code) => {
    const { id, version } = await issued();

    const { data } = await world.ask('operatorCilegon', payText, { id, version, input });

    expect(data.billPay.userErrors).toContainEqual({ path: ['input', field], code });
    expect(await world.app.sql('select state, version from bill')).toEqual([{ state: 'ISSUED', version: 1 }]);
  });

  it('refuses a disbursement number that paid another bill', async () => {
    const first = await issued();
    const second = await issued({ from: '2026-03', until: '2026-03' });
    await world.ask('operatorCilegon', payText, { id: first.id, version: 1, input: payment('SP2D/7') });

    const { data } = await world.ask('operatorCilegon', payText, {
      id: second.id,
      version: 1,
      input: payment('SP2D/7'),
    });

    expect(data.billPay.userErrors).toEqual([
      { path: ['input', 'disbursementNumber'], code: 'BILL_DISBURSEMENT_TAKEN' },
    ]);
  });

  it('finds no bill of Cilegon for the operator of Serang', async () => {
    const { id, version } = await issued();

    const { data } = await world.ask('operatorSerang', payText, { id, version, input: payment('S') });

    expect(data.billPay.userErrors).toEqual([{ path: ['id'], code: 'NOT_FOUND' }]);
  });
});

describe('billCancel', () => {
  it('frees the months for another bill, and only while it is open', async () => {
    const { id, version } = await issued();

    const { data } = await world.ask('operatorCilegon', cancelText, { id, version });
    const next = await issued();
    await world.ask('operatorCilegon', payText, { id: next.id, version: next.version, input: payment('S') });
    const paid = await world.ask('operatorCilegon', cancelText, { id: next.id, version: next.version + 1 });

    expect(data.billCancel).toEqual({ bill: { state: 'CANCELLED' }, userErrors: [] });
    expect(next.personMonths).toBe(6);
    expect(paid.data.billCancel.userErrors).toEqual([{ path: ['id'], code: 'BILL_NOT_OPEN' }]);
  });
});

describe('billCredit', () => {
  const credit = (bill: string, part: object = {}) => ({
    billId: bill,
    enrollmentIds: [publicId('enrollment', people[0] ?? '')],
    from: '2026-02',
    until: '2026-02',
    reason: 'Meninggal, dilaporkan terlambat',
    ...part,
  });

  it('takes paid months back, keeps them in the ledger, and frees the month for another payer', async () => {
    const { id, version } = await issued();
    await world.ask('operatorCilegon', payText, { id, version, input: payment('S') });

    const { data } = await world.ask('operatorCilegon', creditText, { input: credit(id) });

    expect(data.billCredit.userErrors).toEqual([]);
    expect(data.billCredit.bill).toMatchObject({
      totalRupiah: '100800',
      creditedRupiah: '16800',
      creditNotes: [{ personMonths: 1, totalRupiah: '16800', reason: 'Meninggal, dilaporkan terlambat' }],
    });
    const months = await world.app.sql(
      'select sum(app.month_count(months))::int as n from coverage where bill_id is not null',
    );
    expect(months).toEqual([{ n: 6 }]);
  });

  it('refuses what is not paid, not of this bill, credited already, or without a reason', async () => {
    const { id, version } = await issued();
    const codes = async (input: object) =>
      (await world.ask('operatorCilegon', creditText, { input })).data.billCredit.userErrors;

    expect(await codes(credit(id))).toEqual([{ path: ['input', 'billId'], code: 'BILL_NOT_PAID' }]);
    await world.ask('operatorCilegon', payText, { id, version, input: payment('S') });
    expect(await codes(credit(id, { from: '2026-03', until: '2026-03' }))).toEqual([
      { path: ['input', 'enrollmentIds', '0'], code: 'BILL_CREDIT_NOTHING' },
    ]);
    expect(await codes(credit(id, { reason: 'x' }))).toEqual([
      { path: ['input', 'reason'], code: 'BILL_REASON_TOO_SHORT' },
    ]);
    expect(await codes(credit(id, { enrollmentIds: [] }))).toEqual([
      { path: ['input', 'enrollmentIds'], code: 'VALUE_MISSING' },
    ]);
    expect(await codes(credit(id))).toEqual([]);
    expect(await codes(credit(id))).toEqual([
      { path: ['input', 'enrollmentIds', '0'], code: 'BILL_CREDIT_NOTHING' },
    ]);
  });
});

describe('bills', () => {
  const listText = `query ($filter: BillFilter, $orderBy: BillOrder) { bills(filter: $filter, orderBy: $orderBy) { totalCount nodes { id } } }`;

  it.each([
    [{}, 2],
    [{ states: ['PAID'] }, 1],
    [{ states: [] }, 0],
    [{ months: ['2026-03'] }, 1],
    [{ months: ['2025-12', '2026-01'] }, 1],
    [{ overdueOn: '2026-02-28' }, 0],
    [{ overdueOn: '2026-03-01' }, 1],
    [{ regionIds: [regionId('36')] }, 2],
    [{ regionIds: [regionId('36.04')] }, 0],
  ])('with the filter %j are %s, in one statement', async (filter, count) => {
    const { id } = await issued();
    await issued({ from: '2026-03', until: '2026-03' });
    await world.ask('operatorCilegon', payText, { id, version: 1, input: payment('S') });

    const { data, statements } = await world.ask('auditorBanten', listText, { filter });

    expect([data.bills.totalCount, data.bills.nodes.length]).toEqual([count, count]);
    expect(statements).toBe(1);
  });

  it('are a list of their program, and absent for others', async () => {
    await issued();
    const query = 'query ($id: ID!) { program(id: $id) { bills { totalCount } } bills { totalCount } }';
    const variables = { id: publicId('program', world.program) };

    const own = await world.ask('operatorCilegon', query, variables);
    const other = await world.ask('operatorSerang', query, variables);

    expect(own.data).toEqual({ program: { bills: { totalCount: 1 } }, bills: { totalCount: 1 } });
    expect(other.data).toEqual({ program: null, bills: { totalCount: 0 } });
  });

  it('tell how long they are overdue', async () => {
    const { id } = await issued({ dueOn: '2026-02-11' });
    await world.app.sql(
      "alter table bill disable trigger user; update bill set issued_on = '2025-11-01', due_on = '2025-12-11'; alter table bill enable trigger user",
    );

    const { data } = await world.ask(
      'operatorCilegon',
      'query ($id: ID!) { bill(id: $id) { daysOverdue arrearsBucket } }',
      { id },
    );

    expect(data.bill).toEqual({ daysOverdue: 62, arrearsBucket: 'TWO_MONTHS' });
  });
});
