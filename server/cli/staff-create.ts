import 'reflect-metadata';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { bilingual, StartupError } from '../startup-error.js';
import { refuse, say } from './operator.js';
import { type AccountRequest, createAccount } from './staff-account.js';
import { withOwner } from './with-owner.js';

const USAGE = `npm run staff:create -- --email siti@contoh.go.id --name "Siti Aminah" --role COORDINATOR --region 36
  --email           alamat surel untuk masuk / e-mail address to sign in with
  --name            nama orangnya / name of the person
  --role            ADMIN, COORDINATOR, OPERATOR, APPROVER, ANALYST, AUDITOR; boleh diulang / may be repeated
  --region          kode wilayah, misalnya 36 atau 36.72, atau "all" / code of the region, or "all" for Indonesia
  --password-stdin  baca kata sandi dari masukan standar / read the password from the standard input
`;

await main(process.argv.slice(2)).catch(refuse);

/** Makes an account on the database of the environment and prints its password, which is stored nowhere. */
async function main(parameters: readonly string[]): Promise<void> {
  const options = readOptions(parameters);
  if (options.help) {
    process.stdout.write(USAGE);
    return;
  }
  const typed = options['password-stdin'] ? (await text(process.stdin)).replace(/\r?\n$/, '') : null;
  const request = accountRequest(options, typed);
  const password = await withOwner(readConfig(), (ownerUrl) => createAccount(ownerUrl, request));
  say(bilingual({ id: `Akun ${request.email} dibuat`, en: `Account ${request.email} was made` }));
  const label = bilingual({ id: 'Kata sandi, hanya ditampilkan sekali', en: 'Password, shown this once' });
  if (typed === null) say(`${label}: ${password}`);
}

type Options = ReturnType<typeof readOptions>;

function readOptions(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        role: { type: 'string', multiple: true },
        region: { type: 'string' },
        'password-stdin': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new StartupError(
      `${bilingual({ id: 'Perintah tidak dapat dibaca', en: 'The command could not be read' })}: ${detail}\n${USAGE}`,
    );
  }
}

function accountRequest({ email, name, role, region }: Options, password: string | null): AccountRequest {
  if (!email?.trim() || !name?.trim()) {
    throw new StartupError(
      `${bilingual({ id: '--email dan --name wajib diisi', en: '--email and --name are required' })}\n${USAGE}`,
    );
  }
  return {
    email: email.trim(),
    name: name.trim(),
    roles: role ?? [],
    region: region?.trim() || null,
    password,
  };
}
