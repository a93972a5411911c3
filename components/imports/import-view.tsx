import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { BatchDetail } from '@/lib/imports/batches/types';
import { Arrived } from './arrived';
import { BatchView } from './batch-view';
import { CheckResult } from './check-result';
import { FaultCard, FaultNotice } from './fault-card';
import { JobProgress } from './job-progress';
import { MappingStep } from './mapping-step';
import { type ImportStep, Steps } from './steps';
import { type ImportChoices, isMapped } from './types';

type ImportViewProps = {
  batch: BatchDetail;
  choices: ImportChoices;
  /** Names of the columns of each table. */
  names: string[][];
  presetTitle: string | null;
  /** Whether the mapping is asked for although the files were checked. */
  wantsMapping: boolean;
  locale: Locale;
};

/** An import as it stands: what is being done with it, or the step that comes next. */
export function ImportView(props: ImportViewProps) {
  const { batch, locale, wantsMapping } = props;
  const words = importMessages[locale];
  if (batch.job !== null)
    return (
      <div className="stack">
        <Steps current={stepOfJob[batch.job]} locale={locale} />
        <JobProgress
          key={batch.job}
          batch={batch.id}
          job={batch.job}
          progress={batch.progress}
          locale={locale}
        />
      </div>
    );
  const showsMapping = batch.status === 'ready' || (batch.status === 'checked' && wantsMapping);
  return (
    <Arrived key={`${batch.status} ${showsMapping}`} label={words.states[batch.status]}>
      <Steps current={stepOf(batch, showsMapping)} locale={locale} />
      {batch.fault && batch.status !== 'failed' && <FaultNotice fault={batch.fault} locale={locale} />}
      <State {...props} showsMapping={showsMapping} />
    </Arrived>
  );
}

const stepOfJob = { sketch: 'files', check: 'check', write: 'write', undo: 'write' } as const;

const stepOf = ({ status }: BatchDetail, showsMapping: boolean): ImportStep => {
  if (showsMapping) return 'mapping';
  if (status === 'checked') return 'check';
  return status === 'committed' || status === 'undone' ? 'write' : 'files';
};

function State(props: ImportViewProps & { showsMapping: boolean }) {
  const { batch, choices, names, presetTitle, locale, showsMapping } = props;
  const words = importMessages[locale];
  if (batch.status === 'committed' || batch.status === 'undone')
    return <BatchView batch={batch} presetTitle={presetTitle} locale={locale} />;
  if (showsMapping && isMapped(batch))
    return <MappingStep batch={batch} names={names} choices={choices} locale={locale} />;
  if (batch.status === 'checked' && isMapped(batch) && batch.report)
    return <CheckResult batch={{ ...batch, report: batch.report }} choices={choices} locale={locale} />;
  if (batch.status === 'failed')
    return (
      <Card>
        <FaultCard batch={batch.id} fault={batch.fault} plan={batch.plan} locale={locale} />
      </Card>
    );
  return (
    <Notice kind="warning" title={words.notWhole.title}>
      <p>{batch.status === 'cancelled' ? words.cancelled : words.notWhole.text}</p>
      <ButtonLink href="/data/import">{words.another}</ButtonLink>
    </Notice>
  );
}
