import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId } from '../../schema/kernel/identifier.js';
import { staffKey } from '../support/actors.js';
import { aMou, mouId } from '../support/build/mou.js';
import { type AlertWorld, alertWorld } from './alert-world.js';

let world: AlertWorld;
let cilegonMou: string;

beforeAll(async () => {
  world = await alertWorld('2026-02-11');
  const ending = { state: 'SIGNED', kind: 'UMBRELLA', signedOn: '2026-02-01', from: '2026-02-01' } as const;
  cilegonMou = await aMou(world.app, { ...ending, title: 'Nota Cilegon', until: '2026-04-30' });
  await aMou(world.app, { ...ending, title: 'Nota Serang', region: '36.04', until: '2026-12-31' });
  await world.refreshOn('2026-02-11');
});
afterAll(() => world.close());

const listed = `query ($filter: AlertFilter) { alerts(filter: $filter) { totalCount nodes {
  id version rule name message concept subjectId leadDays dueOn firesOn state snoozedUntil assigneeName escalatedOn
  acknowledgedByName note region { displayName } viewerCan { acknowledge reopen snooze assign escalate } } } }`;

async function waiting(token: string) {
  const answer = await world.app.graphql(token, listed, { filter: { isWaiting: true } });
  return answer.data.alerts.nodes;
}

describe('the inbox', () => {
  it('tells what is the matter and what to do, in the language of the reader', async () => {
    const [alert, ...more] = await waiting(world.tokens.operatorCilegon);
    expect(more).toEqual([]);
    expect(alert).toMatchObject({
      rule: 'MOU_ENDING',
      name: 'Perjanjian akan berakhir',
      message: 'Nota Cilegon: Berakhir pada 30 April 2026 dan belum ada penerusnya. Siapkan perpanjangan.',
      concept: 'mou',
      subjectId: mouId(cilegonMou),
      leadDays: 90,
      dueOn: '2026-04-30',
      firesOn: '2026-01-30',
      region: { displayName: 'Kota Cilegon' },
      viewerCan: { acknowledge: true, reopen: false, snooze: true, assign: true, escalate: true },
    });
  });

  it('is one statement, and shows no other region', async () => {
    const statements = await world.app.statements(() => waiting(world.tokens.coordinatorBanten));
    expect(statements).toHaveLength(1);
    expect(await waiting(world.tokens.operatorSerang)).toEqual([]);
    expect(await waiting(world.tokens.operatorBekasi)).toEqual([]);
  });

  it('is closed to analysts and the public', async () => {
    const analyst = await world.app.graphql(world.tokens.analystBanten, listed);
    expect(analyst.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const nobody = await world.app.graphql(null, listed);
    expect(nobody.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('foretells what will fire', async () => {
    const query = 'query ($days: Int!) { alertsUpcoming(days: $days) { rule leadDays firesOn message } }';
    const answer = await world.app.graphql(world.tokens.operatorSerang, query, { days: 200 });
    expect(
      answer.data.alertsUpcoming.map(({ rule, leadDays, firesOn }: never) => [rule, leadDays, firesOn]),
    ).toEqual([
      ['UMBRELLA_WITHOUT_PKS', 0, '2026-03-03'],
      ['MOU_ENDING', 180, '2026-07-04'],
    ]);
    const tooFar = await world.app.graphql(world.tokens.operatorSerang, query, { days: 400 });
    expect(tooFar.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

const mutation = (name: string, input = true) =>
  `mutation ($id: ID!, $version: Int!${input ? `, $input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!` : ''}) {
     ${name}(id: $id, expectedVersion: $version${input ? ', input: $input' : ''}) {
       alert { id version state note snoozedUntil assigneeName escalatedOn acknowledgedByName viewerCan { reopen } }
       userErrors { path code message } } }`;

async function decided(token: string, name: string, input?: object) {
  const [alert] = await world.app.sql(
    "select id, version from alert where subject_id = $1 and rule = 'MOU_ENDING' order by lead_days limit 1",
    [cilegonMou],
  );
  const variables = { id: publicId('alert', alert.id), version: alert.version, input };
  const answer = await world.app.graphql(token, mutation(name, input !== undefined), variables);
  return answer.data?.[name] ?? answer.errors;
}

describe('answering', () => {
  it('puts aside until a day, at most 90 days from now', async () => {
    const { operatorCilegon } = world.tokens;
    const late = await decided(operatorCilegon, 'alertSnooze', { until: '2026-06-01' });
    expect(late.userErrors).toMatchObject([{ path: ['input', 'until'], code: 'ALERT_SNOOZE_TOO_LONG' }]);
    const past = await decided(operatorCilegon, 'alertSnooze', { until: '2026-02-11' });
    expect(past.userErrors).toMatchObject([{ path: ['input', 'until'], code: 'ALERT_SNOOZE_PAST' }]);
    const done = await decided(operatorCilegon, 'alertSnooze', {
      until: '2026-02-20',
      note: 'Menunggu rapat',
    });
    expect(done).toMatchObject({
      alert: { snoozedUntil: '2026-02-20', note: 'Menunggu rapat' },
      userErrors: [],
    });
    expect(await waiting(operatorCilegon)).toEqual([]);
    expect(done.alert.viewerCan.reopen).toBe(true);
    const back = await decided(operatorCilegon, 'alertReopen');
    expect(back.alert).toMatchObject({ state: 'OPEN', snoozedUntil: null, viewerCan: { reopen: false } });
    const twice = await decided(operatorCilegon, 'alertReopen');
    expect(twice.userErrors).toMatchObject([{ path: ['id'], code: 'ALERT_MOVE_NOT_ALLOWED' }]);
    await decided(operatorCilegon, 'alertSnooze', { until: '2026-02-20', note: 'Menunggu rapat' });
    await world.refreshOn('2026-02-21');
    expect(await waiting(operatorCilegon)).toHaveLength(1);
  });

  it('assigns to those only who work in the region', async () => {
    const { coordinatorBanten } = world.tokens;
    const stranger = await decided(coordinatorBanten, 'alertAssign', {
      staffId: publicId('staff', staffKey('operatorBekasi')),
    });
    expect(stranger.userErrors).toMatchObject([
      { path: ['input', 'staffId'], code: 'ALERT_ASSIGNEE_REGION' },
    ]);
    const done = await decided(coordinatorBanten, 'alertAssign', {
      staffId: publicId('staff', staffKey('operatorCilegon')),
    });
    expect(done.userErrors).toEqual([]);
    const mine = await world.app.graphql(world.tokens.operatorCilegon, listed, { filter: { isMine: true } });
    expect(mine.data.alerts.totalCount).toBe(1);
  });

  it('hands up to the province with a reason', async () => {
    const silent = await decided(world.tokens.operatorCilegon, 'alertEscalate', { note: ' ' });
    expect(silent.userErrors).toMatchObject([{ path: ['input', 'note'], code: 'VALUE_MISSING' }]);
    const done = await decided(world.tokens.operatorCilegon, 'alertEscalate', {
      note: 'Belum ada jawaban OPD',
    });
    expect(done.alert.escalatedOn).toBe('2026-02-21');
  });

  it('takes note and takes it back; what the registry settled stays settled', async () => {
    const { operatorCilegon, operatorSerang, auditorBanten } = world.tokens;
    const foreign = await decided(operatorSerang, 'alertAcknowledge', {});
    expect(foreign.userErrors).toMatchObject([{ path: ['id'], code: 'NOT_FOUND' }]);
    const reader = await decided(auditorBanten, 'alertAcknowledge', {});
    expect(reader).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const done = await decided(operatorCilegon, 'alertAcknowledge', { note: 'Perpanjangan disiapkan' });
    expect(done.alert).toMatchObject({ state: 'ACKNOWLEDGED', note: 'Perpanjangan disiapkan' });
    expect(done.alert.acknowledgedByName).not.toBeNull();
    const back = await decided(operatorCilegon, 'alertReopen');
    expect(back.alert).toMatchObject({ state: 'OPEN', acknowledgedByName: null });
    await aMou(world.app, {
      state: 'SIGNED',
      signedOn: '2026-02-20',
      from: '2026-05-01',
      predecessor: cilegonMou,
    });
    await world.refreshOn('2026-02-22');
    const late = await decided(operatorCilegon, 'alertAcknowledge', {});
    expect(late.userErrors).toMatchObject([{ path: ['id'], code: 'ALERT_MOVE_NOT_ALLOWED' }]);
  });
});
