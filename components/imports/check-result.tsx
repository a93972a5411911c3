import { Card } from '@/components/ui/card';
import type { Locale } from '@/lib/i18n/locale';
import { importRowMessages } from '@/lib/i18n/messages/import-rows';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { ImportReport, NoteGroup } from '@/lib/imports/report';
import { canDecide } from './can-decide';
import { DecideCard } from './decide-card';
import { CountsCard } from './report/counts-card';
import { GroupsTable, RefusedLink, type SaidGroup } from './report/groups-table';
import { ChangedCard, LikelyCard, SampleCard } from './report/records-cards';
import { TablesCard } from './report/tables-card';
import type { ImportChoices, MappedBatch } from './types';
import { WriteCard } from './write-card';

type CheckResultProps = {
  batch: MappedBatch & { report: ImportReport };
  choices: Pick<ImportChoices, 'places' | 'datasets'>;
  locale: Locale;
};

/** What a check found: counts, what is wrong with rows, what can be decided, and the way on. */
export function CheckResult({ batch, choices, locale }: CheckResultProps) {
  const { plan, report } = batch;
  return (
    <>
      <CountsCard report={report} written={false} locale={locale} />
      <WriteCard
        batch={batch.id}
        plan={plan}
        counts={{
          made: report.made,
          changed: report.changed,
          refused: report.refused,
          accepted: report.accepted,
        }}
        into={datasetTitle(batch, choices)}
        locale={locale}
      />
      <FaultsCard batch={batch} locale={locale} />
      {canDecide(plan, report) && (
        <DecideCard batch={batch.id} plan={plan} report={report} places={choices.places} locale={locale} />
      )}
      <WarningsCard report={report} locale={locale} />
      <ChangedCard report={report} locale={locale} />
      <LikelyCard report={report} locale={locale} />
      <SampleCard report={report} places={choices.places} locale={locale} />
      <TablesCard report={report} locale={locale} />
    </>
  );
}

const datasetTitle = ({ plan: { dataset } }: MappedBatch, { datasets }: Pick<ImportChoices, 'datasets'>) =>
  'make' in dataset
    ? dataset.make.title
    : (datasets.find(({ slug }) => slug === dataset.slug)?.title ?? dataset.slug);

/** The rows that were refused, by what is wrong with them. */
export function FaultsCard({ batch, locale }: { batch: CheckResultProps['batch']; locale: Locale }) {
  const words = importMessages[locale].report;
  const { report } = batch;
  if (report.refused === 0) return null;
  return (
    <Card
      title={words.refusedTitle}
      subtitle={words.refusedHelp}
      actions={batch.hasRefused && <RefusedLink batch={batch.id} locale={locale} />}
      footerStart={batch.hasRefused ? words.refusedFileHelp : undefined}
      footerEnd={report.moreGroups > 0 ? words.moreGroups(report.moreGroups) : undefined}
    >
      <GroupsTable
        label={words.faultTable}
        groups={saidOf(report.faults, importRowMessages[locale].rules)}
        several={report.tables.length > 1}
        locale={locale}
      />
    </Card>
  );
}

/** Rows that are written, but should be looked at. */
export function WarningsCard({ report, locale }: { report: ImportReport; locale: Locale }) {
  const words = importMessages[locale].report;
  if (report.warnings.length === 0) return null;
  return (
    <Card title={words.warningTitle} subtitle={words.warningHelp}>
      <GroupsTable
        label={words.warningTable}
        groups={saidOf(report.warnings, importRowMessages[locale].warnings).map((group) =>
          group.rule === 'identical-row' ? { ...group, value: words.sameAs(group.value) } : group,
        )}
        several={report.tables.length > 1}
        locale={locale}
      />
    </Card>
  );
}

function saidOf<Rule extends string>(
  groups: readonly NoteGroup<Rule>[],
  words: Record<Rule, { what: string; remedy: string }>,
): SaidGroup[] {
  return groups.map(({ rule, column, value, count, rows }) => ({
    ...words[rule],
    rule,
    column,
    value,
    count,
    rows,
  }));
}
