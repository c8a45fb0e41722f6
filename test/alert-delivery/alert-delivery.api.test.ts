import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AlertWorld, alertWorld } from '../alert/alert-world.js';
import type { ActorName } from '../support/actors.js';
import { staffKey } from '../support/actors.js';
import { aMou, mouId } from '../support/build/mou.js';

const record = 'alertDelivery { wantsDigest isMailOn digestSentOn feedMadeAt }';
const query = `{ ${record} }`;
const renew = `mutation { alertFeedRenew { path ${record} userErrors { code } } }`;
const end = `mutation { alertFeedEnd { ${record} userErrors { code } } }`;
const choose = `mutation ($wants: Boolean!) { alertDigestChoose(wantsDigest: $wants) { ${record} userErrors { code } } }`;

let world: AlertWorld;
let cilegon: string;
beforeAll(async () => {
  world = await alertWorld('2026-02-11');
  const ending = { state: 'SIGNED', signedOn: '2026-02-01', from: '2026-02-01' } as const;
  cilegon = await aMou(world.app, { ...ending, title: 'Nota; Cilegon', until: '2026-04-30' });
  await aMou(world.app, { ...ending, title: 'Nota Serang', region: '36.04', until: '2026-12-31' });
  await world.refreshOn('2026-02-11');
});
afterAll(() => world.close());

describe('the calendar at a secret address', () => {
  it('has what is open and what is to come in the own regions, each thing and day once', async () => {
    const { path, alertDelivery } = (await ask('coordinatorBanten', renew)).data.alertFeedRenew;
    const answer = await fetched(path);

    expect(path).toMatch(/^\/calendar\/[\w-]{43}\.ics$/);
    expect(alertDelivery.feedMadeAt).not.toBeNull();
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('private, max-age=3600');
    const text = answer.body.replaceAll('\r\n ', '');
    expect(text.match(/^UID:MOU_ENDING-.*$/gm)).toHaveLength(2);
    expect(text).toContain(`UID:MOU_ENDING-${mouId(cilegon)}-2026-04-30@payung\r\n`);
    expect(text).toContain('SUMMARY:Perjanjian akan berakhir: Nota\\; Cilegon\r\n');
    expect(await fetched(path).then(({ body }) => uids(body))).toEqual(uids(answer.body));
  });

  it('shows no other region, ends with a new address, and leads nowhere when it was taken away', async () => {
    const { path } = (await ask('operatorCilegon', renew)).data.alertFeedRenew;
    expect((await fetched(path)).body).not.toContain('Serang');

    const renewed = (await ask('operatorCilegon', renew)).data.alertFeedRenew.path;
    expect((await fetched(path)).statusCode).toBe(404);
    expect((await fetched(renewed)).statusCode).toBe(200);

    const { alertDelivery } = (await ask('operatorCilegon', end)).data.alertFeedEnd;
    expect(alertDelivery.feedMadeAt).toBeNull();
    expect((await fetched(renewed)).statusCode).toBe(404);
  });

  it('is gone with the account, and its secret is nowhere in the database or the trail', async () => {
    const { path } = (await ask('operatorSerang', renew)).data.alertFeedRenew;
    const secret = path.slice(10, 53);
    const [{ found }] = await world.app.sql(
      "select count(*)::int as found from audit_event e where e::text like '%' || $1 || '%'",
      [secret],
    );
    expect(found).toBe(0);

    await world.app.sql('update staff set is_active = false where id = $1', [staffKey('operatorSerang')]);
    expect((await fetched(path)).statusCode).toBe(404);
    expect((await fetched('/calendar/nothing.ics')).statusCode).toBe(404);
  });
});

describe('what a person chooses', () => {
  it('is the own account alone, and closed to analysts and the public', async () => {
    const chosen = (await ask('auditorBanten', choose, { wants: false })).data.alertDigestChoose
      .alertDelivery;

    expect(chosen).toEqual({ wantsDigest: false, isMailOn: false, digestSentOn: null, feedMadeAt: null });
    expect((await ask('approverBanten', query)).data.alertDelivery.wantsDigest).toBe(true);
    expect((await ask('analystBanten', query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await world.app.graphql(null, query)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const others = await world.app.sql(
      'select count(*)::int as n from alert_delivery where not wants_digest',
    );
    expect(others).toEqual([{ n: 1 }]);
  });
});

function ask(name: ActorName, text: string, variables: object = {}) {
  return world.app.graphql(world.tokens[name], text, variables);
}

function fetched(path: string) {
  return world.app.http.inject({ method: 'GET', url: path });
}

function uids(text: string): string[] {
  return text.replaceAll('\r\n ', '').match(/^UID:.*$/gm) ?? [];
}
