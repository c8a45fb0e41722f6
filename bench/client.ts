import { connect, type Socket } from 'node:net';

/** What was measured while the requests ran. */
export interface Measured {
  readonly requests: number;
  readonly seconds: number;
  /** Answers that were no success; they do not count as requests. */
  readonly failures: number;
  /** Milliseconds of each request, sorted. */
  readonly latencies: readonly number[];
}

const headEnd = Buffer.from('\r\n\r\n');

/** The bytes of one request, written once and sent many times. */
export function requestBytes({
  route,
  token,
  body,
}: {
  readonly route: string;
  readonly token: string;
  readonly body: object;
}): Buffer {
  const content = Buffer.from(JSON.stringify(body));
  const head = [
    `POST ${route} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    'Accept: application/json',
    `Authorization: Bearer ${token}`,
    `Content-Length: ${content.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), content]);
}

/**
 * Keeps `concurrency` connections busy, each with one request at a time. As lean as possible: on a small machine the
 * client shares the processors with what it measures.
 */
export async function pressed({
  port,
  requests,
  concurrency,
  milliseconds,
  perSecond = Number.POSITIVE_INFINITY,
}: {
  readonly port: number;
  readonly requests: readonly Buffer[];
  readonly concurrency: number;
  readonly milliseconds: number;
  /** Requests that become due in a second, evenly; absent: the next one whenever a connection is free. */
  readonly perSecond?: number;
}): Promise<Measured> {
  const latencies: number[] = [];
  const started = performance.now();
  const deadline = started + milliseconds;
  let next = 0;
  let failures = 0;
  const one = async (): Promise<void> => {
    const connection = await Connection.open(port);
    while (performance.now() < deadline) {
      const due = started + (1000 * next) / perSecond;
      const request = requests[next++ % requests.length];
      if (request === undefined) break;
      const early = due - performance.now();
      if (early > 0) await later(early);
      // one that is sent late has waited: its time begins when it was due
      const sent = perSecond === Number.POSITIVE_INFINITY ? performance.now() : due;
      const { status } = await connection.ask(request);
      if (status === 200) latencies.push(performance.now() - sent);
      else failures += 1;
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  const seconds = (performance.now() - started) / 1000;
  return { requests: latencies.length, failures, seconds, latencies: latencies.sort((a, b) => a - b) };
}

/** Timers keep whole milliseconds only: at a shorter distance requests go out together, each with the time it was due. */
function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** One answer, for looking at. */
export async function asked(
  port: number,
  request: Buffer,
): Promise<{ readonly status: number; readonly body: string }> {
  const connection = await Connection.open(port);
  const answer = await connection.ask(request);
  connection.close();
  return { status: answer.status, body: answer.body.toString('utf8') };
}

interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

/** One keep-alive connection. Reads answers with Content-Length, which is what all the servers here send. */
class Connection {
  #received: Buffer[] = [];
  #length = 0;
  #wanted = 0;
  #bodyStart = 0;
  #resolve: ((answer: Answer) => void) | null = null;
  #reject: ((error: Error) => void) | null = null;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk) => this.#hear(chunk));
    socket.on('error', (error) => this.#reject?.(error));
    socket.on('close', () => this.#reject?.(new Error('the server closed the connection')));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      socket.once('error', reject);
      socket.once('connect', () => resolve(new Connection(socket)));
    });
  }

  ask(request: Buffer): Promise<Answer> {
    this.socket.write(request);
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  close(): void {
    this.#reject = null;
    this.socket.destroy();
  }

  #hear(chunk: Buffer): void {
    this.#received.push(chunk);
    this.#length += chunk.length;
    if (this.#wanted === 0 && !this.#readHead()) return;
    if (this.#length < this.#wanted) return;
    const whole = this.#received.length === 1 ? chunk : Buffer.concat(this.#received);
    const answer = {
      status: Number(whole.toString('latin1', 9, 12)),
      body: whole.subarray(this.#bodyStart, this.#wanted),
    };
    this.#received = [];
    this.#length = 0;
    this.#wanted = 0;
    this.#resolve?.(answer);
  }

  #readHead(): boolean {
    const whole = Buffer.concat(this.#received);
    const end = whole.indexOf(headEnd);
    if (end < 0) return false;
    const [, size] = /content-length: *(\d+)/i.exec(whole.toString('latin1', 0, end)) ?? [];
    if (size === undefined) throw new Error('an answer came without Content-Length');
    this.#bodyStart = end + headEnd.length;
    this.#wanted = this.#bodyStart + Number(size);
    return true;
  }
}
