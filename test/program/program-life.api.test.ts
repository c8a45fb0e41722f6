import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aProgram, programId } from '../support/build/program.js';
import { move, revise } from './program-operations.js';
import {
  aRegulation,
  covered,
  enrolled,
  type ProgramWorld,
  programWorld,
  regulationId,
} from './program-world.js';

let world: ProgramWorld;
let perwal: string;
beforeAll(async () => {
  world = await programWorld();
  perwal = await aRegulation(world, { region: '36.72' });
});
afterAll(() => world.app.close());

const ask = (token: string | null, query: string, variables: object) =>
  world.app.graphql(token, query, variables);

describe('the life of a program', () => {
  test('runs from draft through approval to closing', async () => {
    const id = programId(
      await aProgram(world.app, { categories: [world.fisher], budget: [{ year: 2026, original: '1' }] }),
    );
    const early = await ask(world.tokens.approverBanten, move('Close'), { id, version: 1 });
    const approved = await ask(world.tokens.approverBanten, move('Approve'), { id, version: 1 });
    const twice = await ask(world.tokens.approverBanten, move('Approve'), { id, version: 2 });
    const frozen = await ask(world.tokens.operatorCilegon, revise, {
      id,
      version: 2,
      input: { name: 'Lain', segment: 'PU', wageBaseRupiah: '3000000', categoryIds: [] },
    });
    const round = await ask(world.tokens.operatorCilegon, revise, {
      id,
      version: 2,
      input: {
        quota: 1600,
        agency: 'Dinas Sosial',
        monthUntil: '2027-03',
        legalBasisIds: [regulationId(perwal)],
        budgetLines: [
          { fiscalYear: 2026, fundingSource: 'APBD_REGENCY', originalRupiah: '1', revisedRupiah: '2' },
        ],
      },
    });
    const closed = await ask(world.tokens.coordinatorBanten, move('Close'), { id, version: 3 });
    const late = await ask(world.tokens.operatorCilegon, revise, { id, version: 4, input: { note: 'x' } });

    expect(early.data.programClose.userErrors).toMatchObject([
      { path: ['id'], code: 'PROGRAM_MOVE_NOT_ALLOWED' },
    ]);
    expect(approved.data.programApprove).toMatchObject({
      program: { state: 'APPROVED', viewerCan: { revise: false, approve: false, close: true } },
      userErrors: [],
    });
    expect(twice.data.programApprove.userErrors).toMatchObject([{ code: 'PROGRAM_MOVE_NOT_ALLOWED' }]);
    expect(frozen.data.programRevise.userErrors.map(({ path }: { path: string[] }) => path[1])).toEqual([
      'name',
      'segment',
      'categoryIds',
    ]);
    expect(round.data.programRevise).toMatchObject({
      userErrors: [],
      program: {
        version: 3,
        quota: 1600,
        agency: 'Dinas Sosial',
        period: { until: '2027-03' },
        budgetLines: [{ ceilingRupiah: '2' }],
      },
    });
    expect(closed.data.programClose.program).toMatchObject({
      state: 'CLOSED',
      closedOn: '2026-02-11',
      viewerCan: { revise: false, approve: false, close: false },
    });
    expect(late.data.programRevise.userErrors).toMatchObject([{ path: ['id'], code: 'PROGRAM_CLOSED' }]);
    expect(
      await world.app.sql("select state, note from program where version = 4 and state = 'CLOSED'"),
    ).toEqual([{ state: 'CLOSED', note: null }]);
  });

  test('keeps months and money that the ledger stands on', async () => {
    const key = await aProgram(world.app, {
      state: 'APPROVED',
      budget: [{ year: 2026, original: '1000000' }],
    });
    await covered(world, await enrolled(world, key, 1), ['2026-03-01', '2026-05-01']);
    const id = programId(key);
    const narrow = await ask(world.tokens.operatorCilegon, revise, {
      id,
      version: 1,
      input: { monthUntil: '2026-03' },
    });
    const without = await ask(world.tokens.operatorCilegon, revise, {
      id,
      version: 1,
      input: { budgetLines: [] },
    });
    const exact = await ask(world.tokens.operatorCilegon, revise, {
      id,
      version: 1,
      input: { monthFrom: '2026-03', monthUntil: '2026-04' },
    });

    expect(narrow.data.programRevise.userErrors).toMatchObject([
      { path: ['input', 'monthUntil'], code: 'PROGRAM_PERIOD_COVERED' },
    ]);
    expect(without.data.programRevise.userErrors).toMatchObject([
      { path: ['input', 'budgetLines'], code: 'PROGRAM_BUDGET_LINE_USED' },
    ]);
    expect(exact.data.programRevise.program.period).toEqual({ from: '2026-03', until: '2026-04' });
  });
});
