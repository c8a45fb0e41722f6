import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A mail as it arrived: the envelope, and the text with its headers. */
export interface ReceivedMail {
  readonly to: string;
  readonly text: string;
}

/** What the server does with a mail: takes it, refuses it for now, or hangs up after the text without a word. */
export type Manner = 'takes' | 'refuses' | 'hangsUp';

export interface SmtpServer {
  readonly url: string;
  readonly mails: ReceivedMail[];
  manner: Manner;
  close(): Promise<void>;
}

/** A mail server on this machine that speaks as much SMTP as a client needs (RFC 5321), and keeps what it got. */
export async function smtpServer(): Promise<SmtpServer> {
  const mails: ReceivedMail[] = [];
  const state: { manner: Manner } = { manner: 'takes' };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined); // a client may hang up
    converse(socket, mails, state);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    get manner() {
      return state.manner;
    },
    set manner(manner: Manner) {
      state.manner = manner;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function converse(socket: Socket, mails: ReceivedMail[], state: { readonly manner: Manner }): void {
  let waiting = '';
  let to = '';
  let isText = false;
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  say('220 test');
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    waiting += chunk;
    for (;;) {
      const end = waiting.indexOf(isText ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const line = waiting.slice(0, end);
      waiting = waiting.slice(end + (isText ? 5 : 2));
      if (isText) {
        isText = false;
        mails.push({ to, text: line });
        if (state.manner === 'hangsUp') return void socket.destroy();
        say('250 taken');
      } else if (/^MAIL/i.test(line) && state.manner === 'refuses') say('451 later');
      else if (/^RCPT/i.test(line)) {
        to = /<(.*)>/.exec(line)?.[1] ?? '';
        say('250 ok');
      } else if (/^DATA/i.test(line)) {
        isText = true;
        say('354 go');
      } else if (/^QUIT/i.test(line)) {
        say('221 bye');
        socket.end();
      } else say('250 ok');
    }
  });
}
