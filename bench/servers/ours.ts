import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp } from '../../server/app.js';
import { reportToParent, serverSetup } from './child.js';

/** Connections that the program keeps for signing in. */
const reserved = 2;
/** A benchmark asks more in a minute than any person may. */
const unlimited = 1e12;

const { databaseUrl, connections } = serverSetup();
const documentDirectory = mkdtempSync(path.join(tmpdir(), 'payung-bench-documents-'));
process.once('exit', () => rmSync(documentDirectory, { recursive: true, force: true }));
const app = await createApp({
  databaseUrl,
  secret: 'a-secret-for-the-benchmark-0123456789',
  documentDirectory,
  isDemo: false,
  publicUrl: null,
  trustProxy: false,
  logLevel: 'info',
  poolMax: connections + reserved,
  budget: { staff: unlimited, visitors: unlimited },
});
await app.http.listen({ port: 0, host: '127.0.0.1' });
reportToParent((app.http.server.address() as AddressInfo).port);
