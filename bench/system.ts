import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { requestBytes } from './client.js';
import type { ServerSetup, Usage } from './servers/child.js';
import type { Workload } from './workloads.js';

/** One of the systems side by side, in a process of its own. */
export interface System {
  readonly name: string;
  readonly port: number;
  /** The requests of a workload in this system's form. */
  requestsOf(workload: Workload): readonly Buffer[];
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

interface SystemKind {
  readonly name: string;
  readonly file: string;
  readonly isGraphql: boolean;
}

/** The limit comes first: the others are divided by it. */
export const systemKinds: readonly SystemKind[] = [
  { name: 'E, limit', file: 'limit.js', isGraphql: false },
  { name: 'Payung', file: 'ours.js', isGraphql: true },
  { name: 'first-written', file: 'first-written.js', isGraphql: true },
];

export async function startSystem(
  { name, file, isGraphql }: SystemKind,
  setup: ServerSetup,
): Promise<System> {
  const program = fileURLToPath(new URL(`servers/${file}`, import.meta.url));
  const child = fork(program, [JSON.stringify(setup)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
    execArgv: profilingOf(name),
  });
  const { port } = await heard<{ readonly port: number }>(child);
  return {
    name,
    port,
    requestsOf: (workload) => (isGraphql ? graphqlRequests(workload) : bareRequests(workload)),
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
  return folder && name === 'Payung' ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];
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
    requestBytes({ route, token: actor.token, body: { actorId: actor.staffId, variables: one } }),
  );
}
