import type pg from 'pg';
import { referenceId } from '../../schema/kernel/identifier.js';
import { hashPassword } from '../../schema/staff/index.js';
import { bilingual } from '../startup-error.js';
import { type DemoAccount, demoAccounts, demoMous, demoPassword } from './demo-data.js';
import { legalBasisRows, mouRow, partyRows } from './mou-rows.js';
import { idOrNull } from './reference-rows.js';
import { insertMissing, type Row, type SeedRun, withSeedTransaction } from './seed-transaction.js';

/** Day and hour at which the demo's submitted drafts went to the legal office. */
const submittedAt = '2026-02-09T02:00:00Z';

/**
 * Makes the demo accounts and drafts that are missing; reference data has to be loaded before. Their password is
 * public: whoever calls this has to know that the installation is a demo.
 */
export async function loadDemo({ ownerUrl, log }: SeedRun): Promise<void> {
  const count = await withSeedTransaction(ownerUrl, insertDemo);
  if (count === 0) return;
  log(
    bilingual({ id: `Data DEMO dimuat: ${count} akun dan draf`, en: `DEMO data: ${count} accounts, drafts` }),
  );
}

async function insertDemo(client: pg.Client): Promise<number> {
  return (await insertAccounts(client)) + (await insertDrafts(client));
}

/** Grants come with the account only: what an administrator took away does not return. */
async function insertAccounts(client: pg.Client): Promise<number> {
  const missing = await missingAccounts(client);
  const staff: Row[] = [];
  for (const { email, name } of missing) {
    staff.push({
      id: referenceId('staff', email),
      email,
      name,
      locale: 'id',
      is_active: true,
      password_hash: await hashPassword(demoPassword),
    });
  }
  await insertMissing(client, 'staff', staff);
  await insertMissing(client, 'staff_grant', missing.map(grantRow));
  return missing.length;
}

async function missingAccounts(client: pg.Client): Promise<readonly DemoAccount[]> {
  const { rows } = await client.query<{ email: string }>(
    'select lower(s.email::text) as email from staff s where s.email = any($1::citext[])',
    [demoAccounts.map(({ email }) => email)],
  );
  const known = new Set(rows.map(({ email }) => email));
  return demoAccounts.filter(({ email }) => !known.has(email));
}

function grantRow({ email, role, regionCode }: DemoAccount): Row {
  return {
    id: referenceId('staff_grant', email),
    staff_id: referenceId('staff', email),
    role,
    region_id: idOrNull('region', regionCode),
  };
}

async function insertDrafts(client: pg.Client): Promise<number> {
  const rows = demoMous.map(({ mou, isSubmitted }) => ({
    ...mouRow(mou),
    state: isSubmitted ? 'LEGAL_REVIEW' : 'DRAFT',
    submitted_at: isSubmitted ? submittedAt : null,
  }));
  const added = await insertMissing(client, 'mou', rows);
  const mous = demoMous.map(({ mou }) => mou).filter(({ key }) => added.has(referenceId('mou', key)));
  await insertMissing(client, 'mou_party', mous.flatMap(partyRows));
  await insertMissing(client, 'mou_legal_basis', mous.flatMap(legalBasisRows));
  return added.size;
}
