'use client';

import { useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { type Refusal, send } from '@/components/ui/send';
import type { Locale } from '@/lib/i18n/locale';
import { actsMessages } from '@/lib/i18n/messages/acts';
import { type ActDoubt, type ActPreview, type Done, mostRefs } from '@/lib/incidents/acts/types';
import { actOf, emptyDraft } from './act-draft';
import { ActForm } from './act-form';
import { ActPreviewView } from './act-preview-view';
import { Stage } from './stage';
import type { ChosenRecords } from './types';
import { WhyField } from './why-field';

type ActDialogProps = {
  of: ChosenRecords;
  count: number;
  locale: Locale;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
};

/** Changes many records: first what, then what that would do, then it is done. */
export function ActDialog({ of, count, locale, open, onClose, onDone }: ActDialogProps) {
  const words = actsMessages[locale];
  const [draft, setDraft] = useState(emptyDraft);
  const [preview, setPreview] = useState<ActPreview | null>(null);
  const [reason, setReason] = useState('');
  const [done, setDone] = useState<Done | null>(null);
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const fail = (failed: 'offline' | Refusal) => {
    const doubt = failed === 'offline' ? undefined : (failed.details as ActDoubt | undefined);
    if (doubt?.kind === 'selection-changed') setPreview(doubt.preview);
    setFailure(
      failed === 'offline'
        ? words.failed
        : doubt?.kind === 'selection-changed'
          ? words.changedMeanwhile
          : doubt?.kind === 'too-many'
            ? words.tooMany(doubt.matched, doubt.most)
            : failed.message,
    );
  };
  const ask = async <Answer,>(path: string, more: object): Promise<Answer | null> => {
    if (working) return null;
    setWorking(true);
    setFailure(null);
    const sent = await send<Answer>(path, { of, act: actOf(draft), ...more });
    setWorking(false);
    if ('answer' in sent) return sent.answer;
    fail(sent.failed);
    return null;
  };
  const look = async () => {
    if ('refs' in of && of.refs.length > mostRefs) setFailure(words.tooManyTicked(mostRefs));
    else setPreview(await ask<ActPreview>('/api/acts/preview', {}));
  };
  const isReady = preview !== null && preview.changing > 0 && (!preview.needsReason || reason.trim() !== '');
  const confirm = async () => {
    if (!isReady) return;
    const answer = await ask<Done>('/api/acts/apply', { reason: reason.trim(), digest: preview.digest });
    if (answer) setDone(answer);
  };
  const close = done ? onDone : onClose;

  return (
    <Dialog
      open={open}
      onClose={close}
      title={words.title(preview?.matched ?? count)}
      closeLabel={done ? words.close : words.cancel}
      size="wide"
      footer={
        done ? (
          <>
            <Button onClick={onDone}>{words.reload}</Button>
            <ButtonLink href={`/history/acts/${done.id}`} variant="primary">
              {words.toAct}
            </ButtonLink>
          </>
        ) : preview ? (
          <>
            <Button onClick={() => setPreview(null)}>{words.back}</Button>
            <Button variant="primary" aria-disabled={working || !isReady} onClick={confirm}>
              {working ? words.confirming : words.confirm(preview.changing)}
            </Button>
          </>
        ) : (
          <Button variant="primary" aria-disabled={working} onClick={look}>
            {working ? words.previewing : words.preview}
          </Button>
        )
      }
    >
      <div className="stack">
        {failure && <Notice kind="error">{failure}</Notice>}
        {done ? (
          <Stage key="done">
            <Notice title={words.done(done.changed)}>{words.doneHelp}</Notice>
          </Stage>
        ) : preview ? (
          <Stage key={preview.digest}>
            <ActPreviewView preview={preview} locale={locale} />
            {preview.changing > 0 && (
              <WhyField
                label={words.reason}
                hint={preview.needsReason ? words.reasonHint : words.reasonOptional}
                text={reason}
                onChange={setReason}
              />
            )}
          </Stage>
        ) : (
          <>
            <p className="muted">{'refs' in of ? words.onlyTicked : words.onlyListed}</p>
            <ActForm draft={draft} onChange={setDraft} locale={locale} />
          </>
        )}
      </div>
    </Dialog>
  );
}
