import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { requestBytes } from './client.js';
import { postgraphileKind } from './postgraphile.js';
import type { ServerSetup, Usage } from './servers/child.js';
import type { SystemKind } from './system-kind.js';
import { systemNames } from './system-names.js';
import type { Workload } from './workloads.js';

/** One of the systems side by side, in a process of its own. */
export interface System {
  readonly name: string;
  readonly port: number;
  /** The requests of a workload in this system's form. */
  requestsOf(workload: Workload): readonly Buffer[];
  /** An answer's data in the form of the workload. */
  dataOf(workload: Workload, data: unknown): unknown;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

const programOf = (file: string): string => fileURLToPath(new URL(`servers/${file}`, import.meta.url));

/** The real program. */
export const payung: SystemKind = {
  name: systemNames.payung,
  program: programOf('ours.js'),
  requestsOf: graphqlRequests,
};

/** All systems side by side, the limit first: the others are divided by it. */
export function systemKinds(say: (line: string) => void): readonly SystemKind[] {
  const limit = { name: systemNames.limit, program: programOf('limit.js'), requestsOf: bareRequests };
  const first = {
    name: systemNames.firstWritten,
    program: programOf('first-written.js'),
    requestsOf: graphqlRequests,
  };
  const postgraphile = postgraphileKind(say);
  return [limit, payung, ...(postgraphile ? [postgraphile] : []), first];
}

export async function startSystem(kind: SystemKind, setup: ServerSetup): Promise<System> {
  const { name, program, execPath = process.execPath } = kind;
  const child = fork(program, [JSON.stringify(setup)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
    execArgv: profilingOf(name),
    execPath,
  });
  const { port } = await heard<{ readonly port: number }>(child);
  return {
    name,
    port,
    requestsOf: (workload) => kind.requestsOf(workload),
    dataOf: (workload, data) => kind.dataOf?.(workload, data) ?? data,
    usage: () => {
      child.send('usage');
      return heard<Usage>(child);
    },
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.disconnect();
      }),
  };
}

/** `BENCH_PROFILE=folder` writes a V8 profile of the real program there. */
function profilingOf(name: string): string[] {
  const folder = process.env.BENCH_PROFILE;
  return folder && name === payung.name ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];
}

function heard<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`a server ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as Message);
    });
  });
}

function graphqlRequests({ query, variables, actor }: Workload): readonly Buffer[] {
  return variables.map((one) =>
    requestBytes({ route: '/graphql', token: actor.token, body: { query, variables: one } }),
  );
}

function bareRequests({ route, variables, actor }: Workload): readonly Buffer[] {
  return variables.map((one) =>
    requestBytes({
      route,
      token: actor.token,
      body: { actorId: actor.staffId, reader: actor.reader, variables: one },
    }),
  );
}
