'use client';

import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { WhyField } from '@/components/acts/why-field';
import { pathInWords } from '@/components/edit/names';
import pick from '@/components/edit/sides.module.css';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { type Refusal, send } from '@/components/ui/send';
import type { Locale } from '@/lib/i18n/locale';
import { colon } from '@/lib/i18n/marks';
import { editMessages } from '@/lib/i18n/messages/edit';
import { mergeMessages } from '@/lib/i18n/messages/merge';
import type { Choice } from '@/lib/incidents/merging/merge';
import type { MergeDoubt, Merged } from '@/lib/incidents/merging/mutations';
import type { FieldFindings } from '@/lib/privacy/records';
import styles from './merging.module.css';
import type { MergeRow } from './rows';

type Named = { ref: string; version: number };
type MergeFormProps = {
  kept: Named;
  dropped: Named;
  rows: MergeRow[];
  /** What is kept of both, in words. */
  together: string;
  locale: Locale;
};

/** Two records field by field with a choice for each, and the act that makes one of them. */
export function MergeForm({ kept, dropped, rows, together, locale }: MergeFormProps) {
  const words = mergeMessages[locale];
  const router = useRouter();
  const name = useId();
  const [choice, setChoice] = useState<Choice>({});
  const [reason, setReason] = useState('');
  const [careReason, setCareReason] = useState('');
  const [findings, setFindings] = useState<FieldFindings[]>([]);
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<{ message: string; reload: boolean } | null>(null);

  const fail = (failed: 'offline' | Refusal) => {
    const doubt = failed === 'offline' ? undefined : (failed.details as MergeDoubt | undefined);
    const isChanged = doubt?.kind === 'changed-meanwhile';
    if (doubt?.kind === 'personal-data') return setFindings(doubt.findings);
    const message =
      failed === 'offline'
        ? words.failed
        : isChanged
          ? words.changedMeanwhile
          : doubt?.kind === 'not-to-be-mixed'
            ? words.notMixed[doubt.why]
            : failed.message;
    setFailure({ message, reload: isChanged });
  };
  const merge = async () => {
    if (working || (findings.length > 0 && careReason.trim() === '')) return;
    setWorking(true);
    setFailure(null);
    const sent = await send<Merged>('/api/incidents/merge', {
      kept,
      dropped,
      choice,
      reason: reason.trim(),
      careReason: careReason.trim(),
    });
    setWorking(false);
    if ('answer' in sent) {
      router.push(`/incidents/${encodeURIComponent(sent.answer.ref)}`);
      router.refresh();
    } else fail(sent.failed);
  };

  return (
    <Card title={words.values} subtitle={rows.length === 0 ? words.same : words.valuesHelp}>
      <div className="stack">
        {rows.map(({ unit, label, usual, sides, said }) => (
          <fieldset key={unit} className={pick.choice}>
            <legend>{label}</legend>
            <div className={pick.both}>
              {sides.map((side) => (
                <label key={side} className={pick.side}>
                  <span>
                    <input
                      type="radio"
                      name={`${name}-${unit}`}
                      checked={(choice[unit] ?? usual) === side}
                      onChange={() => setChoice({ ...choice, [unit]: side })}
                    />{' '}
                    <b>{words.take[side]}</b>
                  </span>
                  <Value text={said[side]} empty={words.empty} />
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <p>
          <b>{words.together}</b>
          {colon[locale]}
          {together}
        </p>
        <WhyField label={words.reason} hint={words.reasonHint} text={reason} onChange={setReason} />
        {findings.length > 0 && (
          <Notice kind="warning" title={words.careTitle}>
            <ul className={styles.findings}>
              {findings.map(({ field, findings: list }) => (
                <li key={field}>
                  <b>{pathInWords(field, 'incident', locale)}</b>{' '}
                  {list.map(({ kind, text, start }) => (
                    <span key={start}>
                      {editMessages[locale].kinds[kind]} <q>{text}</q>{' '}
                    </span>
                  ))}
                </li>
              ))}
            </ul>
            <WhyField
              label={words.careReason}
              hint={words.careHint}
              text={careReason}
              onChange={setCareReason}
            />
          </Notice>
        )}
        {failure && (
          <Notice kind="error">
            <p>{failure.message}</p>
            {failure.reload && <Button onClick={() => window.location.reload()}>{words.reload}</Button>}
          </Notice>
        )}
        <p className="muted">{words.after}</p>
        <div>
          <Button variant="primary" aria-disabled={working} onClick={merge}>
            {working ? words.working : words.confirm(dropped.ref, kept.ref)}
          </Button>
        </div>
      </div>
    </Card>
  );
}

function Value({ text, empty }: { text: string; empty: string }) {
  return text === '' ? <span className="muted">{empty}</span> : <span className={pick.value}>{text}</span>;
}
