import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parsePublicId } from '../../schema/kernel/identifier.js';
import { decide, rowOf } from './regulation-decisions.js';
import { type RegulationWorld, regionId, regulationWorld } from './regulation-world.js';

let world: RegulationWorld;

beforeAll(async () => {
  world = await regulationWorld();
});

afterAll(() => world.close());

describe('life of a regulation', () => {
  it('goes from draft over enactment to revocation by a newer one', async () => {
    const created = await decide(world, 'cilegon', 'Create', {
      input: { kind: 'PERWAL', issuerRegionId: regionId('36.72'), title: '  Jaminan Sosial ', note: '' },
    });
    expect(created).toMatchObject({
      problems: [],
      regulation: { version: 1, state: 'DRAFT', phase: 'DRAFT', title: 'Jaminan Sosial', note: null },
    });
    const { id } = created.regulation;

    const enacted = await decide(world, 'cilegon', 'Enact', {
      id,
      version: 1,
      input: { number: '42', enactedOn: '2016-11-01' },
    });
    expect(enacted).toMatchObject({
      problems: [],
      regulation: {
        version: 2,
        state: 'ENACTED',
        phase: 'IN_FORCE',
        year: 2016,
        displayTitle: 'Perwal Kota Cilegon Nomor 42 Tahun 2016',
      },
    });

    const newer = await world.aRegulation({ number: '41', year: 2024 });
    const revoked = await decide(world, 'cilegon', 'Revoke', {
      id,
      version: 2,
      input: { revokedOn: '2024-12-02', revokedById: newer.id },
    });
    expect(revoked).toMatchObject({
      problems: [],
      regulation: {
        state: 'REVOKED',
        phase: 'REVOKED',
        revocation: { on: '2024-12-02', reason: null },
        relatedBy: [{ kind: 'REVOKES', regulation: { id: newer.id } }],
      },
    });
    const { rows } = await world.owner.query(
      'select verb from audit_event where subject_id = $1 and part = $2 order by occurred_at',
      [parsePublicId(id)?.id, 'regulation'],
    );
    expect(rows.map(({ verb }) => verb)).toEqual([
      'regulation.create',
      'regulation.enact',
      'regulation.revoke',
    ]);
  });

  it.each([
    [
      'DRAFT',
      'Revoke',
      { reason: 'x', revokedOn: '2025-01-01' },
      'REGULATION_IS_DRAFT',
      'mengubahnya atau mencatat penetapannya',
    ],
    [
      'ENACTED',
      'Enact',
      {},
      'REGULATION_IS_ENACTED',
      'melengkapi yang belum diketahui atau mencatat pencabutannya',
    ],
    ['REVOKED', 'Enact', {}, 'REGULATION_IS_REVOKED', 'melengkapi yang belum diketahui'],
    [
      'REVOKED',
      'Revoke',
      { reason: 'x', revokedOn: '2025-01-01' },
      'REGULATION_IS_REVOKED',
      'melengkapi yang belum diketahui',
    ],
  ] as const)(
    'refuses in state %s to %s, naming what is possible',
    async (state, verb, input, code, allowed) => {
      const { id } = await world.aRegulation({ state });

      const { regulation, problems, errors } = await decide(world, 'cilegon', verb, {
        id,
        version: 1,
        input,
      });

      expect({ regulation, problems }).toEqual({ regulation: null, problems: [`id ${code}`] });
      expect(errors[0].message).toContain(allowed);
      expect(await rowOf(world, id)).toMatchObject({ state, version: 1 });
    },
  );

  it('wants to know by what or why it was revoked', async () => {
    const { id } = await world.aRegulation();
    const draft = await world.aRegulation({ state: 'DRAFT' });
    const revoke = async (input: object) =>
      (await decide(world, 'cilegon', 'Revoke', { id, version: 1, input })).problems;

    expect(await revoke({})).toEqual([
      'input.revokedOn REGULATION_REVOCATION_UNEXPLAINED',
      'input.reason REGULATION_REVOCATION_UNEXPLAINED',
    ]);
    expect(await revoke({ revokedById: id })).toEqual(['input.revokedById REGULATION_RELATION_SELF']);
    expect(await revoke({ revokedById: draft.id })).toEqual([
      'input.revokedById REGULATION_REVOKER_IS_DRAFT',
    ]);
    const serang = await world.aRegulation({ region: '36.73' });
    expect(await revoke({ revokedById: serang.id })).toEqual(['input.revokedById REGULATION_RELATION_RANK']);
    expect(await revoke({ revokedById: regionId('36.72') })).toEqual([
      'input.revokedById REFERENCE_NOT_FOUND',
    ]);
    expect(await revoke({ revokedOn: '2025-02-30', reason: 'Putusan' })).toEqual([
      'input.revokedOn DATE_INVALID',
    ]);
    expect(await rowOf(world, id)).toMatchObject({ state: 'ENACTED', version: 1 });
  });

  it('creates once for one idempotency key', async () => {
    const variables = {
      key: 'perwal-2026',
      input: { kind: 'PERWAL', issuerRegionId: regionId('36.72'), number: '1', year: 2026 },
    };

    const first = await decide(world, 'cilegon', 'Create', variables);
    const again = await decide(world, 'cilegon', 'Create', variables);

    expect(again.regulation.id).toBe(first.regulation.id);
    expect((await decide(world, 'cilegon', 'Create', { ...variables, key: null })).problems).toEqual([
      'input.number REGULATION_NUMBER_TAKEN',
    ]);
  });
});
