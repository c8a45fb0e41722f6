import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../schema/kernel/identifier.js';
import { type ReportingWorld, reportingWorld } from '../source/reporting-world.js';
import { regionId } from '../support/build/region.js';
import {
  aBeneficiary,
  aNik,
  beneficiaryId,
  codesOf,
  keyOf,
  listText,
  reviseText,
  verifyText,
} from './people.js';

let world: ReportingWorld;
beforeAll(async () => {
  world = await reportingWorld();
});
afterAll(() => world.close());

describe('beneficiaryRevise', () => {
  it('keeps what is absent, clears what is null, and judges the NIK against the corrected data', async () => {
    const id = await aBeneficiary(world, {
      phone: '08120000123',
      decile: { value: 2, source: 'DTSEN', on: '2025-12-01' },
      address: { text: 'RT 01', regionId: regionId('36.72.01') },
    });

    const first = await world.ask('operatorCilegon', reviseText, {
      id,
      version: 1,
      input: { birthDate: '1986-03-12', decile: null },
    });
    const second = await world.ask('operatorCilegon', reviseText, {
      id,
      version: 2,
      input: { birthDate: '1985-03-12', phone: null, address: { text: 'RT 02' }, movedOutOn: '2026-02-01' },
    });
    const stale = await world.ask('operatorCilegon', reviseText, { id, version: 1, input: { note: 'x' } });

    expect(first.data.beneficiaryRevise.beneficiary).toMatchObject({
      ...{ nikFindings: ['BIRTH_DATE_DIFFERS'], decile: null, phone: '08120000123', version: 2 },
    });
    expect(first.data.beneficiaryRevise.warnings).toHaveLength(1);
    expect(second.data.beneficiaryRevise.beneficiary).toMatchObject({
      ...{ nikFindings: [], phone: null, address: { text: 'RT 02', region: null }, movedOutOn: '2026-02-01' },
    });
    expect(codesOf(stale.data.beneficiaryRevise.userErrors)).toEqual([['expectedVersion', 'STALE_VERSION']]);
  });

  it('corrects a mistyped NIK with a reason: another person, found by the new NIK only', async () => {
    const [wrong, right] = [aNik(), aNik()];
    const id = await aBeneficiary(world, { nik: wrong });
    const change = (input: object) => world.ask('operatorCilegon', reviseText, { id, version: 1, input });

    const without = await change({ nik: right });
    const telling = await change({ nik: right, nikReason: `Seharusnya ${right}` });
    const cleared = await change({ nik: null });
    const done = await change({ nik: right, nikReason: 'Salah ketik dua angka terakhir' });
    const found = async (nik: string) =>
      (await world.ask('operatorCilegon', listText, { filter: { nik } })).data.beneficiaries.totalCount;

    expect(codesOf(without.data.beneficiaryRevise.userErrors)).toEqual([
      ['input.nikReason', 'NIK_REASON_SHORT'],
    ]);
    expect(codesOf(telling.data.beneficiaryRevise.userErrors)).toEqual([
      ['input.nikReason', 'NIK_REASON_HOLDS_NUMBER'],
    ]);
    expect(codesOf(cleared.data.beneficiaryRevise.userErrors)).toEqual([['input.nik', 'NIK_LENGTH']]);
    expect(done.data.beneficiaryRevise.beneficiary).toMatchObject({
      nik: `36••••••••••${right.slice(12)}`,
      version: 2,
    });
    expect([await found(wrong), await found(right)]).toEqual([0, 1]);
    expect(
      await world.app.sql('select reason from nik_correction where beneficiary_id = $1', [keyOf(id)]),
    ).toEqual([{ reason: 'Salah ketik dua angka terakhir' }]);
  });

  it('refuses a death before the birth and days that have not come', async () => {
    const id = await aBeneficiary(world);

    const { data } = await world.ask('admin', reviseText, {
      id,
      version: 1,
      input: { name: null, diedOn: '1985-03-11', movedOutOn: '2026-02-12' },
    });

    expect(codesOf(data.beneficiaryRevise.userErrors)).toEqual([
      ['input.name', 'VALUE_MISSING'],
      ['input.diedOn', 'BENEFICIARY_DEATH_BEFORE_BIRTH'],
      ['input.movedOutOn', 'BENEFICIARY_DATE_AHEAD'],
    ]);
  });

  it('answers alike for another region’s record and one that is not there, in every change', async () => {
    const elsewhere = await aBeneficiary(world, { regionId: regionId('36.04') });
    for (const id of [elsewhere, beneficiaryId(newId()), regionId('36')]) {
      const revise = await world.ask('operatorCilegon', reviseText, { id, version: 1, input: {} });
      const verify = await world.ask('operatorCilegon', verifyText, {
        id,
        input: { check: 'FIELD', result: 'PASSED', checkedOn: '2026-02-01' },
      });

      expect(codesOf(revise.data.beneficiaryRevise.userErrors)).toEqual([['id', 'NOT_FOUND']]);
      expect(codesOf(verify.data.beneficiaryVerify.userErrors)).toEqual([['id', 'NOT_FOUND']]);
    }
  });
});

describe('beneficiaryVerify', () => {
  it('adds a result; the latest of a kind counts', async () => {
    const id = await aBeneficiary(world);
    const verify = (input: object) =>
      world.ask('operatorCilegon', verifyText, { id, input: { check: 'BPJSTK', ...input } });
    await verify({
      result: 'PASSED',
      checkedOn: '2026-02-05',
      by: 'KC Serang',
      batch: 'B-02',
      note: 'Belum aktif',
    });

    const { data } = await verify({ result: 'FAILED', checkedOn: '2026-01-05' });

    expect(data.beneficiaryVerify.beneficiary.verifications[3]).toEqual({
      ...{
        check: 'BPJSTK',
        result: 'PASSED',
        checkedOn: '2026-02-05',
        by: 'KC Serang',
        batch: 'B-02',
        note: 'Belum aktif',
      },
    });
  });

  it('refuses NOT_CHECKED and a day that has not come', async () => {
    const id = await aBeneficiary(world);

    const { data } = await world.ask('operatorCilegon', verifyText, {
      id,
      input: { check: 'FIELD', result: 'NOT_CHECKED', checkedOn: '2026-02-12' },
    });

    expect(codesOf(data.beneficiaryVerify.userErrors)).toEqual([
      ['input.result', 'VALUE_INVALID'],
      ['input.checkedOn', 'BENEFICIARY_DATE_AHEAD'],
    ]);
  });
});
