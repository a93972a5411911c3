'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { send } from '@/components/ui/send';
import type { Locale } from '@/lib/i18n/locale';
import { historyMessages } from '@/lib/i18n/messages/history';

type RestoreButtonProps = {
  /** The address that it is sent to. */
  path: string;
  /** Ref of the record. */
  record: string;
  present: number;
  version: number;
  locale: Locale;
};

/** Makes a record again what it was at a version. */
export function RestoreButton({ path, record, present, version, locale }: RestoreButtonProps) {
  const words = historyMessages[locale];
  const router = useRouter();
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const restore = async () => {
    setWorking(true);
    const sent = await send(path, { ref: record, version: present, to: version });
    setWorking(false);
    if ('failed' in sent) setFailure(sent.failed === 'offline' ? words.failed : sent.failed.message);
    else router.refresh();
  };
  return (
    <>
      {failure && <Notice kind="error">{failure}</Notice>}
      <Button size="small" aria-disabled={working} onClick={working ? undefined : restore}>
        {working ? words.restoring : words.restore(version)}
      </Button>
    </>
  );
}
