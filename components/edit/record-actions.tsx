'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { send } from '@/components/ui/send';
import type { OpenStep } from '@/lib/edit/steps';
import type { Doubt, Saved } from '@/lib/edit/types';
import type { Locale } from '@/lib/i18n/locale';
import { editMessages } from '@/lib/i18n/messages/edit';
import type { EditKind } from '@/lib/i18n/messages/edit-records';
import type { FieldFindings } from '@/lib/privacy/records';
import { Findings } from './findings';
import styles from './record-actions.module.css';
import { Reason } from './step-reason';

type RecordActionsProps = {
  kind: EditKind;
  /** Address below which the records of its kind lie. */
  base: string;
  /** Its ref. */
  record: string;
  version: number;
  steps: OpenStep[];
  locale: Locale;
};

/** What is asked before a step is taken: why, or what to do about personal data. */
type Asked = { step: OpenStep; findings: FieldFindings[] | null };
type Failure = { message: string; reload: boolean };

/** Leads to the form of a record, and takes the record through the work on it. */
export function RecordActions({ kind, base, record, version, steps, locale }: RecordActionsProps) {
  const words = editMessages[locale];
  const router = useRouter();
  const [working, setWorking] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [text, setText] = useState('');
  /** Why the step is taken, kept while it is asked why personal data may stay. */
  const [why, setWhy] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const editHref = `${base}/${encodeURIComponent(record)}/edit`;
  const nameOf = ({ from, to, takesBack }: OpenStep) =>
    takesBack ? words.takeBack : (words.steps[`${from}>${to}`] ?? to);
  const close = () => {
    setAsked(null);
    setFailure(null);
    setText('');
    setWhy('');
  };

  const take = async (step: OpenStep, reason: string, careReason: string) => {
    if (working) return;
    setWorking(true);
    setFailure(null);
    const sent = await send<Saved>(`/api${base}/step`, {
      ref: record,
      version,
      to: step.to,
      reason,
      careReason,
    });
    setWorking(false);
    if ('answer' in sent) {
      close();
      router.refresh();
      return;
    }
    const doubt = sent.failed === 'offline' ? undefined : (sent.failed.details as Doubt | undefined);
    if (doubt?.kind === 'personal-data') {
      setWhy(reason);
      setText('');
      setAsked({ step, findings: doubt.findings });
    } else if (doubt?.kind === 'changed-meanwhile')
      setFailure({ message: words.changedMeanwhile, reload: true });
    else
      setFailure({ message: sent.failed === 'offline' ? words.failed : sent.failed.message, reload: false });
  };
  const begin = (step: OpenStep) => {
    setFailure(null);
    if (step.reason) setAsked({ step, findings: null });
    else take(step, '', '');
  };
  const confirm = () => {
    if (!asked || text.trim() === '') return;
    if (asked.findings) take(asked.step, why, text.trim());
    else take(asked.step, text.trim(), '');
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div role="group" aria-label={words.stepLabel} className={styles.actions}>
      <ButtonLink href={editHref}>{words.edit}</ButtonLink>
      {steps.map((step) => (
        <Button
          key={step.to}
          variant={step.to === 'published' || step.to === 'in-review' ? 'primary' : 'default'}
          aria-disabled={working}
          onClick={() => begin(step)}
        >
          {nameOf(step)}
        </Button>
      ))}
      {failure && asked === null && <Failed failure={failure} reload={words.reload} />}
      <Dialog
        open={asked !== null}
        onClose={close}
        title={asked?.findings ? words.care.title : asked ? nameOf(asked.step) : ''}
        closeLabel={words.cancel}
        footer={
          <>
            {asked?.findings && (
              <ButtonLink href={`${editHref}?check=personal-data`}>{words.care.toEditor}</ButtonLink>
            )}
            <Button variant="primary" aria-disabled={working || text.trim() === ''} onClick={confirm}>
              {asked?.findings ? words.care.publish : asked ? nameOf(asked.step) : ''}
            </Button>
          </>
        }
      >
        <div className="stack">
          {failure && <Failed failure={failure} reload={words.reload} />}
          {asked?.findings && (
            <>
              <p>{words.care.help}</p>
              <Findings kind={kind} found={asked.findings} locale={locale} />
            </>
          )}
          <Reason
            key={asked?.findings ? 'care' : 'step'}
            label={asked?.findings ? words.care.reason : words.stepReason}
            hint={words.stepReasonHint}
            text={text}
            onChange={setText}
          />
        </div>
      </Dialog>
    </div>
  );
}

function Failed({ failure, reload }: { failure: Failure; reload: string }) {
  return (
    <Notice kind="error">
      <p>{failure.message}</p>
      {failure.reload && <Button onClick={() => window.location.reload()}>{reload}</Button>}
    </Notice>
  );
}
