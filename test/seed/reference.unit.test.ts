import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  awards,
  categories,
  indicators,
  mous,
  observations,
  offices,
  officials,
  regulations,
  sources,
  tariffs,
} from '../../server/seed/reference/index.js';

const collections = {
  awards,
  categories,
  mous,
  observations,
  offices,
  officials,
  regulations,
  sources,
  tariffs,
};

const officeKeys = offices.map((office) => office.key);
const officialKeys = officials.map((official) => official.key);
const regulationKeys = regulations.map((regulation) => regulation.key);
const mouKeys = mous.map((mou) => mou.key);

describe('reference data › keys', () => {
  it.each(Object.entries(collections))('of %s are unique', (_name, rows) => {
    const keys = rows.map((row) => row.key);

    expect(repeated(keys)).toEqual([]);
  });

  it('of indicators and category codes are unique', () => {
    expect(repeated(indicators.map((indicator) => indicator.code))).toEqual([]);
    expect(repeated(categories.map((category) => category.code))).toEqual([]);
  });

  it('cited as sources exist, every row cites one, and every source is cited', () => {
    const known = sources.map((source) => source.key);
    const cited = citedSources();
    const rows = [
      ...awards,
      ...categories,
      ...mous,
      ...observations,
      ...offices,
      ...officials,
      ...regulations,
      ...tariffs,
    ];

    expect(missingFrom(known, cited)).toEqual([]);
    expect(missingFrom(cited, known)).toEqual([]);
    expect(rows.filter((row) => row.sources.length === 0)).toEqual([]);
  });

  it('of offices exist wherever one is named', () => {
    const named = [
      ...offices.map((office) => office.parentKey),
      ...officials.map((official) => official.organisation.officeKey),
      ...mous.flatMap((mou) => mou.parties.map((party) => party.officeKey)),
    ];

    expect(missingFrom(officeKeys, known(named))).toEqual([]);
  });

  it('of officials exist wherever one is named', () => {
    const named = [
      ...awards.flatMap((award) => [...award.givenByKeys, award.receivedByKey]),
      ...mous.flatMap((mou) => mou.parties.map((party) => party.signatoryKey)),
    ];

    expect(missingFrom(officialKeys, known(named))).toEqual([]);
  });

  it('of regulations, agreements, categories and indicators exist wherever one is named', () => {
    const regulationsNamed = [
      ...mous.flatMap((mou) => mou.legalBasisKeys),
      ...regulations.flatMap((regulation) => regulation.relations.map((relation) => relation.toKey)),
    ];
    const mousNamed = mous.flatMap((mou) => [mou.parentKey, mou.predecessorKey]);
    const categoryKeys = categories.map((category) => category.key);

    expect(missingFrom(regulationKeys, regulationsNamed)).toEqual([]);
    expect(missingFrom(mouKeys, known(mousNamed))).toEqual([]);
    expect(missingFrom(categoryKeys, known(categories.map((category) => category.parentKey)))).toEqual([]);
    expect(
      missingFrom(
        indicators.map((indicator) => indicator.code),
        observations.map((observation) => observation.indicator),
      ),
    ).toEqual([]);
  });
});

describe('reference data › values', () => {
  it('have real calendar days, the earlier one first', () => {
    const days = allDays();
    const unreal = days.filter((day) => new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day);
    const reversed = allPeriods().filter(([from, until]) => from !== null && until !== null && from > until);

    expect(days.length).toBeGreaterThan(100);
    expect(unreal).toEqual([]);
    expect(reversed).toEqual([]);
  });

  it('name regions that the area data knows', () => {
    expect(missingFrom(areaCodes(), regionCodes())).toEqual([]);
  });

  it('are decimal strings in the unit of their indicator', () => {
    const unitByCode = new Map(indicators.map((indicator) => [indicator.code, indicator.unit]));
    const wrong = observations.filter(
      (observation) =>
        !/^\d+(\.\d+)?$/.test(observation.value) ||
        unitByCode.get(observation.indicator) !== observation.unit,
    );

    expect(wrong).toEqual([]);
  });

  it('name exactly one region, agency or office per organisation and party', () => {
    const organisations = [
      ...officials.map((official) => official.organisation),
      ...mous.flatMap((mou) => mou.parties),
    ];
    const shapes = organisations.map((organisation) =>
      [
        organisation.kind,
        organisation.regionCode !== null,
        organisation.agency !== null,
        organisation.officeKey !== null,
      ].join(),
    );

    expect([...new Set(shapes)].sort()).toEqual([
      'AGENCY,true,true,false',
      'OFFICE,false,false,true',
      'REGION,true,false,false',
    ]);
  });

  it('have no cycle in any chain', () => {
    const parents = [...offices, ...categories, ...mous].map(
      (row) => [row.key, known([row.parentKey])] as const,
    );
    const relations = regulations.map(
      (regulation) => [regulation.key, regulation.relations.map((relation) => relation.toKey)] as const,
    );
    const predecessors = mous.map((mou) => [mou.key, known([mou.predecessorKey])] as const);

    expect(keysInCycles(new Map(parents))).toEqual([]);
    expect(keysInCycles(new Map(relations))).toEqual([]);
    expect(keysInCycles(new Map(predecessors))).toEqual([]);
  });
});

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function known(values: readonly (string | null)[]): string[] {
  return values.filter((value) => value !== null);
}

function missingFrom(allowed: readonly string[], values: readonly string[]): string[] {
  const set = new Set(allowed);
  return [...new Set(values)].filter((value) => !set.has(value));
}

function citedSources(): string[] {
  return [
    ...[...awards, ...categories, ...observations, ...officials, ...regulations, ...tariffs].flatMap(
      (row) => row.sources,
    ),
    ...mous.flatMap((mou) => [...mou.sources, ...mou.fieldSources.map((entry) => entry.source)]),
    ...offices.flatMap((office) => [
      ...office.sources,
      ...office.serviceAreas.flatMap((area) => area.sources),
    ]),
  ];
}

function allPeriods(): (readonly [string | null, string | null])[] {
  return [
    ...offices.map((office) => [office.openedFrom, office.closedUntil] as const),
    ...offices.flatMap((office) => office.serviceAreas.map((area) => [area.from, area.until] as const)),
    ...officials.map((official) => [official.termFrom, official.termUntil] as const),
    ...officials.map((official) => [official.evidencedFrom, official.evidencedUntil] as const),
    ...regulations.map((regulation) => [regulation.enactedOn, regulation.promulgatedOn] as const),
    ...regulations.map((regulation) => [regulation.promulgatedOn, regulation.effectiveFrom] as const),
    ...regulations.map((regulation) => [regulation.enactedOn, regulation.effectiveUntil] as const),
    ...mous.map((mou) => [mou.effectiveFrom, mou.effectiveUntil] as const),
  ];
}

function allDays(): string[] {
  return known([
    ...allPeriods().flat(),
    ...sources.map((source) => source.publishedOn),
    ...mous.map((mou) => mou.signedOn),
    ...observations.map((observation) => observation.asOf),
    ...awards.map((award) => award.ceremonyOn),
  ]);
}

function regionCodes(): string[] {
  return known([
    ...offices.map((office) => office.regionCode),
    ...offices.flatMap((office) => office.serviceAreas.map((area) => area.regionCode)),
    ...officials.map((official) => official.organisation.regionCode),
    ...regulations.map((regulation) => regulation.issuerRegionCode),
    ...mous.flatMap((mou) => [mou.regionCode, ...mou.parties.map((party) => party.regionCode)]),
    ...observations.map((observation) => observation.regionCode),
    ...awards.map((award) => award.recipientRegionCode),
  ]);
}

function areaCodes(): string[] {
  return ['provinces', 'regencies'].flatMap((level) => {
    const file = new URL(`../../node_modules/idn-area-data/data/${level}.csv`, import.meta.url);
    const lines = readFileSync(file, 'utf8').split(/\r?\n/).slice(1);
    return lines.map((line) => line.split(',', 1).join());
  });
}

function keysInCycles(targets: ReadonlyMap<string, readonly string[]>): string[] {
  return [...targets.keys()].filter((start) => {
    const seen = new Set<string>();
    const queue = [...(targets.get(start) ?? [])];
    for (const key of queue) {
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push(...(targets.get(key) ?? []));
    }
    return seen.has(start);
  });
}
