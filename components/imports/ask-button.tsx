'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { send } from '@/components/ui/send';

type AskButtonProps = {
  words: {
    button: string;
    title: string;
    confirm: string;
    working: string;
    cancel: string;
    failed: string;
  };
  /** Where it is sent, and what. */
  path: string;
  body: object;
  /** Where one goes once it is done; null = the page stays and is fetched anew. */
  then: string | null;
  /** What it would do. */
  children: ReactNode;
};

/** Does something with an import once it was asked. */
export function AskButton({ words, path, body, then, children }: AskButtonProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const confirm = async () => {
    if (working) return;
    setWorking(true);
    setFailure(null);
    const sent = await send(path, body);
    setWorking(false);
    if ('failed' in sent) {
      setFailure(sent.failed === 'offline' ? words.failed : sent.failed.message);
      return;
    }
    setOpen(false);
    if (then !== null) router.push(then);
    router.refresh();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.button}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={words.title}
        closeLabel={words.cancel}
        footer={
          <Button variant="primary" aria-disabled={working} onClick={confirm}>
            {working ? words.working : words.confirm}
          </Button>
        }
      >
        <div className="stack">
          {failure && <Notice kind="error">{failure}</Notice>}
          {children}
        </div>
      </Dialog>
    </>
  );
}
