import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, closeWorld, cover, type LedgerWorld } from '../coverage/ledger-world.js';
import { aProgram, programId } from '../support/build/program.js';
import { workbookOf } from './files/workbook.js';
import {
  batchOf,
  confirm,
  csvOf,
  decide,
  giveBack,
  handIn,
  importWorld,
  judged,
  mended,
  people,
  rowsOf,
} from './roster-world.js';

let world: LedgerWorld;
beforeAll(async () => {
  world = await importWorld();
});
afterAll(() => closeWorld(world));

const open = (build = {}) => aProgram(world.app, { state: 'APPROVED', ...build });
const codesOf = (rows: readonly { problems: readonly { code: string }[] }[]) =>
  rows.map(({ problems }) => problems.map(({ code }) => code).join());

describe('a roster', () => {
  it('is recognised below its title, judged row by row, and written as proposals that know where they came from', async () => {
    const [first = {}, second = {}, third] = people(3);
    const program = await open({ budget: [{ year: 2026, original: '400000' }] });
    const bytes = csvOf([first, second, { ...third, nik: '123' }, first]);

    const handed = await handIn(world, 'operatorCilegon', { program, bytes });
    const id = handed.id ?? '';
    const waiting = await batchOf(world, 'operatorCilegon', id);
    await confirm(world, id);
    const ready = await batchOf(world, 'operatorCilegon', id);
    const judgedRows = await rowsOf(world, id);
    await decide(world, 'operatorCilegon', 'Commit', id);
    const done = await batchOf(world, 'operatorCilegon', id);

    expect(handed).toMatchObject({ status: 201, isKnown: false, userErrors: [] });
    expect(waiting).toMatchObject({ state: 'MAPPING', headerRow: 2, rowCount: null });
    expect(waiting.columns.map(({ field }: { field: string }) => field)).toEqual([
      'IGNORE',
      'NIK',
      'NAME',
      'BIRTH_DATE',
      'SEX',
      'CATEGORY',
    ]);
    expect(waiting.columns[1].samples[0]).toMatch(/^36•{10}\d{4}$/);
    expect(ready).toMatchObject({
      state: 'READY',
      rowCount: 4,
      counts: { new: 2, changed: 0, unchanged: 0, duplicate: 1, error: 1 },
      monthlyRupiah: '33600',
      money: { fiscalYear: 2026, months: 11, neededRupiah: '369600', leftRupiah: '400000', holds: true },
      viewerCan: { map: true, commit: true, undo: false, discard: true },
    });
    expect(judgedRows.map(({ rowNumber, verdict }) => [rowNumber, verdict])).toEqual([
      [3, 'NEW'],
      [4, 'NEW'],
      [5, 'ERROR'],
      [6, 'DUPLICATE'],
    ]);
    expect(codesOf(judgedRows)).toEqual(['', '', 'NIK_LENGTH', 'IMPORT_DUPLICATE_IN_FILE']);
    expect(done).toMatchObject({
      state: 'COMMITTED',
      committedCount: 2,
      viewerCan: { undo: true, commit: false },
    });
    const [row] = await rowsOf(world, id, { verdicts: ['NEW'] });
    expect(row).toMatchObject({
      isCommitted: true,
      name: null,
      nik: null,
      beneficiary: { origin: { batchId: id, fileName: 'nelayan.csv', rowNumber: 3 } },
      enrollment: { state: 'PROPOSED' },
    });
  });

  it('is the same one when the same file comes again, and is read at once when its headers are known', async () => {
    const program = await open();
    const bytes = csvOf(people(2, 'again'));
    const first = await judged(world, { program, bytes });

    const again = await handIn(world, 'operatorCilegon', { program, bytes, fileName: 'salinan.csv' });
    const next = await handIn(world, 'operatorCilegon', { program, bytes: csvOf(people(1, 'next')) });
    await world.app.clocks.imports.settled();

    expect(again).toMatchObject({ status: 200, id: first, isKnown: true });
    expect(await batchOf(world, 'operatorCilegon', next.id ?? '')).toMatchObject({
      state: 'READY',
      counts: { new: 1 },
    });
  });

  it('that was put away before its columns were confirmed is no example for the next one', async () => {
    const program = await open();
    const [one, two] = people(2, 'put-away');
    const first = await handIn(world, 'operatorCilegon', { program, bytes: csvOf([one ?? {}]) });
    await decide(world, 'operatorCilegon', 'Discard', first.id ?? '');

    const second = await handIn(world, 'operatorCilegon', { program, bytes: csvOf([two ?? {}]) });

    expect(await batchOf(world, 'operatorCilegon', first.id ?? '')).toMatchObject({ state: 'DISCARDED' });
    expect(await batchOf(world, 'operatorCilegon', second.id ?? '')).toMatchObject({ state: 'MAPPING' });
  });

  it('of a workbook is one sheet, chosen where several have people on them', async () => {
    const program = await open({ categories: [world.ojol] });
    const sheets = people(2, 'sheets').map(({ nik = '', name = '' }, index) => ({
      name: `RT 0${index + 1}`,
      rows: [
        ['NIK', 'Nama', 'Pekerjaan'],
        [nik, name, 'Nelayan'],
      ],
    }));
    const file = { program, bytes: workbookOf(sheets), fileName: 'rw.xlsx' };

    const asked = await handIn(world, 'operatorCilegon', file);
    const first = await judged(world, { ...file, sheet: 'RT 01' });
    const second = await judged(world, { ...file, sheet: 'rt 02' });
    const again = await handIn(world, 'operatorCilegon', { ...file, sheet: 'RT 01' });
    const batches = await Promise.all([first, second].map((id) => batchOf(world, 'operatorCilegon', id)));
    const [row] = await rowsOf(world, second);

    expect(asked).toMatchObject({ status: 422, id: null, sheets: ['RT 01', 'RT 02'] });
    expect(codesOf([{ problems: asked.userErrors }])).toEqual(['IMPORT_SHEETS_SEVERAL']);
    expect(again).toMatchObject({ id: first, isKnown: true });
    expect(batches.map(({ fileName, rowCount }) => [fileName, rowCount])).toEqual([
      ['rw.xlsx › RT 01', 1],
      ['rw.xlsx › rt 02', 1],
    ]);
    expect(row.problems).toMatchObject([
      {
        code: 'ENROLLMENT_CATEGORY_OUTSIDE',
        message: expect.stringMatching(/^Kategori ini tidak termasuk kategori program: [^…{}]+\. Pilih/),
      },
    ]);
  });

  it('tells new people from known ones, and says field by field what it changes', async () => {
    const program = await open();
    const [one, two, three] = people(3, 'known');
    const before = await judged(world, { program, bytes: csvOf([one ?? {}, two ?? {}]) });
    await decide(world, 'operatorCilegon', 'Commit', before);

    const id = await judged(world, {
      program,
      bytes: csvOf([one ?? {}, { ...two, name: 'Nama Baru' }, three ?? {}]),
    });
    const rows = await rowsOf(world, id);
    await decide(world, 'operatorCilegon', 'Commit', id);
    const [changed] = await rowsOf(world, id, { verdicts: ['CHANGED'] });
    const undone = await decide(world, 'operatorCilegon', 'Undo', id);
    const [restored] = await rowsOf(world, id, { verdicts: ['CHANGED'] });

    expect(rows.map(({ verdict }) => verdict)).toEqual(['UNCHANGED', 'CHANGED', 'NEW']);
    expect(rows[1].changes).toEqual([{ field: 'NAME', from: two?.name, to: 'Nama Baru' }]);
    expect(changed.beneficiary.name).toBe('Nama Baru');
    expect(undone.userErrors).toEqual([]);
    expect(restored).toMatchObject({ isUndone: true, beneficiary: { name: two?.name } });
  });

  it('keeps people who are covered elsewhere out, without saying by whom', async () => {
    const [own, other] = people(2, 'elsewhere');
    const [here, there] = [
      await open({ name: 'Program sendiri' }),
      await open({ region: '36.04', name: 'Program Serang' }),
    ];
    const file = { program: here, bytes: csvOf([own ?? {}]) };
    await decide(world, 'operatorCilegon', 'Commit', await judged(world, file));
    const serang = await handIn(world, 'operatorSerang', { program: there, bytes: csvOf([other ?? {}]) });
    await confirmAs('operatorSerang', serang.id ?? '');
    await decide(world, 'operatorSerang', 'Commit', serang.id ?? '');
    await world.app.sql("update enrollment set state = 'VERIFIED' where program_id = any($1)", [
      [here, there],
    ]);
    await world.app.sql("update enrollment set state = 'APPROVED' where program_id = any($1)", [
      [here, there],
    ]);

    const id = await judged(world, { program: world.cilegon, bytes: csvOf([own ?? {}, other ?? {}]) });
    const rows = await rowsOf(world, id);

    expect(rows.map(({ verdict }) => verdict)).toEqual(['DUPLICATE', 'DUPLICATE']);
    expect(codesOf(rows)).toEqual(['IMPORT_IN_OTHER_PROGRAM', 'IMPORT_COVERED_ELSEWHERE']);
    expect(rows[0].problems[0].message).toContain('Program sendiri');
    expect(JSON.stringify(rows[1])).not.toContain('Serang');
  });

  it('keeps the rules of entry: age, category and post as in the form', async () => {
    const program = await open({ categories: [world.fisher] });
    const [old, young] = people(2, 'rules');
    const bytes = csvOf([{ ...old, birthDate: '1950-01-01' }, young ?? {}]);

    const id = await judged(world, { program, bytes });

    const rows = await rowsOf(world, id);
    expect(rows.map(({ verdict }) => verdict)).toEqual(['ERROR', 'NEW']);
    expect(codesOf(rows)[0]).toBe('ENROLLMENT_OVER_AGE');
  });
});

describe('bad rows', () => {
  it('come back as a workbook; mended and handed in again they complete the roster', async () => {
    const program = await open();
    const [good, bad, worse] = people(3, 'mend');
    const bytes = csvOf([
      good ?? {},
      { ...bad, nik: `${bad?.nik.slice(0, 12)}0000` },
      { ...worse, birthDate: '1980-02-31' },
    ]);
    const id = await judged(world, { program, bytes });
    await decide(world, 'operatorCilegon', 'Commit', id);

    const workbook = await giveBack(world, 'operatorCilegon', id);
    const reasons: (string | undefined)[] = [];
    const bytesAgain = await mended(workbook, (row) => {
      reasons.push(row.Alasan);
      return row['Tgl Lahir'] === '31/02/1980'
        ? { 'Tgl Lahir': '17-08-1980' }
        : { 'No. KTP': bad?.nik ?? '' };
    });
    const next = await judged(world, { program, bytes: bytesAgain, fileName: 'perbaikan.xlsx' });
    const mend = await batchOf(world, 'operatorCilegon', next);
    await decide(world, 'operatorCilegon', 'Commit', next);

    expect(reasons).toEqual([
      expect.stringMatching(/^No\. KTP: /),
      expect.stringMatching(/^Tgl Lahir: Tanggal "31\/02\/1980" tidak ada di kalender/),
    ]);
    expect(mend).toMatchObject({ continues: { id }, counts: { new: 2, error: 0 } });
    expect(await batchOf(world, 'operatorCilegon', id)).toMatchObject({ mendedCount: 2, giveBackPath: null });
    const rows = await rowsOf(world, id, { verdicts: ['ERROR'] });
    expect(rows.map(({ isMended }) => isMended)).toEqual([true, true]);
  });
});

describe('taking back', () => {
  it('is refused while months hang on it, and says how many rows', async () => {
    const id = await judged(world, { program: world.cilegon, bytes: csvOf(people(3, 'months')) });
    await decide(world, 'operatorCilegon', 'Commit', id);
    const [{ enrollment }] = await rowsOf(world, id);
    const key = enrollment.id.split('_')[1];
    for (const state of ['VERIFIED', 'APPROVED', 'ACTIVE'])
      await world.app.sql('update enrollment set state = $2 where id = $1', [key, state]);
    await cover(world, world.cilegon, [key], { from: '2026-02' });

    const refused = await decide(world, 'operatorCilegon', 'Undo', id);

    expect(refused.userErrors).toMatchObject([{ path: ['id'], code: 'IMPORT_UNDO_BLOCKED' }]);
    expect(refused.userErrors[0].message).toContain('1 baris');
    expect((await batchOf(world, 'operatorCilegon', id)).undo).toEqual({
      enrollmentCount: 3,
      registrationCount: 3,
      restoredCount: 0,
      obstacles: [{ kind: 'MONTHS', count: 1 }],
    });
  });

  it('is refused for whoever was put forward, stands in an annex or on a list for the branch', async () => {
    const program = await open();
    const id = await judged(world, { program, bytes: csvOf(people(3, 'traces')) });
    await decide(world, 'operatorCilegon', 'Commit', id);
    const keys = (await rowsOf(world, id)).map(({ enrollment }) => enrollment.id.split('_')[1]);
    for (const state of ['VERIFIED', 'APPROVED'])
      await world.app.sql(
        `update enrollment set state = $2, decree = case when id = $3 then 'SK 7' end where id = any($1) and ($2 = 'VERIFIED' or id <> $4)`,
        [keys, state, keys[1], keys[0]],
      );
    const ofProgram = { input: { programId: programId(program) } };
    await ask(world, 'operatorCilegon', requestText, {
      input: { subject: 'ENROLLMENT_LIST', recordId: programId(program) },
    });
    await ask(world, 'approverBanten', sealText, {
      input: { ...ofProgram.input, decree: 'SK 7', decreedOn: '2026-02-01' },
    });
    await ask(world, 'operatorCilegon', listText, {
      input: { ...ofProgram.input, month: '2026-02', reason: 'Pendaftaran ke kantor cabang' },
    });

    const refused = await decide(world, 'operatorCilegon', 'Undo', id);

    expect(refused.userErrors).toMatchObject([{ code: 'IMPORT_UNDO_BLOCKED' }]);
    expect((await batchOf(world, 'operatorCilegon', id)).undo.obstacles).toEqual([
      { kind: 'ANNEX', count: 1 },
      { kind: 'APPROVAL', count: 1 },
      { kind: 'BRANCH_KNOWS', count: 1 },
    ]);
  });

  it('removes what the roster made, and the person can be handed in again', async () => {
    const program = await open();
    const bytes = csvOf(people(2, 'back'));
    const id = await judged(world, { program, bytes });
    await decide(world, 'operatorCilegon', 'Commit', id);

    await decide(world, 'operatorCilegon', 'Undo', id);

    const left = await world.app.sql('select count(*)::int as n from enrollment where program_id = $1', [
      program,
    ]);
    expect(left).toEqual([{ n: 0 }]);
    const again = await handIn(world, 'operatorCilegon', { program, bytes });
    await world.app.clocks.imports.settled();
    expect(again).toMatchObject({ status: 201, isKnown: false });
    expect(await batchOf(world, 'operatorCilegon', again.id ?? '')).toMatchObject({ counts: { new: 2 } });
  });
});

it('says what is odd about good rows, and which lines were taken for nobody', async () => {
  const [first, second, third = {}] = people(3, 'odd');
  const bytes = Buffer.concat([
    csvOf([
      first ?? {},
      { ...second, birthDate: '1999-12-31' },
      { ...third, nik: '12', birthDate: '1999-12-31' },
    ]),
    Buffer.from(
      '\r\n;NIK;Nama;Tgl Lahir;L/P;Pekerjaan\r\n;;Jumlah;3 orang;;\r\n;;;;;\r\n;;Mengetahui,;;Lurah;',
    ),
  ]);

  const batch = await batchOf(
    world,
    'operatorCilegon',
    await judged(world, { program: await open(), bytes }),
  );

  expect(batch).toMatchObject({
    rowCount: 3,
    aside: { count: 3, rowNumbers: [6, 7, 9] },
    warnings: [{ finding: 'BIRTH_DATE_DIFFERS', count: 1, rowNumbers: [4] }],
  });
});

describe('what is refused', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'IMPORT_FILE_MISSING'],
    ['a file without a header', Buffer.from('a;b\n1;2\n'), 'IMPORT_NO_HEADER'],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'), 'SHEET_UNKNOWN_FORMAT'],
  ])('%s, with a reason, and nothing is kept', async (_label, bytes, code) => {
    const refused = await handIn(world, 'operatorCilegon', { program: world.cilegon, bytes });

    expect(refused).toMatchObject({ status: 422, id: null, userErrors: [{ path: ['input', 'file'], code }] });
  });

  it('a program that is not open, of another region, or not there', async () => {
    const bytes = csvOf(people(1, 'refused'));
    const draft = await aProgram(world.app, { state: 'DRAFT' });

    const [closed, foreign, absent] = [
      await handIn(world, 'operatorCilegon', { program: draft, bytes }),
      await handIn(world, 'operatorCilegon', { program: world.serang, bytes }),
      await handIn(world, 'operatorCilegon', { program: '01900000-0000-7000-8000-000000000000', bytes }),
    ];

    expect(closed).toMatchObject({ status: 422, userErrors: [{ code: 'ENROLLMENT_PROGRAM_NOT_OPEN' }] });
    expect(foreign.id ?? null).toBeNull();
    expect(absent).toMatchObject({
      status: 422,
      userErrors: [{ path: ['input', 'programId'], code: 'NOT_FOUND' }],
    });
  });

  it('writing a roster whose program was closed meanwhile', async () => {
    const program = await open();
    const id = await judged(world, { program, bytes: csvOf(people(1, 'closed')) });
    await world.app.sql("update program set state = 'CLOSED', closed_on = '2026-02-11' where id = $1", [
      program,
    ]);

    expect(await decide(world, 'operatorCilegon', 'Commit', id)).toMatchObject({
      userErrors: [{ path: ['input', 'programId'], code: 'ENROLLMENT_PROGRAM_NOT_OPEN' }],
    });
    expect(await batchOf(world, 'operatorCilegon', id)).toMatchObject({ state: 'READY', committedCount: 0 });
  });

  it('whoever may not propose people is told before the file is read', async () => {
    const bytes = csvOf(people(1, 'roles'));

    for (const who of ['analystBanten', 'auditorBanten', 'approverBanten'] as const)
      expect((await handIn(world, who, { program: world.cilegon, bytes })).status).toBe(403);
  });

  it('a mapping without NIK, with a field twice, or with a column that is not there', async () => {
    const { id } = await handIn(world, 'operatorCilegon', {
      program: await open(),
      bytes: csvOf(people(1, 'map')),
    });

    const { userErrors } = await confirm(world, id ?? '', {
      columns: [
        { index: 2, field: 'NAME' },
        { index: 3, field: 'NAME' },
        { index: 99, field: 'SEX' },
      ],
    });

    expect(userErrors.map(({ code }: { code: string }) => code).sort()).toEqual([
      'IMPORT_COLUMN_MISSING',
      'IMPORT_COLUMN_UNKNOWN',
      'IMPORT_FIELD_TWICE',
    ]);
  });

  it('more people than the quota has places, before anything is written', async () => {
    const program = await open({ quota: 1 });
    const id = await judged(world, { program, bytes: csvOf(people(2, 'quota')) });

    const { userErrors } = await decide(world, 'operatorCilegon', 'Commit', id);

    expect(userErrors).toMatchObject([{ code: 'IMPORT_QUOTA' }]);
    expect(await batchOf(world, 'operatorCilegon', id)).toMatchObject({
      state: 'READY',
      committedCount: 0,
      quota: { places: 1, taken: 0, holds: false },
    });
  });
});

describe('signs that PostgreSQL cannot keep', () => {
  const cut = `${'x'.repeat(59)}😀`;

  it('in headers and cells are no failure of the server, and end no reading', async () => {
    const [person = {}] = people(1, 'signs');
    const text = csvOf([person]).toString();
    const bytes = Buffer.from(
      text.replace('Pekerjaan', `Pekerjaan;${'y'.repeat(199)}😀`).replaceAll('Nelayan', `Nelayan;${cut}`),
    );

    const fileName = 'KTP 3672991203859001.csv';
    const handed = await handIn(world, 'operatorCilegon', { program: await open(), bytes, fileName });

    expect(handed).toMatchObject({ status: 201, userErrors: [] });
    expect(await batchOf(world, 'operatorCilegon', handed.id ?? '')).toMatchObject({
      fileName: 'KTP 36••••••••••9001.csv',
    });
  });

  it('cut in half in a message let the roster be judged', async () => {
    const [person = {}] = people(1, 'halves');
    const bytes = Buffer.from(
      csvOf([person])
        .toString()
        .replace(/;[LP];/, `;${cut};`),
    );

    const id = await judged(world, { program: await open(), bytes });

    expect(await batchOf(world, 'operatorCilegon', id)).toMatchObject({
      state: 'READY',
      counts: { error: 1 },
    });
  });
});

describe('a roster of another region', () => {
  it('is not there for its staff, nor its bad rows', async () => {
    const id = await judged(world, {
      program: await open(),
      bytes: csvOf([{ ...people(1, 'theirs')[0], nik: '1' }]),
    });

    expect(await batchOf(world, 'operatorSerang', id)).toBeNull();
    expect(await batchOf(world, 'coordinatorBanten', id)).toMatchObject({ id });
    const answer = await world.app.http.inject({
      url: `/imports/${id}/give-back`,
      headers: { authorization: `Bearer ${world.tokens.operatorSerang}` },
    });
    expect(answer.statusCode).toBe(404);
    expect(
      (await world.app.graphql(world.tokens.analystBanten, '{ importBatches { nodes { id } } }')).errors?.[0]
        ?.extensions.code,
    ).toBe('FORBIDDEN');
  });
});

const requestText = `mutation ($input: ApprovalRequestInput!) { approvalRequest(input: $input) { userErrors { code } } }`;
const sealText = `mutation ($input: AnnexSealInput!) { annexSeal(input: $input) { userErrors { code } } }`;
const listText = `mutation ($input: BranchListMakeInput!) { branchListMake(input: $input) { userErrors { code } } }`;

async function confirmAs(who: 'operatorSerang', id: string): Promise<void> {
  const { version, columns } = await batchOf(world, who, id);
  const read = columns.map(({ index, field }: { index: number; field: string }) => ({ index, field }));
  await world.app.graphql(
    world.tokens[who],
    'mutation ($id: ID!, $version: Int!, $input: ImportMapInput!) { importMap(id: $id, expectedVersion: $version, input: $input) { userErrors { code } } }',
    { id, version, input: { columns: read, enteredOn: '2026-02-01' } },
  );
  await world.app.clocks.imports.settled();
}
