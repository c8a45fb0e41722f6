import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { refuseUnfitDatabase } from '../../server/fit-database.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test('a migrated database with the login of the app is served', async () => {
  await expect(refuseUnfitDatabase(database.appUrl)).resolves.toBeUndefined();
});

test('a superuser login is refused, saying why', async () => {
  await expect(refuseUnfitDatabase(database.superUserUrl)).rejects.toThrow(
    /superuser atau pemilik tabel.*payung_app/,
  );
});

test('pending migrations are refused, naming the first and what to run', async () => {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("delete from migration_history where name like 'AwardTable%'");
  await owner.end();

  await expect(refuseUnfitDatabase(database.appUrl)).rejects.toThrow(
    /1 migrasi belum dijalankan \(AwardTable.*npm run migrate/,
  );
});

test('a database that cannot be reached is refused with the reason, without the password', async () => {
  const address = 'postgres://payung_app:rahasia-kenari@127.0.0.1:1/payung';

  await expect(refuseUnfitDatabase(address)).rejects.toThrow(/tidak dapat dihubungi \(ECONNREFUSED\)/);
  await expect(refuseUnfitDatabase(address)).rejects.not.toThrow(/rahasia-kenari/);
});
