'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { send } from '@/components/ui/send';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { BatchFault } from '@/lib/imports/batches/types';
import type { ImportPlan } from '@/lib/imports/plan';
import { SelectField } from './field';
import styles from './imports.module.css';
import { encodingNames } from './read-options';

/** Why the last job did not come to its end, in words. */
export function FaultNotice({ fault, locale }: { fault: BatchFault; locale: Locale }) {
  return (
    <Notice kind="error" title={importMessages[locale].fault.title.job}>
      {fault[locale].message}
    </Notice>
  );
}

type FaultCardProps = { batch: string; fault: BatchFault | null; plan: ImportPlan | null; locale: Locale };

/** A plan that says nothing but how files are read: everything else is proposed once they can be. */
const unread: ImportPlan = {
  read: {},
  withoutTables: [],
  preset: null,
  mapping: {
    kind: 'incidents',
    bindings: [],
    crosswalks: [],
    dates: { start: { column: '' }, end: null, precision: null, convention: 'within', order: null },
    place: {
      code: null,
      names: [],
      latitude: null,
      longitude: null,
      precision: null,
      decided: [],
      otherwise: null,
    },
    constants: [],
    key: [],
    left: [],
    skip: [],
  },
  dataset: { slug: '' },
  status: 'draft',
  edited: 'keep',
  withoutRefused: false,
  careReason: null,
  evidence: true,
};

/** Files that can't be read: why, and what to do. */
export function FaultCard({ batch, fault, plan, locale }: FaultCardProps) {
  const all = importMessages[locale];
  const words = all.fault;
  const router = useRouter();
  const [encoding, setEncoding] = useState<string>(plan?.read.encoding ?? encodingNames[0]);
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const details = fault?.en.details as { kind?: string } | undefined;
  const isOfEncoding = details?.kind === 'bad-encoding' || details?.kind === 'unknown-encoding';
  const again = async (body: { path: string; more: object }) => {
    if (working) return;
    setWorking(true);
    setFailure(null);
    const sent = await send(body.path, { batch, ...body.more });
    if ('answer' in sent) return router.refresh();
    setWorking(false);
    setFailure(sent.failed === 'offline' ? all.failed : sent.failed.message);
  };
  return (
    <div className="stack">
      {failure && <Notice kind="error">{failure}</Notice>}
      <Notice kind="error" title={words.title.file}>
        {fault?.[locale].message ?? words.title.job}
      </Notice>
      {isOfEncoding && (
        <SelectField
          label={words.encoding}
          hint={words.encodingHelp}
          value={encoding}
          options={encodingNames.map((name) => ({ value: name, label: name.toUpperCase() }))}
          onChange={setEncoding}
        />
      )}
      <div className={styles.acts}>
        {isOfEncoding ? (
          <Button
            variant="primary"
            aria-disabled={working}
            onClick={() =>
              again({
                path: '/api/imports/plan',
                more: { plan: { ...(plan ?? unread), read: { ...plan?.read, encoding } } },
              })
            }
          >
            {words.readAgain}
          </Button>
        ) : (
          <Button
            aria-disabled={working}
            onClick={() => again({ path: '/api/imports/job', more: { job: 'sketch' } })}
          >
            {words.readAgain}
          </Button>
        )}
        <ButtonLink href="/data/import" variant={isOfEncoding ? 'default' : 'primary'}>
          {words.otherFile}
        </ButtonLink>
      </div>
    </div>
  );
}
