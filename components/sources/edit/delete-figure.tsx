'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Reason } from '@/components/edit/step-reason';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { send } from '@/components/ui/send';
import type { Locale } from '@/lib/i18n/locale';
import { editMessages } from '@/lib/i18n/messages/edit';

type DeleteFigureProps = { figure: string; version: number; locale: Locale };

/** Deletes a reported figure, once it is asked whether that is meant. */
export function DeleteFigure({ figure, version, locale }: DeleteFigureProps) {
  const words = editMessages[locale];
  const t = words.deletion;
  const router = useRouter();
  const [asked, setAsked] = useState(false);
  const [working, setWorking] = useState(false);
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const remove = async () => {
    if (working) return;
    setWorking(true);
    const sent = await send('/api/figures/delete', { ref: figure, version, reason });
    setWorking(false);
    if ('answer' in sent) {
      router.push('/data');
      router.refresh();
    } else if (sent.failed === 'offline') setFailure(words.failed);
    else setFailure(sent.failed.details ? words.changedMeanwhile : sent.failed.message);
  };
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t.button}</Button>
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        title={t.title}
        closeLabel={words.cancel}
        footer={
          <Button variant="primary" aria-disabled={working} onClick={remove}>
            {t.button}
          </Button>
        }
      >
        <div className="stack">
          {failure && <Notice kind="error">{failure}</Notice>}
          <p>{t.help}</p>
          <Reason label={words.why} hint={words.whyHint} text={reason} onChange={setReason} />
        </div>
      </Dialog>
    </>
  );
}
