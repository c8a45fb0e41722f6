import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decide, rowOf } from './regulation-decisions.js';
import { type RegulationWorld, regulationId, regulationWorld } from './regulation-world.js';

let world: RegulationWorld;

beforeAll(async () => {
  world = await regulationWorld();
});

afterAll(() => world.close());

describe('regulationRevise', () => {
  it('changes a draft freely: absent keeps, null clears', async () => {
    const { id } = await world.aRegulation({ state: 'DRAFT', title: 'Lama', year: 2025 });

    const { regulation, problems } = await decide(world, 'cilegon', 'Revise', {
      id,
      version: 1,
      input: { title: 'Baru', year: null },
    });

    expect(problems).toEqual([]);
    expect(regulation).toMatchObject({ title: 'Baru', year: null, version: 2 });
    expect((await rowOf(world, id)).number).toMatch(/^uji-/);
  });

  it('fills in what is unknown of an enacted one and changes nothing known', async () => {
    const { id } = await world.aRegulation({ title: 'Tetap' });

    const filled = await decide(world, 'cilegon', 'Revise', {
      id,
      version: 1,
      input: { enactedOn: '2024-11-29', note: 'Dari JDIH.' },
    });
    const changed = await decide(world, 'cilegon', 'Revise', {
      id,
      version: 2,
      input: { title: 'Lain', enactedOn: '2024-11-30', year: null },
    });

    expect(filled).toMatchObject({ problems: [], regulation: { note: 'Dari JDIH.' } });
    expect(changed.problems).toEqual(
      expect.arrayContaining([
        'input.title REGULATION_FACT_KNOWN',
        'input.enactedOn REGULATION_FACT_KNOWN',
        'input.year REGULATION_FACT_KNOWN',
      ]),
    );
    expect(await rowOf(world, id)).toMatchObject({ title: 'Tetap', version: 2 });
  });

  it('refuses a stale version', async () => {
    const { id } = await world.aRegulation({ state: 'DRAFT' });

    expect((await decide(world, 'cilegon', 'Revise', { id, version: 7, input: {} })).problems).toEqual([
      'expectedVersion STALE_VERSION',
    ]);
  });

  it('replaces the relations of a draft', async () => {
    const [first, second] = [await world.aRegulation(), await world.aRegulation()];
    const { id } = await world.aRegulation({ state: 'DRAFT' });
    const relate = async (version: number, relations: object[]) =>
      decide(world, 'cilegon', 'Revise', { id, version, input: { relations } });

    await relate(1, [{ kind: 'AMENDS', targetId: first.id }]);
    const { regulation } = await relate(2, [
      { kind: 'BASED_ON', targetId: second.id, note: 'Mengingat angka 3' },
    ]);
    expect(regulation.relations).toEqual([
      { kind: 'BASED_ON', note: 'Mengingat angka 3', target: { id: second.id } },
    ]);

    expect(
      (await relate(3, [{ kind: 'AMENDS', targetId: regulationId('00000000-0000-7000-8000-000000000000') }]))
        .problems,
    ).toEqual(['input.relations.0.targetId REFERENCE_NOT_FOUND']);
    expect((await relate(3, [{ kind: 'AMENDS', targetId: id }])).problems).toEqual([
      'input.relations.0.targetId REGULATION_RELATION_SELF',
    ]);
    expect((await relate(3, [])).regulation.relations).toEqual([]);
  });

  it('adds relations to an enacted one with a note, and removes none', async () => {
    const [first, second] = [await world.aRegulation(), await world.aRegulation()];
    const { id, key } = await world.aRegulation();
    await world.related(key, 'AMENDS', first.key);
    const relate = async (relations: object[]) =>
      decide(world, 'cilegon', 'Revise', { id, version: 1, input: { relations } });

    expect((await relate([{ kind: 'BASED_ON', targetId: second.id }])).problems).toEqual([
      'input.relations.0.note REGULATION_RELATION_UNEXPLAINED',
      'input.relations REGULATION_RELATION_KEPT',
    ]);
    const { problems, regulation } = await relate([
      { kind: 'AMENDS', targetId: first.id },
      { kind: 'BASED_ON', targetId: second.id, note: 'Pasal 2' },
    ]);
    expect(problems).toEqual([]);
    expect(regulation.relations).toHaveLength(2);
  });

  it('refuses a cycle, also when two people close it at the same time', async () => {
    const [first, second] = [
      await world.aRegulation({ state: 'DRAFT' }),
      await world.aRegulation({ state: 'DRAFT' }),
    ];
    const relate = (id: string, targetId: string) =>
      decide(world, 'cilegon', 'Revise', {
        id,
        version: 1,
        input: { relations: [{ kind: 'AMENDS', targetId }] },
      });

    const answers = await Promise.all([relate(first.id, second.id), relate(second.id, first.id)]);

    expect(answers.map(({ problems }) => problems).sort()).toEqual([
      [],
      ['input.relations REGULATION_RELATION_CYCLE'],
    ]);
  });
});
