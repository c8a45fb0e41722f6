import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type StoryWorld, storyWorld } from './story-world.js';

/** ANTARA: Kota Cilegon starts Gemet Sekul, on a Friday of 2025 that the article does not date. */
describe('story 003 › Gemet Sekul, Kota Cilegon 2025', () => {
  let world: StoryWorld;

  beforeAll(async () => {
    world = await storyWorld();
  });
  afterAll(() => world.close());

  it('answers everybody the two regulations behind it, by number, both in force today', async () => {
    const { perwal, inpres } = await world.ask(
      null,
      `{
        perwal: regulations(filter: { search: "41/2024", kinds: [PERWAL] }) { nodes { ...facts } }
        inpres: regulations(filter: { search: "8/2025", kinds: [INPRES] }) { nodes { ...facts } }
      }
      fragment facts on Regulation { displayTitle title phase issuerRegion { displayName } isInForce(on: "2025-12-31") }`,
    );

    expect(perwal.nodes).toEqual([
      {
        displayTitle: 'Perwal Kota Cilegon Nomor 41 Tahun 2024',
        title: 'Penyelenggaraan Jaminan Sosial Ketenagakerjaan',
        phase: 'IN_FORCE',
        issuerRegion: { displayName: 'Kota Cilegon' },
        isInForce: true,
      },
    ]);
    expect(inpres.nodes).toEqual([
      {
        displayTitle: 'Inpres Nomor 8 Tahun 2025',
        title: 'Optimalisasi Pelaksanaan Pengentasan Kemiskinan dan Penghapusan Kemiskinan Ekstrem',
        phase: 'IN_FORCE',
        issuerRegion: null,
        isInForce: true,
      },
    ]);
  });

  it('answers 17,310 poor people, 3.75 percent of the population, and Rp16,800 a month, from the article', async () => {
    const { observations } = await world.ask(
      'analystBanten',
      `query ($cilegon: ID!) {
        observations(
          filter: { regionIds: [$cilegon], indicators: ["POOR_POPULATION", "POVERTY_RATE", "MONTHLY_CONTRIBUTION"] }
          orderBy: { field: VALUE, direction: ASC }
        ) {
          nodes { indicator { code unit } value period denominatorKind citations { source { publisher } } }
        }
      }`,
      { cilegon: world.regionId('36.72') },
    );

    const citations = [{ source: { publisher: 'ANTARA' } }];
    const article = observations.nodes.filter((node: { citations: { source: { publisher: string } }[] }) =>
      node.citations.some(({ source }) => source.publisher === 'ANTARA'),
    );
    expect(article).toEqual([
      {
        indicator: { code: 'POVERTY_RATE', unit: 'PERCENT' },
        value: '3.75',
        period: '2025',
        denominatorKind: 'POPULATION',
        citations,
      },
      {
        indicator: { code: 'MONTHLY_CONTRIBUTION', unit: 'RUPIAH' },
        value: '16800',
        period: null,
        denominatorKind: null,
        citations,
      },
      {
        indicator: { code: 'POOR_POPULATION', unit: 'PERSON' },
        value: '17310',
        period: '2025',
        denominatorKind: null,
        citations,
      },
    ]);
  });

  it('names the secretary of the city on a day on which he is known in the post', async () => {
    expect(await world.officialsOn('2025-07-03', ['Maman Mauludin'])).toEqual([
      'Maman Mauludin, Sekretaris Daerah Kota Cilegon',
    ]);
  });

  it('knows each kind of worker by the words of the article', async () => {
    const words = ['petani', 'nelayan', 'pedagang pasar', 'tukang bangunan', 'takmir masjid'];

    expect(await world.categoriesOf(words)).toEqual([
      'PETANI',
      'NELAYAN',
      'PEDAGANG_PASAR',
      'TUKANG_BANGUNAN',
      'MARBOT_MASJID',
    ]);
  });
});
