import { describe, expect, test } from '@jest/globals';
import { readConfig, readMigrationAddresses } from '../../server/config.js';
import type { Environment } from '../../server/environment.js';

const SECRET = 'a-secret-of-forty-characters-for-a-test!';
const APP_URL = 'postgres://payung_app:pass%40word@db.invalid:5432/payung';
const OWNER_URL = 'postgres://owner:word@db.invalid:5432/payung';

describe('readConfig', () => {
  test('without any variable serves the demo from the embedded database on port 4000', () => {
    const config = readConfig({});

    expect(config).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: null,
      secret: null,
      isDemo: true,
    });
    expect(config).toMatchObject({
      poolMax: 10,
      logLevel: 'info',
      publicUrl: null,
      isHttps: false,
      trustProxy: false,
    });
    expect(config.dataDirectory.endsWith('.data')).toBe(true);
    expect(config.documentDirectory).toBe(`${config.dataDirectory}/documents`);
  });

  test('with DATABASE_URL loads no demo data', () => {
    expect(readConfig({ DATABASE_URL: APP_URL, PAYUNG_SECRET: SECRET }).isDemo).toBe(false);
  });

  test('takes an empty variable for an absent one', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 4000, databaseUrl: null });
  });

  test('knows https from the public address', () => {
    const config = readConfig({ PAYUNG_PUBLIC_URL: 'https://payung.banten.go.id/' });

    expect(config).toMatchObject({ publicUrl: 'https://payung.banten.go.id', isHttps: true });
  });

  const refusals: ReadonlyArray<readonly [string, Environment]> = [
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '4e3' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://x/y' }],
    ['PAYUNG_SECRET', { DATABASE_URL: APP_URL }],
    ['PAYUNG_SECRET', { PAYUNG_SECRET: 'short' }],
    ['PAYUNG_DEMO', { PAYUNG_DEMO: 'yes' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['DATABASE_POOL_MAX', { DATABASE_POOL_MAX: '0' }],
    ['PAYUNG_PUBLIC_URL', { PAYUNG_PUBLIC_URL: 'https://payung.go.id/sub' }],
    ['PAYUNG_TRUST_PROXY', { PAYUNG_TRUST_PROXY: 'proxy.example' }],
  ];

  test.each(refusals)('refuses a wrong %s by name: %j', (name, environment) => {
    expect(() => readConfig(environment)).toThrow(name);
  });

  test('does not repeat the password of a malformed address', () => {
    expect(() => readConfig({ DATABASE_URL: 'db.invalid:hunter2' })).toThrow(/^(?!.*hunter2)/);
  });
});

describe('readMigrationAddresses', () => {
  test('takes the password of the program login, decoded', () => {
    const addresses = readMigrationAddresses({ DATABASE_OWNER_URL: OWNER_URL, DATABASE_URL: APP_URL });

    expect(addresses).toEqual({ ownerUrl: OWNER_URL, appPassword: 'pass@word' });
  });

  test('refuses another login than payung_app', () => {
    expect(() => readMigrationAddresses({ DATABASE_OWNER_URL: OWNER_URL, DATABASE_URL: OWNER_URL })).toThrow(
      'payung_app',
    );
  });

  test('names the address that is missing', () => {
    expect(() => readMigrationAddresses({ DATABASE_URL: APP_URL })).toThrow('DATABASE_OWNER_URL');
    expect(() => readMigrationAddresses({ DATABASE_OWNER_URL: OWNER_URL })).toThrow('DATABASE_URL');
  });
});
