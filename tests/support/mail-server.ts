import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as the server got it: who it is from and for, its head, and its text. */
export type GotMail = { from: string; to: string[]; head: string; text: string };

type MailServer = { port: number; got: GotMail[]; said: string[]; stop: () => Promise<void> };

/** A server of mails on this machine that keeps what it gets, and every command after the greeting. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const got: GotMail[] = [];
  const said: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    onMailFrom({ address }, _session, done) {
      said.push(`MAIL ${address}`);
      done();
    },
    onAuth({ username }, _session, done) {
      said.push(`AUTH ${username}`);
      done(null, { user: username });
    },
    onData(stream, { envelope }, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const [head = '', ...body] = Buffer.concat(pieces).toString('latin1').split('\r\n\r\n');
        const text = decoded(head, body.join('\r\n\r\n'));
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        got.push({ from, to: envelope.rcptTo.map(({ address }) => address), head, text });
        done();
      });
    },
    ...options,
  });
  // Whoever hangs up in the middle is no fault of the test.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { port, got, said, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

function decoded(head: string, body: string): string {
  const coding = /^content-transfer-encoding: *(\S+)/im.exec(head)?.[1]?.toLowerCase();
  if (coding === 'base64') return Buffer.from(body, 'base64').toString();
  if (coding !== 'quoted-printable') return body.replaceAll('\r\n', '\n');
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString().replaceAll('\r\n', '\n');
}
