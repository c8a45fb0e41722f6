import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Row security takes `coalesce` for leaking, unlike `case`: a page after a cursor walked through these indexes from their
 * beginning, the longer the deeper it lay. Agreements by their last change had no index at all.
 */
export class OrdersByCase1763683346000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index mou_updated_at_index on mou (updated_at, id)');
    await runner.query(
      `${dropped} ${created((value, other) => `(case when ${value} is null then ${other} else ${value} end)`)}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index mou_updated_at_index');
    await runner.query(`${dropped} ${created((value, other) => `coalesce(${value}, ${other})`)}`);
  }
}

const dropped = `drop index alert_due_on_index, award_ceremony_index, beneficiary_birth_order_index, mou_effective_until_index,
  mou_signed_on_index, observation_as_of_index, office_code_index, official_start_index, regulation_in_force_from_index,
  source_published_index;`;

function created(orElse: (value: string, other: string) => string): string {
  return `
    create index alert_due_on_index on alert ((${orElse('due_on', 'fires_on')}), id);
    create index award_ceremony_index on award ((${orElse('ceremony_on', "date '-infinity'")}), id);
    create index beneficiary_birth_order_index on beneficiary ((${orElse('birth_date', "date 'infinity'")}), id);
    create index mou_effective_until_index on mou ((${orElse('effective_until', "date '9999-12-31'")}), id);
    create index mou_signed_on_index on mou ((${orElse('signed_on', "date '0001-01-01'")}), id);
    create index observation_as_of_index on observation ((${orElse('as_of', "date '-infinity'")}), id);
    create index office_code_index on office ((${orElse('code', "''")}), id);
    create index official_start_index on official ((${orElse('term_from', orElse('evidenced_from', "date '0001-01-01'"))}), id);
    create index regulation_in_force_from_index on regulation ((${orElse('in_force_from', "date 'infinity'")}), id);
    create index source_published_index on source ((${orElse('published_on', "date '-infinity'")}), id);`;
}
