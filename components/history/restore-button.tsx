'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { send } from '@/components/ui/send';
import type { Doubt } from '@/lib/edit/types';
import type { Locale } from '@/lib/i18n/locale';
import type { EditKind } from '@/lib/i18n/messages/edit-records';
import { historyMessages } from '@/lib/i18n/messages/history';
import type { FieldFindings } from '@/lib/privacy/records';

const RestoreCare = dynamic(() => import('./restore-care').then((module) => module.RestoreCare));

type RestoreButtonProps = {
  kind: EditKind;
  /** The address that it is sent to. */
  path: string;
  /** Ref of the record. */
  record: string;
  present: number;
  version: number;
  locale: Locale;
};

/** Makes a record again what it was at a version; asks why where readers would see what looks like personal data. */
export function RestoreButton({ kind, path, record, present, version, locale }: RestoreButtonProps) {
  const words = historyMessages[locale];
  const router = useRouter();
  const [working, setWorking] = useState(false);
  const [found, setFound] = useState<FieldFindings[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const close = () => {
    setFound(null);
    setFailure(null);
  };
  const restore = async (careReason: string | null) => {
    setWorking(true);
    setFailure(null);
    const sent = await send(path, { ref: record, version: present, to: version, careReason });
    setWorking(false);
    if ('answer' in sent) {
      close();
      router.refresh();
      return;
    }
    const doubt = sent.failed === 'offline' ? undefined : (sent.failed.details as Doubt | undefined);
    if (doubt?.kind === 'personal-data') setFound(doubt.findings);
    else setFailure(sent.failed === 'offline' ? words.failed : sent.failed.message);
  };
  return (
    <>
      {failure && !found && <Notice kind="error">{failure}</Notice>}
      <Button size="small" aria-disabled={working} onClick={working ? undefined : () => restore(null)}>
        {working ? words.restoring : words.restore(version)}
      </Button>
      {found && (
        <RestoreCare
          kind={kind}
          found={found}
          failure={failure}
          working={working}
          onClose={close}
          onRestore={restore}
          locale={locale}
        />
      )}
    </>
  );
}
