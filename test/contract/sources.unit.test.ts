import { expect, test } from '@jest/globals';
import { misplacedHabits } from './checks/habits.js';
import { forbiddenImports, sourcesBelow } from './checks/imports.js';

const sources = sourcesBelow('schema', 'server', 'admin', 'migrations');

test('imports follow the arrows of the architecture', () => {
  expect(forbiddenImports(sources)).toEqual([]);
});

test('DataSource, process.env, time and console stay where they belong', () => {
  expect(misplacedHabits(sources)).toEqual([]);
});

test.each([
  ['the kernel knows a concept', 'schema/kernel/planted.ts', "import { Mou } from '../mou/index.js';"],
  [
    'a concept opens another one’s cupboard',
    'schema/mou/planted.ts',
    "import { Region } from '../region/region.entity.js';",
  ],
  [
    'a concept knows the server',
    'schema/mou/planted.ts',
    "import { readConfig } from '../../server/config.js';",
  ],
  [
    'a concept knows the list of concepts',
    'schema/mou/planted.ts',
    "import { concepts } from '../index.js';",
  ],
  ['the panel knows the server', 'admin/planted.ts', "import {\n  createApp,\n} from '../server/app.js';"],
  [
    'the server opens a concept’s cupboard',
    'server/planted.ts',
    "import { MouService } from '../schema/mou/mou.service.js';",
  ],
  ['a program knows the tests', 'server/planted.ts', "import { testApp } from '../test/support/app.js';"],
  [
    'a migration imports ours',
    'migrations/1763683299999-planted.ts',
    "import type { Mou } from '../schema/mou/index.js';",
  ],
  ['a migration runs a package', 'migrations/1763683299999-planted.ts', "import { Table } from 'typeorm';"],
  [
    'rules read the database',
    'schema/mou/mou.rules.ts',
    "import { lockForChange } from '../kernel/unit-of-work.js';",
  ],
  ['rules use a package', 'schema/mou/mou.rules.ts', "import { validate } from 'uuid';"],
  [
    'rules use another concept',
    'schema/mou/mou.rules.ts',
    "import { RegionLevel } from '../region/index.js';",
  ],
  ['rules use the entity', 'schema/mou/mou.rules.ts', "import { Mou } from './mou.entity.js';"],
  ['a hidden import', 'schema/kernel/planted.ts', "const mou = await import('../mou/index.js');"],
])('the check of imports finds: %s', (_label, file, text) => {
  expect(forbiddenImports([{ file, text }])).toHaveLength(1);
});

test('the check of imports finds concepts that know each other in a ring', () => {
  const planted = [
    { file: 'schema/mou/planted.ts', text: "import { Office } from '../office/index.js';" },
    { file: 'schema/office/planted.ts', text: "import { Region } from '../region/index.js';" },
    { file: 'schema/region/planted.ts', text: "import { Mou } from '../mou/index.js';" },
  ];

  expect(forbiddenImports(planted)).toContain('concepts import each other: mou -> office -> region -> mou');
});

test('the check of imports lets the drawn arrows pass', () => {
  const drawn = [
    {
      file: 'schema/mou/planted.ts',
      text: "import { Region } from '../region/index.js';\nimport { newId } from '../kernel/identifier.js';",
    },
    {
      file: 'schema/mou/mou.rules.ts',
      text: "import type { Mou } from './mou.entity.js';\nimport { problem } from '../kernel/problem.js';",
    },
    { file: 'admin/planted.ts', text: "import type { Services } from '../schema/index.js';" },
    { file: 'server/planted.ts', text: "import { buildAdmin } from '../admin/index.js';" },
    { file: 'migrations/1763683299999-planted.ts', text: "import type { QueryRunner } from 'typeorm';" },
  ];

  expect(forbiddenImports(drawn)).toEqual([]);
});

test.each([
  ['schema/mou/mou.service.ts', 'const source = new DataSource({});', 'uses DataSource'],
  ['server/app.ts', "const secret = process.env['SECRET'];", 'reads process.env'],
  ['schema/mou/mou.rules.ts', 'const today = new Date();', 'reads the time'],
  ['schema/mou/mou.rules.ts', 'const at = Date.now();', 'reads the time'],
  ['server/app.ts', "console.log('here');", 'writes to the console'],
  ['schema/mou/index.ts', 'export default {};', 'has a default export'],
  ['admin/panel.ts', '// @ts-expect-error planted', 'silences the compiler'],
])('the check of habits finds what does not belong into %s: %s', (file, text, habit) => {
  expect(misplacedHabits([{ file, text }])).toEqual([`${file} ${habit}`]);
});
