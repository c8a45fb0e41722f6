import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The rules of entry are asked for every row of a roster, and most of the time of judging one went into starting them:
 * PostgreSQL does not inline a function in SQL that sets its search path. They are the same rules.
 */
export class EntryCodesOfMany1763683303200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(entryCodes('language plpgsql', (rules) => `begin return ${rules}; end`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(entryCodes('language sql', (rules) => `select ${rules}`));
  }
}

const entryCodes = (language: string, bodyOf: (rules: string) => string): string => `
  create or replace function app.entry_codes(
    p program, c category, post text, entered_on date, birth_date date, died_on date, moved_out_on date, decile integer,
    is_admitted boolean, is_resident boolean, is_taken boolean) returns text[]
    ${language} stable set search_path = '' as $$
    ${bodyOf(`array_remove(array[
      case when (p).state <> 'APPROVED' then 'ENROLLMENT_PROGRAM_NOT_OPEN' end,
      case when not is_admitted then 'ENROLLMENT_CATEGORY_OUTSIDE' end,
      case when (c).is_post_holder and post is null then 'ENROLLMENT_POST_MISSING' end,
      case when entered_on < (p).month_from or entered_on >= (p).month_until + interval '1 month' then 'ENROLLMENT_ENTRY_OUTSIDE_PROGRAM' end,
      case when birth_date + interval '65 years' <= entered_on then 'ENROLLMENT_OVER_AGE' end,
      case when died_on is not null then 'ENROLLMENT_PERSON_DECEASED' end,
      case when decile < (p).lowest_decile or decile > (p).highest_decile then 'ENROLLMENT_DECILE_OUTSIDE' end,
      case when moved_out_on <= entered_on or not is_resident then 'ENROLLMENT_NOT_RESIDENT' end,
      case when is_taken then 'ENROLLMENT_PERSON_TAKEN' end
    ], null)`)}
  $$;
`;
