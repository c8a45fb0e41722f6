import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { publicId, referenceId } from '../../schema/kernel/identifier.js';
import { panel } from '../../server/panel.js';
import { panelClient } from '../admin/panel-client.js';
import { aNik } from '../beneficiary/people.js';
import { type ActorName, buildActors } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { aProgram, programId } from '../support/build/program.js';
import { buildRegions, regionId } from '../support/build/region.js';
import { buildTariffs } from '../support/build/tariff.js';

let app: TestApp;
let tokens: Readonly<Record<ActorName, string>>;
const category = referenceId('category', 'nelayan-uji');
const payers = [
  { region: '36.72', actor: 'operatorCilegon' },
  { region: '36.04', actor: 'operatorSerang' },
] as const;

beforeAll(async () => {
  app = await testApp({ panel });
  await buildRegions(app);
  tokens = await buildActors(app);
  await buildTariffs(app);
  await app.sql(
    "insert into category (id, code, name, name_en, family) values ($1, 'NELAYAN', 'Nelayan', 'Fisher', 'VULNERABLE')",
    [category],
  );
});
afterAll(() => app.close());

/** One regency brings a person from registration to active through the forms of the panel. */
async function enrollInPanel({ region, actor }: (typeof payers)[number], nik: string) {
  const own = panelClient(app, tokens[actor]);
  const program = await aProgram(app, {
    region,
    name: `Program ${region}`,
    state: 'APPROVED',
    budget: [{ year: 2026, original: '1000000000' }],
  });
  const registered = await own.post('beneficiary/actions/new', {
    region: regionId(region),
    nik,
    name: 'Sarmili Jayawikarta',
    birthDate: '1985-03-12',
    sex: 'MALE',
  });
  expect(registered.json.record.errors).toEqual({});
  const [{ id: beneficiary }] = await app.sql(
    'select b.id from beneficiary b join region r on r.id = b.region_id where r.code = $1 order by b.created_at desc limit 1',
    [region],
  );
  const proposed = await own.post('enrollment/actions/new', {
    program: programId(program),
    beneficiary: publicId('beneficiary', beneficiary),
    category: publicId('category', category),
    enteredOn: '2026-01-05',
  });
  expect(proposed.json.record.errors).toEqual({});
  const [{ id: enrollment }] = await app.sql('select id from enrollment where program_id = $1', [program]);
  for (const [move, name] of [
    ['verify', actor],
    ['approve', 'approverBanten'],
    ['activate', actor],
  ] as const) {
    const [{ version }] = await app.sql('select version from enrollment where id = $1', [enrollment]);
    const client = panelClient(app, tokens[name]);
    const address = `enrollment/records/${publicId('enrollment', enrollment)}/${move}`;
    const { json } = await client.post(address, { version: String(version) });
    expect(json.notice?.type).toBe('success');
  }
  return { program, enrollment, actor };
}

const covering = `mutation ($input: CoverageCoverInput!) { coverageCover(input: $input, dryRun: false) {
  personMonths refusedEnrollments refusedPersonMonths refused { caseNumber from until message } userErrors { code } } }`;

it('two regencies enroll one NIK in the panel and cover it at the same moment: each month counts once, the other is told clearly', async () => {
  const nik = aNik();
  const enrolled = await Promise.all(payers.map((payer) => enrollInPanel(payer, nik)));
  const [{ persons }] = await app.sql('select count(distinct person_id)::integer as persons from enrollment');
  expect(persons).toBe(1);

  // the page of the panel for many people asks this, with the cookie of the panel
  const answers = await Promise.all(
    enrolled.map(async ({ program, actor }) => {
      const answer = await app.http.inject({
        method: 'POST',
        url: '/graphql',
        headers: {
          cookie: `payung=${tokens[actor]}`,
          origin: 'http://localhost:4000',
          host: 'localhost:4000',
        },
        payload: {
          query: covering,
          variables: {
            input: {
              programId: programId(program),
              filter: {},
              from: '2026-01',
              until: '2026-12',
              allowPartial: true,
            },
          },
        },
      });
      return answer.json().data.coverageCover;
    }),
  );

  expect(answers.map(({ personMonths }) => personMonths).sort((one, other) => one - other)).toEqual([0, 12]);
  const refused = answers.find(({ personMonths }) => personMonths === 0);
  expect(refused).toMatchObject({ refusedEnrollments: 1, refusedPersonMonths: 12 });
  expect(refused.refused).toEqual([
    {
      caseNumber: 'K-0000001',
      from: '2026-01',
      until: '2026-12',
      message:
        'Sudah dilindungi pembayar lain, 2026-01 sampai 2026-12. Nomor kasus K-0000001; tanyakan kepada koordinator provinsi.',
    },
  ]);
  expect(JSON.stringify(answers)).not.toContain('Jayawikarta');
  const months = await app.sql('select sum(app.month_count(months))::integer as months from coverage');
  expect(months).toEqual([{ months: 12 }]);

  // the one that was refused finds its case with its own side, the one that pays none, the province both sides
  const loser = enrolled[answers.indexOf(refused)]?.actor;
  const winner = enrolled.find(({ actor }) => actor !== loser)?.actor;
  expect(await sidesSeenBy(loser)).toEqual([1]);
  expect(await sidesSeenBy(winner)).toEqual([]);
  expect(await sidesSeenBy('coordinatorBanten')).toEqual([2]);
});

it('a bill is issued, paid and partly credited by the forms of the panel', async () => {
  const [{ id: coverage, program, enrollment, region }] = await app.sql(
    'select c.id, c.program_id as program, c.enrollment_id as enrollment, r.code as region from coverage c join region r on r.id = c.region_id',
  );
  expect(coverage).toBeDefined();
  const actor = payers.find((payer) => payer.region === region)?.actor ?? 'operatorCilegon';
  const office = referenceId('office', 'kc-uji');
  await app.sql("insert into office (id, level, name) values ($1, 'HEAD_OFFICE', 'Kantor Uji')", [office]);
  await app.sql(
    'insert into office_service_area (id, office_id, region_id) select gen_random_uuid(), $1, id from region where code = $2',
    [office, region],
  );
  const own = panelClient(app, tokens[actor]);
  const issued = await own.post('bill/actions/new', {
    program: programId(program),
    office: publicId('office', office),
    from: '2026-01',
    until: '2026-02',
    dueOn: '2026-03-10',
  });
  expect(issued.json.record.errors).toEqual({});
  const decide = async (verb: string, fields: Readonly<Record<string, string>>) => {
    const [{ id, version }] = await app.sql('select id, version from bill');
    const { json } = await own.post(`bill/records/${publicId('bill', id)}/${verb}`, {
      ...fields,
      version: String(version),
    });
    return json;
  };

  const unpaid = await decide('credit', {
    'credit_enrollments.0': publicId('enrollment', enrollment),
    credit_from: '2026-02',
    credit_until: '2026-02',
    credit_reason: 'Terlambat dilaporkan pindah',
  });
  expect(unpaid.notice?.type).toBe('error');
  const paid = await decide('pay', { pay_paidOn: '2026-02-11', pay_disbursementNumber: 'SP2D/1' });
  expect(paid.notice?.type).toBe('success');
  const credited = await decide('credit', {
    'credit_enrollments.0': publicId('enrollment', enrollment),
    credit_from: '2026-02',
    credit_until: '2026-02',
    credit_reason: 'Terlambat dilaporkan pindah',
  });
  expect(credited.notice?.type).toBe('success');
  const notes = await app.sql('select person_months, total_rupiah::text as rupiah, reason from credit_note');
  expect(notes).toEqual([{ person_months: 1, rupiah: '16800', reason: 'Terlambat dilaporkan pindah' }]);
});

/** Of each case in the actor's list, how many sides it shows. */
async function sidesSeenBy(actor: ActorName = 'admin'): Promise<number[]> {
  const { json } = await panelClient(app, tokens[actor]).get('coverageCase/actions/list');
  return json.records.map(
    ({ params }: { readonly params: Readonly<Record<string, unknown>> }) =>
      [params.requesterRegion, params.holderRegion].filter(Boolean).length,
  );
}
