import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How an official is reached, for the next coordination meeting. */
export class OfficialContact1763683265100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table official
        add column phone text constraint official_phone_form check (phone ~ '^[+0-9][0-9]{7,15}$'),
        add column email text constraint official_email_form check (email ~ '^[^@\\s]+@[^@\\s]+$' and char_length(email) <= 254);
      comment on column official.phone is 'Telephone of the post; shown to staff only, unlike the rest; null: not known.';
      comment on column official.email is 'E-mail of the post; shown to staff only, unlike the rest; null: not known.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table official drop column phone, drop column email');
  }
}
