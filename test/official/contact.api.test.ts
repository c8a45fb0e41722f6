import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ReportingWorld, reportingWorld } from '../source/reporting-world.js';
import { regionId } from '../support/build/region.js';

let world: ReportingWorld;
beforeAll(async () => {
  world = await reportingWorld();
});
afterAll(() => world.close());

const create = `mutation ($input: OfficialCreateInput!) { officialCreate(input: $input) {
  official { id version contact { phone email } } userErrors { path code } } }`;
const input = {
  name: 'Sari Contoh',
  post: 'PIC Jamsostek',
  organisationKind: 'AGENCY',
  agency: 'Dinas Tenaga Kerja',
};

describe('the contact of an official', () => {
  it('is kept as digits, and shown to staff only', async () => {
    const given = {
      ...input,
      regionId: regionId('36.72'),
      phone: '(0254) 391-999',
      email: 'pic@cilegon.go.id',
    };

    const { data } = await world.ask('operatorCilegon', create, { input: given });

    const { official } = data.officialCreate;
    expect(official.contact).toEqual({ phone: '0254391999', email: 'pic@cilegon.go.id' });
    const seen = `{ nodes(ids: ["${official.id}"]) { ... on Official { name contact { phone email } } } }`;
    expect((await world.app.graphql(null, seen)).data.nodes).toEqual([
      { name: 'Sari Contoh', contact: null },
    ]);
    expect((await world.ask('analystBanten', seen, {})).data.nodes[0].contact.phone).toBe('0254391999');
    const revise = `mutation { officialRevise(id: "${official.id}", expectedVersion: ${official.version}, input: {email: null}) {
      official { contact { phone email } } userErrors { code } } }`;
    const { data: revised } = await world.ask('operatorCilegon', revise, {});
    expect(revised.officialRevise.official.contact).toEqual({ phone: '0254391999', email: null });
  });

  it.each([
    [{ phone: 'tanya saja' }, [{ path: ['input', 'phone'], code: 'OFFICIAL_PHONE_FORM' }]],
    [{ email: 'pic cilegon' }, [{ path: ['input', 'email'], code: 'OFFICIAL_EMAIL_FORM' }]],
  ])('is refused as %j', async (part, userErrors) => {
    const { data } = await world.ask('operatorCilegon', create, {
      input: { ...input, regionId: regionId('36.72'), ...part },
    });
    expect(data.officialCreate).toEqual({ official: null, userErrors });
  });
});
