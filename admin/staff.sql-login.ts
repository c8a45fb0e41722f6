import type { Services } from '../schema/index.js';
import { databaseId } from '../schema/kernel/identifier.js';
import type { Outcome } from '../schema/kernel/problem.js';
import type { Selection } from '../schema/kernel/selection.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';
import { SqlLoginKind, type SqlPasswordOutcome, sqlLoginVerbs } from '../schema/sql-login/index.js';
import type { Row, ScreenVerb } from './screen.js';
import { isRow } from './screen-property.js';

type Logins = Services['sqlLogin'];

const loginFields: Selection = new Map(
  ['id', 'version', 'kind'].map((name) => [name, { name, args: {}, below: null }]),
);
const firstLogin: Selection = new Map([['nodes', { name: 'nodes', args: {}, below: loginFields }]]);

/** Buttons on an account for its login to the database, for psql, Metabase or DBeaver. */
export function sqlLoginVerbsOf(logins: Logins): Readonly<Record<string, ScreenVerb>> {
  return {
    openSqlLogin: {
      verb: sqlLoginVerbs.create,
      label: { id: 'Buat login SQL', en: 'Make a login for SQL' },
      guard: {
        id: 'Login basis data untuk psql, Metabase, atau DBeaver: hanya membaca skema analytics, tanpa data pribadi. Kata sandinya ditampilkan sekali saja.',
        en: 'Login of the database for psql, Metabase or DBeaver: it only reads schema analytics, without personal data. Its password is shown only once.',
      },
      icon: 'Database',
      properties: {},
      isOffered: (row) => !hasDirectLogin(row),
      run: async (caller, { id }) => handedOver(logins, caller, id, await logins.create(caller, id)),
      report: loginNotice,
    },
    rotateSqlLogin: {
      verb: sqlLoginVerbs.rotate,
      label: { id: 'Kata sandi SQL baru', en: 'New password for SQL' },
      guard: {
        id: 'Kata sandi SQL yang lama dan semua sesinya berakhir. Yang baru ditampilkan sekali saja.',
        en: 'The old password for SQL and all its sessions end. The new one is shown only once.',
      },
      icon: 'RefreshCw',
      properties: {},
      isOffered: (row) => hasDirectLogin(row),
      run: async (caller, { id }) =>
        handedOver(logins, caller, id, await logins.rotate(caller, await directLogin(logins, caller, id))),
      report: loginNotice,
    },
    revokeSqlLogin: {
      verb: sqlLoginVerbs.revoke,
      label: { id: 'Cabut login SQL', en: 'Revoke the login for SQL' },
      guard: {
        id: 'Login SQL dihapus dari PostgreSQL dan semua sesinya berakhir.',
        en: 'The login for SQL leaves PostgreSQL and all its sessions end.',
      },
      icon: 'UserX',
      isDangerous: true,
      properties: {},
      isOffered: (row) => hasDirectLogin(row),
      run: async (caller, { id }) =>
        ofAccount(id, await logins.revoke(caller, await directLogin(logins, caller, id))),
    },
  };
}

type Handover = Outcome & { readonly notice?: string };

function hasDirectLogin({ sqlLogins }: Row): boolean {
  return (
    Array.isArray(sqlLogins) && sqlLogins.some((login) => isRow(login) && login.kind === SqlLoginKind.DIRECT)
  );
}

/** @throws Rejected NOT_FOUND when it was revoked a moment ago. */
async function directLogin(
  logins: Logins,
  caller: Caller,
  staffId: string,
): Promise<{ readonly id: string; readonly expectedVersion: number }> {
  const filter = { staffIds: [staffId], kind: SqlLoginKind.DIRECT, isRevoked: false };
  const { nodes } = await logins.list(caller, { filter, first: 1 }, firstLogin);
  const [login] = nodes.filter(isRow);
  return { id: String(login?.id ?? ''), expectedVersion: Number(login?.version ?? 0) };
}

/** The page is the account's, so the outcome has to name it. */
function ofAccount(id: string, outcome: Outcome): Outcome {
  const key = databaseId('staff', id);
  return outcome.id === null || key === null ? outcome : { ...outcome, id: key };
}

function handedOver(logins: Logins, caller: Caller, id: string, outcome: SqlPasswordOutcome): Handover {
  if (outcome.password === null) return ofAccount(id, outcome);
  const { host, port, database } = logins.address(caller);
  const address = `postgres://${outcome.roleName}@${host}:${port}/${database}`;
  const notice =
    caller.actor.locale === 'id'
      ? `${address} – kata sandi: ${outcome.password} – serahkan kepada pemilik akun; tidak akan ditampilkan lagi.`
      : `${address} – password: ${outcome.password} – hand it to the owner of the account; it will not be shown again.`;
  return { ...ofAccount(id, outcome), notice };
}

const loginNotice = ({ notice }: Handover): string | null => notice ?? null;
