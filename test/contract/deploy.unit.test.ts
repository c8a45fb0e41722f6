import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { rosterLimitMegabytes } from '../../schema/kernel/roster-files.js';
import { readConfig, readMigrationAddresses } from '../../server/config.js';

const compose = read('docker-compose.yml');
const dockerfile = read('Dockerfile');
const proxy = read('server/deploy/nginx.conf');
const SERVICES = ['postgres', 'replica', 'migrate', 'app1', 'app2', 'proxy'];
const NODES = ['app1', 'app2'];

describe('docker-compose.yml', () => {
  it('has exactly the six services', () => {
    expect(serviceNames(compose)).toEqual(SERVICES);
  });

  it.each(SERVICES)('runs %s without root, capabilities or new privileges', (name) => {
    const service = serviceOf(compose, name);

    expect(userOf(service)).toMatch(/^(node|postgres|nginx)$/);
    expect(service).toContain('cap_drop: [ALL]');
    expect(service).toContain('no-new-privileges:true');
    expect(service).toMatch(/stop_grace_period: (30|60)s/);
  });

  it.each(['migrate', 'app1', 'app2', 'proxy'])('gives %s a read-only root filesystem', (name) => {
    expect(serviceOf(compose, name)).toContain('read_only: true');
  });

  it.each(NODES)('starts %s only after the migrations have succeeded', (name) => {
    const service = serviceOf(compose, name);

    expect(service).toContain('migrate: { condition: service_completed_successfully }');
    expect(service).toContain('/readyz');
  });

  it('runs the migrations once, on a healthy database', () => {
    const migrate = serviceOf(compose, 'migrate');

    expect(migrate).toContain('restart: "no"');
    expect(migrate).toContain('postgres: { condition: service_healthy }');
    expect(migrate).toContain('dist/server/cli/migrate.js');
  });

  it('shows the owner login to the migrate job alone', () => {
    const holders = SERVICES.filter((name) => serviceOf(compose, name).includes('DATABASE_OWNER_URL'));

    expect(holders).toEqual(['migrate']);
  });

  it('publishes ports of the proxy alone', () => {
    const open = SERVICES.filter((name) => /^ +ports:/m.test(serviceOf(compose, name)));

    expect(open).toEqual(['proxy']);
  });

  it('has no default for any secret', () => {
    expect(optionalSecrets(compose)).toEqual([]);
  });

  it('gives the program settings that it accepts, whether or not the optional ones are filled in', () => {
    const environment = environmentOf(compose, 'migrate');

    expect(readConfig(environment)).toMatchObject({ isDemo: false, isHttps: true, port: 3000, mail: null });
    expect(readMigrationAddresses(environment).appPassword).toBe('isi-PAYUNG_APP_PASSWORD');
  });

  it('lets people ask in SQL on the replica, in the database that is copied', () => {
    const { sqlDatabaseUrl, databaseUrl } = readConfig(environmentOf(compose, 'migrate'));

    expect(sqlDatabaseUrl).toBe('postgres://replica:5432/payung');
    expect(new URL(sqlDatabaseUrl ?? '').pathname).toBe(new URL(databaseUrl ?? '').pathname);
  });

  it('asks for exactly the settings that env.example lists, which are all empty', () => {
    const listed = read('server/deploy/env.example').match(/^\w+=.*$/gm) ?? [];

    const required = new Set([...compose.matchAll(/\$\{(\w+):\?/g)].map((match) => `${match[1]}=`));

    expect([...listed].sort()).toEqual([...required].sort());
  });

  it('pins every image to a full version', () => {
    const images = [...`${compose}\n${dockerfile}`.matchAll(/^(?: *image: |FROM )(\S+)/gm)].map(
      (match) => match[1],
    );

    expect(images).toHaveLength(6);
    expect(images.filter((image) => !/:\d+\.\d+/.test(image ?? ''))).toEqual([]);
  });
});

describe('checks of this file', () => {
  it('find a secret that was given a default', () => {
    const planted = 'A: $' + '{PAYUNG_SECRET:-rahasia} $POSTGRES_PASSWORD $LOG_LEVEL';

    expect(optionalSecrets(planted)).toEqual(['PAYUNG_SECRET', 'POSTGRES_PASSWORD']);
  });

  it('find a service that lost its user', () => {
    const planted = compose.replace('    user: nginx\n', '');

    expect(userOf(serviceOf(planted, 'proxy'))).toBe('root');
  });

  it('find a switch that the program does not understand', () => {
    const planted = compose.replace('PAYUNG_DEMO: "0"', 'PAYUNG_DEMO: "false"');

    expect(() => readConfig(environmentOf(planted, 'app1'))).toThrow('PAYUNG_DEMO');
  });

  it('find a node that no longer waits for the migrations', () => {
    const planted = compose.replace(/ +migrate: \{ condition.*\n/, '');

    expect(serviceOf(planted, 'app1')).not.toContain('service_completed_successfully');
  });
});

describe('Dockerfile', () => {
  it('leaves root before the program starts, and starts it without npm', () => {
    const lastStage = dockerfile.slice(dockerfile.lastIndexOf('FROM '));

    expect(lastStage).toMatch(
      /^USER node$[\s\S]*^CMD \["node", "--enable-source-maps", "dist\/server\/main\.js"\]$/m,
    );
    expect(lastStage).not.toContain('USER root');
    expect(lastStage).toContain('NODE_ENV=production');
    expect(lastStage).toContain('HEALTHCHECK');
  });

  it.each(['.env', '.data', '.git', 'node_modules', '*.key', '*.pem'])(
    'keeps %s out of the image',
    (pattern) => {
      expect(read('.dockerignore').split('\n')).toContain(pattern);
    },
  );
});

describe('nginx.conf', () => {
  it('never sends a POST twice', () => {
    expect(directives(proxy, 'proxy_next_upstream')).toEqual(['error timeout']);
  });

  it('replaces what a visitor claims about his address, in every list of headers', () => {
    const forwarded = directives(proxy, 'proxy_set_header').filter((header) =>
      header.startsWith('X-Forwarded-For'),
    );

    expect(forwarded).toEqual(['X-Forwarded-For $remote_addr', 'X-Forwarded-For $remote_addr']);
    expect(proxy).not.toContain('$proxy_add_x_forwarded_for');
  });

  it.each([
    ['/imports', `${rosterLimitMegabytes + 1}m`],
    ['/documents', '26m'],
    ['/branch-lists', '11m'],
    ['/admin', '1100k'],
  ])('lets through %s what the program takes', (address, size) => {
    expect(directives(locationOf(proxy, address), 'client_max_body_size')).toEqual([size]);
  });

  it('allows 300 KB elsewhere, and keeps no large answer in memory for a slow reader', () => {
    expect(directives(proxy, 'client_max_body_size')).toHaveLength(5);
    expect(proxy).toMatch(/^ {2}client_max_body_size 300k;$/m);
    expect(directives(locationOf(proxy, '/exports'), 'proxy_max_temp_file_size')).toEqual(['0']);
  });

  it('writes neither a query string nor the address of a calendar to its logs', () => {
    expect(proxy).toMatch(/map \$uri \$logged_path \{\s+default \$uri;\s+~\^\/calendar\/ \/calendar\/;/);
    expect(proxy.slice(proxy.indexOf('log_format'), proxy.indexOf('access_log'))).not.toMatch(
      /\$(uri|request|request_uri|args|query_string|http_referer)\b/,
    );
    expect(directives(proxy, 'error_log')).toEqual(['stderr crit']);
  });
});

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

function serviceNames(text: string): string[] {
  const services = text.slice(text.indexOf('\nservices:'), text.indexOf('\nnetworks:'));
  return [...services.matchAll(/^ {2}(\w+):$/gm)].map((match) => match[1] ?? '');
}

/** Text of the service, together with the text of every anchor it merges, its own first. */
function serviceOf(text: string, name: string): string {
  const own = new RegExp(`^ {2}${name}:\\n((?: {4}.*\\n|\\n)+)`, 'm').exec(
    text.slice(text.indexOf('\nservices:')),
  );
  return withAnchors(text, own?.[1] ?? '');
}

function withAnchors(text: string, block: string): string {
  const anchors = [...block.matchAll(/\*([\w-]+)/g)].map((match) => match[1]);
  const merged = anchors.map((anchor) => new RegExp(`&${anchor}\\n((?: .*\\n)+)`).exec(text)?.[1] ?? '');
  return [block, ...merged.map((part) => withAnchors(text, part))].join('');
}

/** Name after `user:`; a container without it runs as root. */
function userOf(service: string): string {
  return /^ +user: (\w+)$/m.exec(service)?.[1] ?? 'root';
}

/** What the container finds in its environment when `.env` has the required settings and nothing else. */
function environmentOf(text: string, name: string): Record<string, string> {
  const lines = serviceOf(text, name).matchAll(/^ {2,6}([A-Z_]+): (.+)$/gm);
  return Object.fromEntries([...lines].map(([, key = '', value = '']) => [key, filledIn(value)]));
}

function filledIn(value: string): string {
  return value
    .replace(/^"(.*)"$/, '$1')
    .replace(/\$\{PAYUNG_PUBLIC_URL:\?[^}]*\}/, 'https://payung.example.go.id')
    .replace(/\$\{(\w+):\?[^}]*\}/, (_, name) => (name === 'PAYUNG_SECRET' ? 's'.repeat(32) : `isi-${name}`))
    .replace(/\$\{\w+:-([^}]*)\}/, '$1');
}

function locationOf(text: string, address: string): string {
  return new RegExp(`location ${address} \\{([^}]*)\\}`).exec(text)?.[1] ?? '';
}

/** Names of secrets that may be missing or have a default: everything but `${NAME:?…}`. */
function optionalSecrets(text: string): string[] {
  const uses = [...text.matchAll(/\$\{?(\w*(?:PASSWORD|SECRET)(?!_PREVIOUS)\w*)(:\?)?/g)];
  return uses.filter((use) => use[2] === undefined).map((use) => use[1] ?? '');
}

function directives(text: string, name: string): string[] {
  return [...text.matchAll(new RegExp(`^ *${name} +(.+);$`, 'gm'))].map((match) => match[1] ?? '');
}
