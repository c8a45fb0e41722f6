import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Row security takes `coalesce` for leaking, unlike `case`: a page after a cursor walked through these indexes from their
 * beginning, the longer the deeper it lay. Agreements by their last change had no index at all.
 */
export class OrdersByCase1763683346000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index mou_updated_at_index on mou (updated_at, id)');
    await runner.query(
      replaced((value, other) => `(case when ${value} is null then ${other} else ${value} end)`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index mou_updated_at_index');
    await runner.query(replaced((value, other) => `coalesce(${value}, ${other})`));
  }
}

type OrElse = (value: string, other: string) => string;

const indexes = {
  alert_due_on_index: (orElse: OrElse) => `alert ((${orElse('due_on', 'fires_on')}), id)`,
  award_ceremony_index: (orElse: OrElse) => `award ((${orElse('ceremony_on', "date '-infinity'")}), id)`,
  beneficiary_birth_order_index: (orElse: OrElse) =>
    `beneficiary ((${orElse('birth_date', "date 'infinity'")}), id)`,
  mou_effective_until_index: (orElse: OrElse) =>
    `mou ((${orElse('effective_until', "date '9999-12-31'")}), id)`,
  mou_signed_on_index: (orElse: OrElse) => `mou ((${orElse('signed_on', "date '0001-01-01'")}), id)`,
  observation_as_of_index: (orElse: OrElse) => `observation ((${orElse('as_of', "date '-infinity'")}), id)`,
  office_code_index: (orElse: OrElse) => `office ((${orElse('code', "''")}), id)`,
  official_start_index: (orElse: OrElse) =>
    `official ((${orElse('term_from', orElse('evidenced_from', "date '0001-01-01'"))}), id)`,
  regulation_in_force_from_index: (orElse: OrElse) =>
    `regulation ((${orElse('in_force_from', "date 'infinity'")}), id)`,
  source_published_index: (orElse: OrElse) => `source ((${orElse('published_on', "date '-infinity'")}), id)`,
};

/** The new ones first: while they are made only writers wait, behind the first drop readers would, too. */
function replaced(orElse: OrElse): string {
  const names = Object.keys(indexes);
  const created = Object.entries(indexes).map(([name, on]) => `create index ${name}_new on ${on(orElse)};`);
  const renamed = names.map((name) => `alter index ${name}_new rename to ${name};`);
  return [...created, `drop index ${names.join(', ')};`, ...renamed].join('\n');
}
