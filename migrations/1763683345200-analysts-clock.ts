import type { MigrationInterface, QueryRunner } from 'typeorm';

const path = "execute format('alter role %I set search_path = analytics, stand_in, pg_catalog', login);";
const clock = "execute format('alter role %I set timezone = ''Asia/Jakarta''', login);";

/** `current_date` and `now()` of analysts are those of western Indonesia: in UTC it is still yesterday until seven. */
export class AnalystsClock1763683345200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await changed(runner, [path, `${path}\n    ${clock}`], "set timezone = 'Asia/Jakarta'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await changed(runner, [`${path}\n    ${clock}`, path], 'reset timezone');
  }
}

/** What makes logins, and the logins that there are; both are the warden's. */
async function changed(runner: QueryRunner, [old, wanted]: [string, string], setting: string): Promise<void> {
  const logins: { name: string }[] = await runner.query(
    'select l.role_name as name from sql_login l where l.revoked_at is null',
  );
  const [{ text }]: [{ text: string }] = await runner.query(
    "select pg_get_functiondef('app.make_login(text, text)'::regprocedure) as text",
  );
  await runner.query('grant create on schema app to payung_warden; set local role payung_warden');
  await runner.query(text.replace(old, () => wanted));
  for (const { name } of logins) await runner.query(`alter role ${name} ${setting}`);
  await runner.query('set local role payung_owner; revoke create on schema app from payung_warden');
}
