import type { Duplex } from 'node:stream';
import type { ClientBase, Connection, Submittable } from 'pg';
import { type Cells, CopyReader } from './copy';

/**
 * Sends a COPY in binary format and hands over each row. Takes the bytes of the connection before pg sees them: as
 * streams of pieces, tens of millions of rows would cost more than what is done with them. When `take` throws, the
 * connection is broken off.
 */
export function copyRows(client: ClientBase, text: string, take: (cells: Cells) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyQuery(text, new CopyReader(take), resolve, reject));
  });
}

type Listener = (bytes: Uint8Array) => void;

/** What pg calls about a query. */
class CopyQuery implements Submittable {
  constructor(
    private readonly text: string,
    private readonly reader: CopyReader,
    private readonly resolve: () => void,
    private readonly reject: (thrown: unknown) => void,
  ) {}

  submit(connection: Connection): void {
    const { stream } = connection;
    const own = stream.listeners('data') as Listener[];
    stream.removeAllListeners('data');
    const listener = (bytes: Uint8Array) => {
      try {
        const rest = this.reader.push(bytes);
        if (rest) giveBack(stream, listener, own, rest);
      } catch (thrown) {
        this.reject(thrown);
        stream.destroy();
      }
    };
    stream.on('data', listener);
    connection.query(this.text);
  }

  handleError(error: unknown): void {
    this.reject(error);
  }

  handleReadyForQuery(): void {
    this.resolve();
  }

  handleCommandComplete(): void {}
}

/** Lets pg go on with what comes after the rows. */
function giveBack(stream: Duplex, listener: Listener, own: readonly Listener[], rest: Uint8Array): void {
  stream.removeListener('data', listener);
  for (const one of own) stream.on('data', one);
  for (const one of own) one(Buffer.from(rest.buffer, rest.byteOffset, rest.length));
}
