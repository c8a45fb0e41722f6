import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type StoryWorld, storyWorld } from './story-world.js';

/** Beritain: Kota Cilegon receives the Paritrana Award of Banten for 2023; the article bears no date. */
describe('story 004 › Paritrana Award of Banten 2023', () => {
  let world: StoryWorld;

  beforeAll(async () => {
    world = await storyWorld();
  });
  afterAll(() => world.close());

  it('answers everybody what the city received, from whom, and who fetched it', async () => {
    const { regionByCode } = await world.ask(
      null,
      `{ regionByCode(code: "36.72") { awards(filter: { editionYears: [2023] }) { nodes {
        name editionYear level rank ceremonyOn recipient { displayName } receivedBy
        givenByOfficials { displayName } receivedByOfficial { displayName }
      } } } }`,
    );

    expect(regionByCode.awards.nodes).toEqual([
      {
        name: 'Paritrana Award',
        editionYear: 2023,
        level: 'PROVINCE',
        rank: null,
        ceremonyOn: null,
        recipient: { displayName: 'Kota Cilegon' },
        receivedBy: 'Kepala Dinas Tenaga Kerja Panca N. Widodo',
        givenByOfficials: [
          { displayName: 'Kunto Wibowo, Kepala Kantor Wilayah Banten' },
          { displayName: 'Virgojanti, Pj. Sekretaris Daerah Provinsi Banten' },
        ],
        receivedByOfficial: { displayName: 'Panca N. Widodo, Kepala Dinas Tenaga Kerja Kota Cilegon' },
      },
    ]);
  });

  it('lists the three recipients of the article, and the city of which another source says so', async () => {
    const { awards } = await world.ask(
      null,
      `query ($banten: ID!) { awards(filter: { editionYears: [2023], regionIds: [$banten] }) { nodes {
        recipient { displayName } rank citations { source { publisher } }
      } } }`,
      { banten: world.regionId('36') },
    );

    const recipients = awards.nodes.map(
      (award: { recipient: { displayName: string }; citations: { source: { publisher: string } }[] }) => [
        award.recipient.displayName,
        award.citations.some(({ source }) => source.publisher === 'Beritain'),
      ],
    );
    expect(new Map(recipients)).toEqual(
      new Map([
        ['Kota Cilegon', true],
        ['Kabupaten Tangerang', true],
        ['Kabupaten Pandeglang', true],
        ['Kota Tangerang Selatan', false],
      ]),
    );
  });

  it('knows each kind of worker by the words of the article', async () => {
    const words = ['tukang bangunan', 'tenaga kebersihan', 'ojek'];

    expect(await world.categoriesOf(words)).toEqual([
      'TUKANG_BANGUNAN',
      'PETUGAS_KEBERSIHAN',
      'OJEK_PANGKALAN',
    ]);
  });
});
