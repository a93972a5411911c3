'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { send } from '@/components/ui/send';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { ImportPlan } from '@/lib/imports/plan';
import type { ImportReport } from '@/lib/imports/report';
import { CheckField } from './field';
import styles from './imports.module.css';

type WriteCardProps = {
  batch: string;
  plan: ImportPlan;
  counts: Pick<ImportReport, 'made' | 'changed' | 'refused' | 'accepted'>;
  /** Title of the data set. */
  into: string;
  locale: Locale;
};

/** The way on from a check: writing, with or without the rows that were refused, or back to the mapping. */
export function WriteCard({ batch, plan, counts, into, locale }: WriteCardProps) {
  const all = importMessages[locale];
  const words = all.write;
  const router = useRouter();
  const [without, setWithout] = useState(plan.withoutRefused);
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { made, changed, refused, accepted } = counts;
  const writes = made + changed;
  const can = writes > 0 && (refused === 0 || without);
  const post = async (path: string, body: object) => {
    const sent = await send(path, { batch, ...body });
    if ('answer' in sent) return true;
    setFailure(sent.failed === 'offline' ? all.failed : sent.failed.message);
    return false;
  };
  const write = async () => {
    if (working || !can) return;
    setWorking(true);
    setFailure(null);
    const isKept =
      without === plan.withoutRefused ||
      (await post('/api/imports/plan', { plan: { ...plan, withoutRefused: without } }));
    if (isKept && (await post('/api/imports/job', { job: 'write' }))) router.refresh();
    else setWorking(false);
  };
  return (
    <Card
      title={words.title}
      subtitle={`${words.into(into, all.target.statuses[plan.status])} ${words.help}`}
    >
      <div className="stack">
        {failure && <Notice kind="error">{failure}</Notice>}
        {accepted === 0 ? (
          <Notice kind="warning">{words.nothing}</Notice>
        ) : (
          writes === 0 && <Notice>{words.same}</Notice>
        )}
        {refused > 0 && writes > 0 && (
          <Notice kind="warning">
            <p>{words.refused(refused)}</p>
            <CheckField label={words.without(refused)} isOn={without} onChange={setWithout} />
          </Notice>
        )}
        <div className={styles.acts}>
          <Button variant="primary" aria-disabled={working || !can} onClick={write}>
            {working
              ? words.working
              : plan.mapping.kind === 'figures'
                ? words.figures(writes)
                : words.button(writes)}
          </Button>
          <ButtonLink href={`/data/import/${batch}?step=mapping`}>{words.back}</ButtonLink>
        </div>
      </div>
    </Card>
  );
}
