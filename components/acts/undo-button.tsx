'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { send } from '@/components/ui/send';
import type { Locale } from '@/lib/i18n/locale';
import { actsMessages } from '@/lib/i18n/messages/acts';
import type { Done } from '@/lib/incidents/acts/types';
import { WhyField } from './why-field';

type UndoButtonProps = {
  act: string;
  /** Records that become what they were, and those that are left since they were changed after the act. */
  count: number;
  since: number;
  locale: Locale;
};

/** Takes an act back, once it was asked. */
export function UndoButton({ act, count, since, locale }: UndoButtonProps) {
  const words = actsMessages[locale];
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const undo = async () => {
    if (working) return;
    setWorking(true);
    setFailure(null);
    const sent = await send<Done>('/api/acts/undo', { id: act, reason: reason.trim() });
    setWorking(false);
    if ('answer' in sent) {
      setOpen(false);
      router.push(`/history/acts/${sent.answer.id}`);
    } else setFailure(sent.failed === 'offline' ? words.failed : sent.failed.message);
  };
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {words.undo}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={words.undoTitle}
        closeLabel={words.cancel}
        footer={
          <Button variant="primary" aria-disabled={working} onClick={undo}>
            {working ? words.undoing : words.undo}
          </Button>
        }
      >
        <div className="stack">
          {failure && <Notice kind="error">{failure}</Notice>}
          <p>{words.undoHelp(count)}</p>
          {since > 0 && <p>{words.sinceNote(since)}</p>}
          <WhyField label={words.reason} hint={words.reasonOptional} text={reason} onChange={setReason} />
        </div>
      </Dialog>
    </>
  );
}
