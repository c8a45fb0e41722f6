import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../schema/kernel/identifier.js';
import { type Asking, type ReportingWorld, reportingWorld } from '../source/reporting-world.js';
import { regionId } from '../support/build/region.js';
import { aBeneficiary, aNik, codesOf, inputOf, keyOf, listText, registerText } from './people.js';

let world: ReportingWorld;
beforeAll(async () => {
  world = await reportingWorld();
  await world.app.sql(
    "insert into category (id, code, name, name_en, family) values ($1, 'OJOL', 'Ojek daring', 'Online driver', 'VULNERABLE')",
    [category],
  );
});
afterAll(() => world.close());

const category = newId();
const categoryPublicId = `category_${category.replaceAll('-', '')}`;
const count = async (table: string) => (await world.app.sql(`select count(*)::int as n from ${table}`))[0].n;

describe('beneficiaryRegister', () => {
  it('keeps what is known of a person, the NIK masked', async () => {
    const nik = aNik('520590');
    const input = inputOf({
      nik: `'${nik.slice(0, 6)} ${nik.slice(6, 12)}.${nik.slice(12)}`,
      name: '  Wulan Sukmajaya ',
      birthDate: '1990-05-12',
      birthPlace: 'Cilegon',
      sex: 'FEMALE',
      address: { text: 'Jl. Kubang Laban 3 RT 01/02', regionId: regionId('36.72.01.1001') },
      phone: '+62 812-0000-1234',
      categoryId: categoryPublicId,
      decile: { value: 2, source: 'DTSEN', on: '2025-12-01' },
      note: 'Pedagang sore',
    });

    const { data, errors } = await world.ask('operatorCilegon', registerText, { input });

    expect(errors).toEqual([]);
    expect(data.beneficiaryRegister).toEqual({
      beneficiary: {
        id: expect.stringMatching(/^beneficiary_[0-9a-f]{32}$/),
        version: 1,
        region: { code: '36.72' },
        nik: `36••••••••••${nik.slice(12)}`,
        nikFindings: [],
        name: 'Wulan Sukmajaya',
        birthDate: '1990-05-12',
        ageYears: 35,
        birthPlace: 'Cilegon',
        sex: 'FEMALE',
        address: { text: 'Jl. Kubang Laban 3 RT 01/02', region: { code: '36.72.01.1001' } },
        phone: '+6281200001234',
        category: { code: 'OJOL' },
        decile: { value: 2, source: 'DTSEN', on: '2025-12-01' },
        diedOn: null,
        movedOutOn: null,
        note: 'Pedagang sore',
        verifications: [
          {
            check: 'FORMAT',
            result: 'PASSED',
            checkedOn: '2026-02-11',
            by: 'Payung',
            batch: null,
            note: null,
          },
          ...['DUKCAPIL', 'DTSEN', 'BPJSTK', 'FIELD'].map((check) => ({
            ...{ check, result: 'NOT_CHECKED', checkedOn: null, by: null, batch: null, note: null },
          })),
        ],
        viewerCan: { revise: true, verify: true, revealNik: true },
      },
      userErrors: [],
      warnings: [],
    });
  });

  it('warns of what disagrees, and registers all the same', async () => {
    const input = inputOf({ nik: aNik('310285', '320199'), sex: 'FEMALE', birthDate: '1920-03-12' });

    const { data } = await world.ask('operatorCilegon', registerText, { input });

    expect(data.beneficiaryRegister.userErrors).toEqual([]);
    expect(data.beneficiaryRegister.warnings.map(({ code }: { code: string }) => code)).toEqual([
      'PREFIX_ELSEWHERE',
      'SEX_DIFFERS',
      'DATE_IMPOSSIBLE',
      'AGE_OVER_100',
    ]);
    expect(data.beneficiaryRegister.warnings[0].message).toBe(
      'NIK ini pertama kali terbit di wilayah lain. Ini wajar bagi pendatang; pastikan domisilinya.',
    );
    expect(data.beneficiaryRegister.beneficiary.verifications[0].result).toBe('NEEDS_REVIEW');
  });

  it('names everything that is wrong at once, and saves nothing', async () => {
    const before = [await count('beneficiary'), await count('person'), await count('audit_event')];
    const input = inputOf({
      regionId: regionId('36.04'),
      nik: '3.67299E+15',
      name: ' ',
      birthDate: '2026-02-12',
      phone: '12',
      address: { regionId: `region_${'0'.repeat(31)}1` },
      categoryId: regionId('36.72'),
      decile: { value: 11, source: ' ', on: '2025-02-30' },
    });

    const { data } = await world.ask('operatorCilegon', registerText, { input });

    expect(codesOf(data.beneficiaryRegister.userErrors)).toEqual([
      ['input.regionId', 'OUTSIDE_REGION'],
      ['input.address.regionId', 'REFERENCE_NOT_FOUND'],
      ['input.categoryId', 'REFERENCE_NOT_FOUND'],
      ['input.nik', 'NIK_SCIENTIFIC'],
      ['input.name', 'VALUE_MISSING'],
      ['input.birthDate', 'BENEFICIARY_DATE_AHEAD'],
      ['input.phone', 'BENEFICIARY_PHONE_FORM'],
      ['input.decile.source', 'VALUE_MISSING'],
      ['input.decile.value', 'NUMBER_OUT_OF_RANGE'],
      ['input.decile.on', 'DATE_INVALID'],
    ]);
    expect([await count('beneficiary'), await count('person'), await count('audit_event')]).toEqual(before);
  });

  it('names the record that is there when a region registers a person again', async () => {
    const nik = aNik();
    const id = await aBeneficiary(world, { nik });

    const { data } = await world.ask('operatorCilegon', registerText, { input: inputOf({ nik }) });

    expect(codesOf(data.beneficiaryRegister.userErrors)).toEqual([['input.nik', 'BENEFICIARY_REGISTERED']]);
    expect(data.beneficiaryRegister.userErrors[0].message).toContain(id);
  });

  it('gives a repeated request the first record, and refuses other content under the key', async () => {
    const input = inputOf();
    const first = await world.ask('operatorCilegon', registerText, { input, key: 'once' });
    const again = await world.ask('operatorCilegon', registerText, { input, key: 'once' });
    const other = await world.ask('operatorCilegon', registerText, {
      input: { ...input, name: 'Lain' },
      key: 'once',
    });

    expect(again.data.beneficiaryRegister).toEqual(first.data.beneficiaryRegister);
    expect(codesOf(other.data.beneficiaryRegister.userErrors)).toEqual([
      ['idempotencyKey', 'IDEMPOTENCY_KEY_REUSED'],
    ]);
  });

  it('makes one person of a NIK that two regions register, and tells neither of the other', async () => {
    const nik = aNik();
    const cilegon = await aBeneficiary(world, { nik }, 'operatorCilegon');
    const serang = await aBeneficiary(
      world,
      { nik, regionId: regionId('36.04'), name: 'Sarmili J.' },
      'operatorSerang',
    );

    const persons = await world.app.sql('select distinct person_id from beneficiary where id = any($1)', [
      [keyOf(cilegon), keyOf(serang)],
    ]);
    const mine = await world.ask('operatorSerang', listText, { filter: { nik } });
    const province = await world.ask('coordinatorBanten', listText, { filter: { nik } });

    expect(persons).toHaveLength(1);
    expect(mine.data.beneficiaries).toMatchObject({
      totalCount: 1,
      nodes: [{ id: serang, name: 'Sarmili J.' }],
    });
    expect(province.data.beneficiaries.totalCount).toBe(2);
  });

  it('makes one person of a NIK that two regions register at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const nik = aNik();
      const ids = await Promise.all([
        aBeneficiary(world, { nik }, 'operatorCilegon'),
        aBeneficiary(world, { nik, regionId: regionId('36.04') }, 'operatorSerang'),
        aBeneficiary(world, { nik, regionId: regionId('32.75') }, 'operatorBekasi'),
      ]);

      const persons = await world.app.sql('select distinct person_id from beneficiary where id = any($1)', [
        ids.map(keyOf),
      ]);
      expect(persons).toHaveLength(1);
    }
  });

  it('registers once when one region sends a person twice at the same moment', async () => {
    const input = inputOf();
    const answers = await Promise.all(
      [1, 2, 3].map(() => world.ask('operatorCilegon', registerText, { input })),
    );

    const made = answers.filter(({ data }) => data.beneficiaryRegister.beneficiary !== null);
    const refused = answers.flatMap(({ data }) => codesOf(data.beneficiaryRegister.userErrors));
    expect(made).toHaveLength(1);
    expect(refused).toEqual([
      ['input.nik', 'BENEFICIARY_REGISTERED'],
      ['input.nik', 'BENEFICIARY_REGISTERED'],
    ]);
  });

  it.each<[Asking, string]>([
    ['anonymous', 'UNAUTHENTICATED'],
    ['approverBanten', 'FORBIDDEN'],
    ['analystBanten', 'FORBIDDEN'],
    ['auditorBanten', 'FORBIDDEN'],
  ])('answers %s with %s', async (name, code) => {
    expect((await world.ask(name, registerText, { input: inputOf() })).errors).toEqual([code]);
  });
});

it('only provinces, regencies and cities register', async () => {
  const { data } = await world.ask('admin', registerText, {
    input: inputOf({ regionId: regionId('36.72.01') }),
  });

  expect(codesOf(data.beneficiaryRegister.userErrors)).toEqual([['input.regionId', 'OUTSIDE_REGION']]);
});
