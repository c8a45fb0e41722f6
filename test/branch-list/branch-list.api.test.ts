import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asApp, ask, closeWorld, type LedgerWorld, ledgerWorld } from '../coverage/ledger-world.js';
import { aProgram, programId } from '../support/build/program.js';
import { regionId, regionKey } from '../support/build/region.js';
import {
  aListedPerson,
  answerOf,
  decide,
  download,
  enrollmentKey,
  handIn,
  type ListedPerson,
  listOf,
  make,
  reason,
} from './branch-world.js';

let world: LedgerWorld;
beforeAll(async () => {
  world = await ledgerWorld();
});
afterAll(() => closeWorld(world));

const open = (build = {}) => aProgram(world.app, { state: 'APPROVED', ...build });
const codes = ({ userErrors = [] }: { userErrors?: readonly { path: string[]; code: string }[] }) =>
  userErrors.map(({ path, code }) => [path.join('.'), code]);
const stateOf = async ({ enrollment }: ListedPerson) =>
  (await world.app.sql('select state, kpj, end_reason from enrollment where id = $1', [enrollment]))[0];

/** A program with people A to E, A to D approved and E active, on a list that went to the branch. */
async function sent() {
  const program = await open();
  const people: ListedPerson[] = [];
  for (const name of ['A', 'B', 'C', 'D'])
    people.push(await aListedPerson(world, program, { name: `Peserta ${name}` }));
  people.push(
    await aListedPerson(world, program, { name: 'Peserta E', state: 'ACTIVE', kpj: '12345678901' }),
  );
  const { id } = await make(world, 'operatorCilegon', program);
  await decide(world, 'operatorCilegon', 'Send', { id });
  return {
    program,
    people: people as [ListedPerson, ListedPerson, ListedPerson, ListedPerson, ListedPerson],
    id,
  };
}

describe('a list for the branch', () => {
  it('freezes approved and active people with their contribution, and submits the approved ones when it goes', async () => {
    const { id, people, program } = await sent();
    await aListedPerson(world, program, { name: 'Terlambat' });

    const list = await listOf(world, 'operatorCilegon', id);

    expect(list).toMatchObject({
      state: 'SENT',
      month: '2026-02',
      heads: 5,
      totalRupiah: '84000',
      outcomes: [],
    });
    expect(
      list.rows.nodes.map(({ rowNumber, oursRupiah, enrollment }: never) => [
        rowNumber,
        oursRupiah,
        (enrollment as { state: string }).state,
      ]),
    ).toEqual([
      [1, '16800', 'SUBMITTED'],
      [2, '16800', 'SUBMITTED'],
      [3, '16800', 'SUBMITTED'],
      [4, '16800', 'SUBMITTED'],
      [5, '16800', 'ACTIVE'],
    ]);
    expect(list.rows.nodes[0].enrollment.id).toBe(enrollmentKey(people[0].enrollment));
    expect(list.viewerCan).toEqual({
      download: true,
      send: false,
      answer: true,
      apply: false,
      discard: false,
    });
  });

  it('leaves with NIKs in full only for those who may see them, with its reason noted, and formulas made harmless', async () => {
    const program = await open();
    const { nik } = await aListedPerson(world, program, { name: '=HYPERLINK("x")' });
    const { id } = await make(world, 'operatorCilegon', program);

    const csv = await download(world, 'operatorCilegon', id);
    const book = await download(world, 'operatorCilegon', id, 'format=XLSX');

    expect(csv.status).toBe(200);
    expect(csv.text.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFNO,NIK,NO KPJ,NAMA,TEMPAT LAHIR,TGL LAHIR,JENIS KELAMIN,ALAMAT,KELURAHAN/DESA,KECAMATAN,NO HP,PEKERJAAN,BULAN IURAN,IURAN',
      `1,${nik},,"'=HYPERLINK(""x"")",,12-03-1985,P,,,,+6281299887755,Nelayan,02-2026,16800`,
    ]);
    expect(book.bytes.subarray(0, 2).toString()).toBe('PK');
    const notes = await world.app.sql(
      `select x.list_name, x.state, x.reason, x.nik_count, x.row_count, count(r.id)::integer as reveals
       from data_export x join nik_reveal r on r.export_id = x.id where x.operation = $1 group by x.id order by x.created_at`,
      [id],
    );
    const note = { list_name: 'branchList', state: 'DONE', reason, nik_count: 1, row_count: 1, reveals: 1 };
    expect(notes).toEqual([note, note]);
    for (const who of ['approverBanten', 'auditorBanten', 'analystBanten'] as const)
      expect((await download(world, who, id)).status).toBe(403);
    expect((await download(world, 'operatorSerang', id)).status).toBe(404);
    expect((await download(world, 'operatorCilegon', id, 'format=PDF')).status).toBe(400);
  });

  it('leaves with thousands of people within the time of a statement', async () => {
    const program = await open();
    const { enrollment } = await aListedPerson(world, program);
    await world.app.sql(
      `with copies as (
         select gen_random_uuid() as person, gen_random_uuid() as registration, n from generate_series(1, 3999) n),
       people as (insert into person (id, nik_index) select c.person, sha256(c.n::text::bytea) from copies c),
       registered as (
         insert into beneficiary (id, region_id, person_id, nik_ciphertext, nik_key_id, nik_mask, name)
         select c.registration, b.region_id, c.person, b.nik_ciphertext, b.nik_key_id, b.nik_mask, b.name || c.n
         from copies c, beneficiary b join enrollment e on e.beneficiary_id = b.id where e.id = $1)
       select count(*) from copies`,
      [enrollment],
    );
    const keys = await world.app.sql("select id from beneficiary where name ~ 'Sarmili Jayawikarta[0-9]+'");
    const [{ id }] = await asApp(
      world,
      'operatorCilegon',
      `insert into data_export (id, staff_id, list_name, operation, variables, format, state, reason, shows_personal)
       values (gen_random_uuid(), app.actor_id(), 'branchList', 'x', '{}', 'CSV', 'STARTED', 'Pendaftaran cabang', true) returning id`,
    );

    const [{ n }] = await asApp(
      world,
      'operatorCilegon',
      'select count(*)::int as n from app.reveal_niks($1, $2, $3)',
      [id, keys.map((key) => key.id), 'Pendaftaran cabang'],
    );

    expect(n).toBe(3999);
  });

  it('takes nobody who is on another list of the month, and gives them free when it is put away', async () => {
    const program = await open();
    await aListedPerson(world, program);
    const first = await make(world, 'operatorCilegon', program);

    const again = await make(world, 'operatorCilegon', program);
    await decide(world, 'operatorCilegon', 'Discard', first);
    const after = await make(world, 'operatorCilegon', program);

    expect(codes(again)).toEqual([['input.programId', 'BRANCH_LIST_EMPTY']]);
    expect(after.userErrors).toEqual([]);
    expect((await download(world, 'operatorCilegon', first.id)).status).toBe(404);
  });

  it.each([
    [{ month: '2027-01' }, [['input.month', 'BRANCH_MONTH_OUTSIDE']]],
    [{ reason: 'pendek' }, [['input.reason', 'NIK_REASON_SHORT']]],
    [{ layoutId: 'branchlayout_00000000000070008000000000000000' }, [['input.layoutId', 'NOT_FOUND']]],
  ])('is refused with %j', async (input, expected) => {
    const program = await open();
    await aListedPerson(world, program);

    expect(codes(await make(world, 'operatorCilegon', program, input))).toEqual(expected);
  });

  it('is not made of a program that is closed', async () => {
    const program = await open({ state: 'CLOSED' });

    expect(codes(await make(world, 'operatorCilegon', program))).toEqual([
      ['input.programId', 'ENROLLMENT_PROGRAM_NOT_OPEN'],
    ]);
  });

  it('is made by nobody from elsewhere, and by nobody who may not propose people', async () => {
    const program = await open();
    await aListedPerson(world, program);

    const elsewhere = await make(world, 'operatorSerang', program);
    const approver = await make(world, 'approverBanten', program);

    expect(elsewhere.id).toBeUndefined();
    expect(approver.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(await world.app.sql('select from branch_list where program_id = $1', [program])).toEqual([]);
  });
});

describe('a layout', () => {
  const create = (who: 'coordinatorBanten' | 'operatorCilegon', input: object) =>
    ask(
      world,
      who,
      `mutation ($input: BranchLayoutCreateInput!) { branchLayoutCreate(input: $input) { branchLayout { id name columns { header field format } } userErrors { path code } } }`,
      { input: { regionId: regionId('36'), ...input } },
    );

  it('of the province decides the columns of its lists', async () => {
    const columns = [
      { header: 'Nomor Identitas', field: 'NIK' },
      { header: 'Kelamin', field: 'SEX', format: 'SEX_WORD' },
      { header: 'Lahir', field: 'BIRTH_DATE', format: 'ISO' },
    ];
    const { data } = await create('coordinatorBanten', { name: 'Cabang Cilegon', columns });
    const program = await open();
    const { nik } = await aListedPerson(world, program);
    const { id } = await make(world, 'operatorCilegon', program, {
      layoutId: data.branchLayoutCreate.branchLayout.id,
    });

    const { text } = await download(world, 'operatorCilegon', id);

    expect(text).toBe(`\uFEFFNomor Identitas,Kelamin,Lahir\r\n${nik},PEREMPUAN,1985-03-12\r\n`);
  });

  it.each([
    [{ name: 'Lain', columns: [{ header: 'Nama', field: 'NAME' }] }, 'BRANCH_LAYOUT_NOBODY'],
    [{ name: 'Lain', columns: [{ header: 'NIK', field: 'NIK', format: 'ISO' }] }, 'BRANCH_LAYOUT_FORMAT'],
    [
      { name: 'Lain', columns: ['NIK', 'nik'].map((header) => ({ header, field: 'NIK' })) },
      'BRANCH_LAYOUT_HEADER_TWICE',
    ],
    [{ name: 'Lain', columns: [] }, 'BRANCH_LAYOUT_COLUMNS'],
    [{ name: 'Lain', columns: [{ header: '', field: 'NIK' }] }, 'VALUE_MISSING'],
    [{ name: 'Lain', regionId: regionId('36.72') }, 'BRANCH_LAYOUT_PROVINCE'],
    [{ name: 'cabang cilegon' }, 'VALUE_TAKEN'],
  ])('is refused: %j', async (input, code) => {
    const { data } = await create('coordinatorBanten', input);

    expect(data.branchLayoutCreate).toMatchObject({ branchLayout: null, userErrors: [{ code }] });
  });

  it('is not for operators', async () => {
    const { errors } = await create('operatorCilegon', { name: 'Punya saya' });

    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});

describe('the answer of the branch', () => {
  it('is reconciled three ways and applied once: accepted with KPJ, rejected with its reason', async () => {
    const { id, people } = await sent();
    const [a, b, c, d, e] = people;
    const stranger = await aListedPerson(world, await open(), { name: 'Orang lain' });
    const file = answerOf([
      ['1', a.nik, '11111111111', 'Diterima', '', '16.800'],
      ['2', b.nik, '', 'DITOLAK', `NIK ${b.nik} tidak padan`, ''],
      ['3', c.nik, '33333333333', 'diterima', '', 'Rp 20.000,00'],
      ['4', stranger.nik, '44444444444', 'Diterima', '', '16800'],
      ['5', '123', '', 'Diterima', '', '16800'],
      ['6', e.nik, '12345678901', 'Aktif', '', '16800'],
      ['7', a.nik, '11111111111', 'Diterima', '', '16800'],
      ['Jumlah', '', '', '', '', '120.800'],
    ]);

    const handed = await handIn(world, 'operatorCilegon', id, file);
    const again = await handIn(world, 'operatorCilegon', id, file);
    const compared = await listOf(world, 'operatorCilegon', id);

    expect(handed).toEqual({ status: 200, isKnown: false, codes: [] });
    expect(again).toEqual({ status: 200, isKnown: true, codes: [] });
    expect(compared.outcomes).toEqual([
      { verdict: 'ACCEPTED', count: 2, appliedCount: 0, oursRupiah: '33600', theirsRupiah: '33600' },
      { verdict: 'AMOUNT_DIFFERS', count: 1, appliedCount: 0, oursRupiah: '16800', theirsRupiah: '20000' },
      { verdict: 'REJECTED', count: 1, appliedCount: 0, oursRupiah: '16800', theirsRupiah: null },
      { verdict: 'OURS_NOT_THEIRS', count: 1, appliedCount: 0, oursRupiah: '16800', theirsRupiah: null },
      { verdict: 'THEIRS_NOT_OURS', count: 1, appliedCount: 0, oursRupiah: null, theirsRupiah: '16800' },
      { verdict: 'UNREADABLE', count: 2, appliedCount: 0, oursRupiah: null, theirsRupiah: '33600' },
    ]);
    const found = (verdict: string) =>
      compared.rows.nodes.filter((row: { verdict: string }) => row.verdict === verdict);
    expect(found('THEIRS_NOT_OURS')).toMatchObject([
      {
        enrollment: null,
        nik: `36${'•'.repeat(10)}${stranger.nik.slice(12)}`,
        kpj: '•••••••4444',
        answerRow: 6,
      },
    ]);
    expect(
      found('UNREADABLE').map(({ answerRow, problem }: { answerRow: number; problem: { code: string } }) => [
        answerRow,
        problem.code,
      ]),
    ).toEqual([
      [7, 'BRANCH_ROW_NOBODY'],
      [9, 'BRANCH_ROW_TWICE'],
    ]);
    expect(found('REJECTED')[0].branchReason).toBe(`NIK 36••••••••••${b.nik.slice(12)} tidak padan`);
    expect(await stateOf(a)).toEqual({ state: 'SUBMITTED', kpj: null, end_reason: null });

    const { version } = compared;
    const applied = await decide(world, 'operatorCilegon', 'Apply', { id, version });
    const twice = await decide(world, 'operatorCilegon', 'Apply', { id });

    expect(applied).toMatchObject({ branchList: { state: 'APPLIED' }, userErrors: [] });
    expect(twice.userErrors).toEqual([{ path: ['id'], code: 'BRANCH_LIST_STATE' }]);
    expect(await stateOf(a)).toEqual({ state: 'ACTIVE', kpj: '11111111111', end_reason: null });
    expect(await stateOf(b)).toEqual({ state: 'REJECTED', kpj: null, end_reason: 'REJECTED_BY_BRANCH' });
    expect(await stateOf(c)).toEqual({ state: 'ACTIVE', kpj: '33333333333', end_reason: null });
    expect(await stateOf(d)).toEqual({ state: 'SUBMITTED', kpj: null, end_reason: null });
    expect(await stateOf(e)).toEqual({ state: 'ACTIVE', kpj: '12345678901', end_reason: null });
    expect(
      (await handIn(world, 'operatorCilegon', id, answerOf([['1', a.nik, '', 'Ditolak', '', '']]))).codes,
    ).toEqual(['BRANCH_LIST_STATE']);
  });

  it('leaves out what does not fit: a KPJ number of somebody else, a person who left meanwhile', async () => {
    const { id, people, program } = await sent();
    const [a, b, c, d, e] = people;
    await world.app.sql("update enrollment set kpj = '99999999999' where id = $1", [d.enrollment]);
    await handIn(
      world,
      'operatorCilegon',
      id,
      answerOf([
        ['1', a.nik, '12345678901', 'Diterima', '', ''],
        ['2', b.nik, '', 'Diterima', '', ''],
        ['3', c.nik, '', 'Diterima', '', ''],
        ['4', d.nik, '88888888888', 'Diterima', '', ''],
        ['5', e.nik, '', 'Ditolak', '', ''],
      ]),
    );
    await world.app.sql(
      "update enrollment set state = 'REJECTED', ended_on = '2026-02-11', end_reason = 'WITHDRAWN' where id = $1",
      [c.enrollment],
    );

    await decide(world, 'operatorCilegon', 'Apply', { id });

    const { rows } = await listOf(world, 'operatorCilegon', id);
    const told = rows.nodes.map(
      ({ appliedAt, problem }: { appliedAt: string | null; problem: { code: string } | null }) => [
        appliedAt !== null,
        problem?.code ?? null,
      ],
    );
    expect(told).toEqual([
      [false, 'ENROLLMENT_KPJ_TAKEN'],
      [true, null],
      [false, 'BRANCH_ENROLLMENT_OTHER'],
      [false, 'BRANCH_KPJ_DIFFERS'],
      [false, 'BRANCH_ENROLLMENT_OTHER'],
    ]);
    expect(await stateOf(a)).toMatchObject({ state: 'SUBMITTED', kpj: null });
    expect(await stateOf(e)).toMatchObject({ state: 'ACTIVE' });
    // whoever was not taken goes on the next list of the month
    const next = await make(world, 'operatorCilegon', program);
    expect(await listOf(world, 'operatorCilegon', next.id)).toMatchObject({ heads: 3 });
  });

  it.each([
    ['no header', Buffer.from('satu;dua\r\n1;2'), 'BRANCH_ANSWER_NO_HEADER'],
    ['no status', Buffer.from('NIK;Nama\r\n3672991203851234;A'), 'BRANCH_ANSWER_NO_STATUS'],
    ['nobody', Buffer.from('NIK;Status\r\nJumlah;0'), 'BRANCH_ANSWER_NO_ROWS'],
    ['nothing', Buffer.alloc(0), 'BRANCH_FILE_MISSING'],
    ['a PDF', Buffer.from('%PDF-1.7 abc'), 'SHEET_UNKNOWN_FORMAT'],
  ])('is refused with %s, and nothing changes', async (_name, bytes, code) => {
    const { id } = await sent();

    const handed = await handIn(world, 'operatorCilegon', id, bytes);

    expect(handed).toMatchObject({ status: 422, codes: [code] });
    expect(await listOf(world, 'operatorCilegon', id)).toMatchObject({ state: 'SENT', outcomes: [] });
  });

  it('is taken from nobody elsewhere, and not before the list went', async () => {
    const program = await open();
    const { nik } = await aListedPerson(world, program);
    const { id } = await make(world, 'operatorCilegon', program);
    const file = answerOf([['1', nik, '', 'Diterima', '', '']]);

    expect(await handIn(world, 'operatorSerang', id, file)).toMatchObject({ status: 404 });
    expect(await handIn(world, 'auditorBanten', id, file)).toMatchObject({ status: 403 });
    expect(await handIn(world, 'operatorCilegon', id, file)).toMatchObject({ codes: ['BRANCH_LIST_STATE'] });
  });

  it('is seen from the program, by those who may see its people', async () => {
    const { program } = await sent();
    const text = 'query ($id: ID!) { program(id: $id) { branchLists { nodes { heads } } } }';

    const seen = await ask(world, 'auditorBanten', text, { id: programId(program) });
    const hidden = await ask(world, 'analystBanten', text, { id: programId(program) });

    expect(seen.data.program.branchLists.nodes).toEqual([{ heads: 5 }]);
    expect(hidden.data.program.branchLists.nodes).toEqual([]);
  });
});

describe('the database', () => {
  it('takes no list and no roster into a region that is not its program’s', async () => {
    const insert = (table: string, columns: string, values: string) =>
      asApp(
        world,
        'operatorSerang',
        `insert into ${table} (id, program_id, region_id, created_by, ${columns})
         select gen_random_uuid(), $1, $2, app.actor_id(), ${values}`,
        [world.cilegon, regionKey('36.04')],
      ).then(
        () => null,
        ({ code }: { code: string }) => code,
      );

    expect(
      await insert(
        'branch_list',
        'month, columns, reason, heads',
        "'2026-02-01', '[]', 'Pendaftaran cabang', 1",
      ),
    ).toBe('42501');
    expect(
      await insert(
        'import_batch',
        'file_name, sha256, size_bytes, sheet, header_row, columns',
        "'x.csv', repeat('a', 64), 1, '{}', 1, '[]'",
      ),
    ).toBe('42501');
  });

  it('changes nothing that is applied, puts nobody twice into a month, and takes nobody of another program', async () => {
    const { id, people, program } = await sent();
    await handIn(world, 'operatorCilegon', id, answerOf([['1', people[0].nik, '', 'Diterima', '', '']]));
    await decide(world, 'operatorCilegon', 'Apply', { id });
    const other = await aListedPerson(world, await open());
    const row = `insert into branch_list_row (list_id, region_id, month, enrollment_id, row_number, is_held)
      select l.id, l.region_id, l.month, $2, 9, true from branch_list l where l.program_id = $1`;

    const fault = (text: string, values: readonly unknown[]) =>
      world.app.sql(text, values).then(
        () => null,
        ({ constraint }: { constraint: string }) => constraint,
      );

    expect(
      await fault("update branch_list_row set verdict = 'REJECTED' where enrollment_id = $1", [
        people[0].enrollment,
      ]),
    ).toBe('branch_list_row_applied');
    expect(await fault(row, [program, people[0].enrollment])).toBe('branch_list_row_person_unique');
    expect(await fault(row, [program, other.enrollment])).toBe('branch_list_row_program');
    expect(await fault("update branch_list set state = 'SENT' where program_id = $1", [program])).toBe(
      'branch_list_state_move',
    );
  });
});
