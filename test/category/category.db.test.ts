import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../schema/kernel/identifier.js';
import {
  type Asking,
  everybody,
  type ReportingWorld,
  refusal,
  reportingWorld,
} from '../source/reporting-world.js';

let world: ReportingWorld;
let marbot: string;

const insert = `insert into category (id, code, name, name_en, family, parent_id, aliases)
  values ($1, $2, $3, $3, 'VULNERABLE', $4, $5) returning id`;

async function aCategory(
  code: string,
  name: string,
  aliases: readonly string[] = [],
  parent: string | null = null,
) {
  const id = newId();
  await world.app.sql(insert, [id, code, name, parent, aliases]);
  return id;
}

beforeAll(async () => {
  world = await reportingWorld();
  marbot = await aCategory('MARBOT', 'Marbot', ['Penjaga masjid']);
});
afterAll(() => world.close());

describe('row security', () => {
  it.each(everybody)('lets %s read categories', async (name) => {
    expect(await world.sqlAs(name, 'select code from category')).toEqual([{ code: 'MARBOT' }]);
  });

  it.each(everybody)('lets only an administrator write: %s', async (name: Asking) => {
    const added = await refusal(world.sqlAs(name, insert, [newId(), 'NELAYAN', 'Nelayan', null, []]));
    const changed = await world.sqlAs(name, `update category set name = 'Merbot' returning id`);

    expect(added).toBe(name === 'admin' ? null : '42501');
    expect(changed).toHaveLength(name === 'admin' ? 1 : 0);
  });

  it('lets nobody remove a category or touch the words', async () => {
    expect(await refusal(world.sqlAs('admin', 'delete from category'))).toBe('42501');
    expect(await refusal(world.sqlAs('admin', 'delete from category_term'))).toBe('42501');
  });
});

describe('constraints', () => {
  it.each([
    ['MARBOT', 'Merbot', [], 'category_code_unique'],
    ['marbot', 'Merbot', [], 'category_code_form'],
    ['X1', ' marbot', [], 'category_term_unique'],
    ['X2', 'Takmir', ['PENJAGA MASJID'], 'category_term_unique'],
    ['X3', 'Takmir', [null], 'category_aliases_form'],
  ])('refuse %s %s %j as %s', async (code, name, aliases, constraint) => {
    expect(await refusal(world.app.sql(insert, [newId(), code, name, null, aliases]))).toBe(constraint);
  });

  it('free a word when it is taken back', async () => {
    const guru = await aCategory('GURU', 'Guru mengaji', ['Ustaz']);
    await world.app.sql(`update category set aliases = '{}' where id = $1`, [guru]);

    expect(await refusal(aCategory('USTAZ', 'Ustaz'))).toBeNull();
  });

  it('refuse a circle of categories', async () => {
    const imam = await aCategory('IMAM', 'Imam', [], marbot);

    const attempt = world.app.sql('update category set parent_id = $1 where id = $2', [imam, marbot]);

    expect(await refusal(attempt)).toBe('category_parent_cycle');
  });
});
