'use client';

import { useRouter } from 'next/navigation';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useLeaving } from '@/components/edit/use-leaving';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { send } from '@/components/ui/send';
import { classes } from '@/components/ui/tone';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import styles from './imports.module.css';
import { type Sending, type UploadFault, uploadFiles } from './upload';
import uploadStyles from './upload.module.css';

type UploadFormProps = { pieceSize: number; locale: Locale };

const kinds = '.csv,.tsv,.txt,.xlsx,.json,.ndjson,.jsonl,.geojson,.parquet,.gz,.zip';
const most = { files: 50, bytes: 4_000_000_000 } as const;

/** Where files are chosen or dropped, and sent. */
export function UploadForm({ pieceSize, locale }: UploadFormProps) {
  const words = importMessages[locale].upload;
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const stop = useRef<AbortController>(null);
  const id = useId();
  const [files, setFiles] = useState<File[]>([]);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<Sending | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useLeaving(sending !== null, words.leave);

  const add = (more: FileList | null) => {
    const next = [...files, ...(more ?? [])];
    const empty = next.find(({ size }) => size === 0);
    const large = next.find(({ size }) => size > most.bytes);
    setFault(
      empty
        ? words.empty(empty.name)
        : large
          ? words.tooLarge(large.name)
          : next.length > most.files
            ? words.tooMany
            : null,
    );
    setFiles(next.filter(({ size }) => size > 0 && size <= most.bytes).slice(0, most.files));
  };
  const sayWhy = (found: UploadFault) => {
    if (found === 'stopped') return null;
    if (found === 'offline') return importMessages[locale].failed;
    return 'unreadable' in found ? words.unreadable(found.unreadable) : found.message;
  };
  const start = async () => {
    if (sending || files.length === 0) return;
    setFault(null);
    stop.current = new AbortController();
    setSending({ sent: 0, total: 1, name: files[0]?.name ?? '', waiting: false });
    const done = await uploadFiles(files, { pieceSize, tell: setSending, stop: stop.current.signal });
    if ('fault' in done) {
      if (done.batch) await send('/api/imports/discard', { batch: done.batch });
      setSending(null);
      setFault(sayWhy(done.fault));
      return;
    }
    setSending(null);
    router.push(`/data/import/${done.batch}`);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!sending) add(event.dataTransfer.files);
  };

  return (
    <div className="stack">
      {fault && <Notice kind="error">{fault}</Notice>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: files are dropped by pointer only; the button does the same */}
      <div
        className={classes(styles.drop, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          id={id}
          type="file"
          multiple
          accept={kinds}
          className="visually-hidden"
          tabIndex={-1}
          aria-label={words.title}
          onChange={(event) => {
            add(event.target.files);
            event.target.value = '';
          }}
        />
        <Button
          variant={files.length === 0 ? 'primary' : 'default'}
          aria-disabled={sending !== null}
          aria-describedby={`${id}-help`}
          onClick={() => sending === null && input.current?.click()}
        >
          {words.button}
        </Button>
        <span className="muted">{words.drop}</span>
        <p id={`${id}-help`} className={styles.hint}>
          {words.help}
        </p>
      </div>
      {files.length > 0 && (
        <section aria-label={words.chosen} className="stack">
          <ul className={uploadStyles.chosen}>
            {files.map((file, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same file may be chosen twice
              <li key={index}>
                <bdi className={uploadStyles.name}>{file.name}</bdi>
                <span className={uploadStyles.size}>{importMessages[locale].bytes(file.size)}</span>
                {!sending && (
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={words.remove(file.name)}
                    onClick={() => setFiles(files.filter((_, at) => at !== index))}
                  >
                    {words.removeShort}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {sending ? (
            <SendingView
              sending={sending}
              locale={locale}
              onStop={() => {
                stop.current?.abort();
              }}
            />
          ) : (
            <div>
              <Button variant="primary" onClick={start}>
                {words.send(files.length)}
              </Button>
            </div>
          )}
        </section>
      )}
    </div>
  );
}

type SendingViewProps = { sending: Sending; locale: Locale; onStop: () => void };

function SendingView({ sending, locale, onStop }: SendingViewProps) {
  const { upload: words, bytes } = importMessages[locale];
  const id = useId();
  return (
    <div className={uploadStyles.progress}>
      <p id={id} className={uploadStyles.clip}>
        {words.sending(sending.name)}
      </p>
      <progress aria-labelledby={id} value={sending.sent} max={sending.total} />
      <p className="muted" role="status">
        {sending.waiting ? words.waiting : words.sent(bytes(sending.sent), bytes(sending.total))}
      </p>
      <div>
        <Button onClick={onStop}>{words.stop}</Button>
      </div>
    </div>
  );
}
