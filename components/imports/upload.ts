import { type Refusal, type Sent, send } from '@/components/ui/send';

/** What is told while files are sent: bytes that arrived, which file is on its way, and whether the server asks to wait. */
export type Sending = { sent: number; total: number; name: string; waiting: boolean };

/** Why it could not be sent. `unreadable`: the browser can't read a file any more. */
export type UploadFault = 'offline' | 'stopped' | Refusal | { unreadable: string };

/** Seconds between two tries to send a piece, and how often it is tried before it is given up. */
const patience = { seconds: 3, tries: 25 } as const;

/** Sends files as one import, piece by piece, so that none is held in memory. Returns its id, or why it failed. */
export async function uploadFiles(
  files: readonly File[],
  { pieceSize, tell, stop }: { pieceSize: number; tell: (sending: Sending) => void; stop: AbortSignal },
): Promise<{ batch: string } | { fault: UploadFault; batch: string | null }> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const begun = await send<{ batch: string }>('/api/imports', {
    files: files.map(({ name, size }) => ({ name, size })),
  });
  if ('failed' in begun) return { fault: begun.failed, batch: null };
  const { batch } = begun.answer;
  let sent = 0;
  for (const [index, file] of files.entries()) {
    for (let part = 0; part * pieceSize < file.size; part += 1) {
      const state = { sent, total, name: file.name };
      tell({ ...state, waiting: false });
      const piece = file.slice(part * pieceSize, (part + 1) * pieceSize);
      const bytes = await base64Of(piece);
      if (bytes === null) return { fault: { unreadable: file.name }, batch };
      const failed = await patiently(
        () => send('/api/imports/pieces', { batch, file: index + 1, part, bytes }),
        () => tell({ ...state, waiting: true }),
        stop,
      );
      if (failed) return { fault: failed, batch };
      sent += piece.size;
    }
  }
  tell({ sent, total, name: files.at(-1)?.name ?? '', waiting: false });
  const done = await send('/api/imports/uploaded', { batch });
  return 'failed' in done ? { fault: done.failed, batch } : { batch };
}

/** Sends until it is taken; waits where the server is busy or away. Null = it was taken. */
async function patiently(
  sendIt: () => Promise<Sent<object>>,
  wait: () => void,
  stop: AbortSignal,
): Promise<UploadFault | null> {
  for (let tries = 1; ; tries += 1) {
    if (stop.aborted) return 'stopped';
    const sent = await sendIt();
    if ('answer' in sent) return null;
    const { failed } = sent;
    const passes = failed === 'offline' || ['too-many', 'unavailable', 'too-slow'].includes(failed.code);
    if (!passes || tries >= patience.tries) return failed;
    wait();
    await new Promise((resolve) => setTimeout(resolve, patience.seconds * 1_000));
  }
}

/** The bytes of a piece as base64; null = it can't be read. */
function base64Of(piece: Blob): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => {
      const text = String(reader.result);
      resolve(text.slice(text.indexOf(',') + 1));
    };
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(piece);
  });
}
