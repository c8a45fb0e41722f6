import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../schema/kernel/identifier.js';
import { createNikVault } from '../../server/nik-vault.js';
import {
  type Asking,
  everybody,
  type ReportingWorld,
  refusal,
  reportingWorld,
} from '../source/reporting-world.js';
import { staffKey } from '../support/actors.js';
import { testSecret } from '../support/app.js';
import { regionKey } from '../support/build/region.js';
import { aNik, builtBeneficiary } from './people.js';

let world: ReportingWorld;
let cilegon: string;
let serang: string;
const nik = aNik();
const vault = createNikVault({ secret: testSecret });

beforeAll(async () => {
  world = await reportingWorld();
  cilegon = await builtBeneficiary(world, '36.72', nik);
  serang = await builtBeneficiary(world, '36.04', nik);
  for (const id of [cilegon, serang]) {
    await world.app.sql(
      "insert into verification (id, beneficiary_id, check_kind, result, checked_on) values ($1, $2, 'FIELD', 'PASSED', '2026-01-01')",
      [newId(), id],
    );
  }
});
afterAll(() => world.close());

const seen: Readonly<Record<Asking, number>> = {
  anonymous: 0,
  admin: 2,
  coordinatorBanten: 2,
  operatorCilegon: 1,
  operatorSerang: 1,
  operatorBekasi: 0,
  approverBanten: 2,
  analystBanten: 0,
  auditorBanten: 2,
};
const changed: Readonly<Record<Asking, number>> = { ...seen, approverBanten: 0, auditorBanten: 0 };
const insert = `insert into beneficiary (id, region_id, person_id, nik_ciphertext, nik_key_id, nik_mask, name)
  select $1, $2, b.person_id, '\\x00', 1, '36••••••••••9001', 'Wulan' from beneficiary b limit 1`;

describe('row security', () => {
  it.each(everybody)('shows %s the registrations of the own regions, and their checks', async (name) => {
    expect(await world.sqlAs(name, 'select id from beneficiary')).toHaveLength(seen[name]);
    expect(await world.sqlAs(name, 'select id from verification')).toHaveLength(seen[name]);
  });

  it.each(everybody)('lets %s change registrations of the own regions only', async (name) => {
    expect(await world.sqlAs(name, "update beneficiary set note = 'x' returning id")).toHaveLength(
      changed[name],
    );
  });

  it.each(everybody)('lets nobody list persons or read what is sealed: %s', async (name) => {
    for (const text of [
      'select id from person',
      'select nik_ciphertext from beneficiary',
      'select * from beneficiary',
    ]) {
      expect(await refusal(world.sqlAs(name, text))).toBe('42501');
    }
  });

  it.each<[Asking, string, string | null]>([
    ['anonymous', '36.72', null], // nothing to take the person from: nothing is inserted
    ['operatorCilegon', '36.04', '42501'],
    ['operatorCilegon', '32.75', '42501'],
    ['approverBanten', '36.72', '42501'],
    ['auditorBanten', '36.72', '42501'],
    ['coordinatorBanten', '32.75', '42501'],
    ['coordinatorBanten', '36.73', null],
  ])('answers %s who registers for %s with %s', async (name, code, error) => {
    expect(await refusal(world.sqlAs(name, insert, [newId(), regionKey(code)]))).toBe(error);
  });

  it('lets nobody remove anything', async () => {
    for (const table of [
      'beneficiary',
      'verification',
      'nik_reveal',
      'nik_correction',
      'person',
      'nik_key',
    ]) {
      expect(await refusal(world.sqlAs('admin', `delete from ${table}`))).toBe('42501');
    }
  });

  it('shows who revealed a NIK and why only to that person and to auditors of the region', async () => {
    await world.app.sql(
      'insert into nik_reveal (id, staff_id, beneficiary_id, reason) values ($1, $2, $3, $4)',
      [newId(), staffKey('operatorCilegon'), cilegon, 'Pencocokan dengan KTP'],
    );
    const counts = Object.fromEntries(
      await Promise.all(
        everybody.map(async (name) => [name, (await world.sqlAs(name, 'select id from nik_reveal')).length]),
      ),
    );

    expect(counts).toEqual({
      ...Object.fromEntries(everybody.map((name) => [name, 0])),
      ...{ admin: 1, operatorCilegon: 1, auditorBanten: 1 },
    });
    expect(
      await refusal(
        world.sqlAs(
          'operatorCilegon',
          'insert into nik_reveal (id, staff_id, beneficiary_id, reason) values ($1, $2, $3, $4)',
          [newId(), staffKey('operatorCilegon'), cilegon, 'Pencocokan dengan KTP'],
        ),
      ),
    ).toBe('42501');
  });
});

describe('the functions', () => {
  const ids = 'select place, person_id from app.person_ids($1::integer[], $2::bytea[])';

  it('give the one person behind a NIK to writers, and refuse everybody else', async () => {
    const values = [vault.keyIds, vault.indexes(nik)];
    const [{ person_id: person }] = await world.app.sql('select person_id from beneficiary where id = $1', [
      cilegon,
    ]);

    for (const name of everybody) {
      const mayAsk = !['anonymous', 'approverBanten', 'analystBanten', 'auditorBanten'].includes(name);
      if (mayAsk) expect(await world.sqlAs(name, ids, values)).toEqual([{ place: 1, person_id: person }]);
      else expect(await refusal(world.sqlAs(name, ids, values))).toBe('42501');
    }
  });

  it('refuse a server that does not know the key in use', async () => {
    const stranger = createNikVault({ secret: 'another-secret-for-tests-0123456789' });
    await world.app.sql('insert into nik_key (key_id, is_current) values ($1, true) on conflict do nothing', [
      vault.keyIds[0],
    ]);

    expect(await refusal(world.sqlAs('admin', ids, [stranger.keyIds, stranger.indexes(nik)]))).toBe(
      'nik_key_known',
    );
  });

  it('give many persons in the order of their NIKs', async () => {
    const niks = [aNik(), nik, aNik()];
    const [{ person_id: person }] = await world.app.sql('select person_id from beneficiary where id = $1', [
      cilegon,
    ]);

    const rows = await world.sqlAs('admin', ids, [vault.keyIds, niks.flatMap((each) => vault.indexes(each))]);

    expect(rows).toHaveLength(3);
    expect(rows[1]).toEqual({ place: 2, person_id: person });
  });

  it('keep keys, reveals and sealed NIKs from those who may not write there', async () => {
    expect(await world.sqlAs('operatorSerang', 'select key_id from app.sealed_nik($1)', [cilegon])).toEqual(
      [],
    );
    expect(await world.sqlAs('auditorBanten', 'select key_id from app.sealed_nik($1)', [cilegon])).toEqual(
      [],
    );
    expect(await refusal(world.sqlAs('admin', 'select app.use_nik_key(1)'))).toBe('42501');
    expect(
      await refusal(
        world.sqlAs('operatorSerang', "select app.reveal_nik(gen_random_uuid(), $1, 'Pencocokan KTP')", [
          cilegon,
        ]),
      ),
    ).toBe('P0002');
  });
});

it('neither region nor person changes behind the back of the rules', async () => {
  const update = `update beneficiary set region_id = '${regionKey('36.73')}' where id = $1`;

  expect(await refusal(world.sqlAs('admin', update, [cilegon]))).toBe('beneficiary_region_frozen');
});

it('a NIK sealed twice is never the same, and is nowhere in the tables', async () => {
  const rows = await world.app.sql('select nik_ciphertext, to_jsonb(b)::text as all from beneficiary b');
  const [first, second] = rows.map(({ nik_ciphertext }) => nik_ciphertext.toString('hex'));

  expect(first).not.toBe(second);
  for (const row of rows) expect(row.all.includes(nik.slice(2, 12))).toBe(false);
});
