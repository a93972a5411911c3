import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { cell, DataTable } from '@/components/ui/data-table';
import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { BatchDetail } from '@/lib/imports/batches/types';
import { FaultsCard, WarningsCard } from './check-result';
import styles from './imports.module.css';
import { MappingTable } from './mapping-table';
import { CountsCard } from './report/counts-card';
import { ChangedCard } from './report/records-cards';
import { TablesCard } from './report/tables-card';
import reportStyles from './report.module.css';
import { isMapped } from './types';
import { whenOf } from './when';

type BatchViewProps = { batch: BatchDetail; presetTitle: string | null; locale: Locale };

/** An import that was written, or undone: what it did, from which files, and how they were mapped. */
export function BatchView({ batch, presetTitle, locale }: BatchViewProps) {
  const words = importMessages[locale];
  const { report, status, plan } = batch;
  const undone = report?.undone;
  const isFigures = plan?.mapping.kind === 'figures';
  return (
    <>
      {status === 'undone' ? (
        <Notice title={words.batch.undone}>
          {undone && (
            <>
              <p>{words.batch.undoneCounts(undone.removed, undone.restored)}</p>
              {undone.left.length > 0 && (
                <p>
                  {words.batch.undoneLeft(undone.leftCount)}{' '}
                  {undone.left.slice(0, 20).map((ref, index) => (
                    <span key={ref}>
                      {index > 0 && words.and}
                      <Link href={`/incidents/${encodeURIComponent(ref)}`} prefetch={false}>
                        {ref}
                      </Link>
                    </span>
                  ))}
                </p>
              )}
            </>
          )}
        </Notice>
      ) : (
        <Notice title={words.batch.done(batch.rowsKept)}>
          {plan?.status === 'draft' && !isFigures && <p>{words.batch.drafts}</p>}
          {batch.dataset && (
            <p className={styles.acts}>
              <ButtonLink href={isFigures ? '/data' : rowsOf(batch)} variant="primary">
                {isFigures ? words.batch.toFigures : words.batch.toRows}
              </ButtonLink>
            </p>
          )}
        </Notice>
      )}
      {report && <CountsCard report={report} written locale={locale} />}
      <FactsCard batch={batch} presetTitle={presetTitle} locale={locale} />
      <FilesTable batch={batch} locale={locale} />
      {isMapped(batch) && (
        <Card
          title={words.batch.mapping}
          actions={
            <ButtonLink href={`/data/import/${batch.id}/mapping.json`} download="mapping.json" size="small">
              {words.batch.mappingFile}
            </ButtonLink>
          }
        >
          <details className={styles.folded}>
            <summary>{words.batch.mappingShow}</summary>
            <div className={styles.inside}>
              <MappingTable mapping={batch.plan.mapping} locale={locale} />
            </div>
          </details>
        </Card>
      )}
      {report && isMapped(batch) && <FaultsCard batch={{ ...batch, report }} locale={locale} />}
      {report && (
        <>
          <WarningsCard report={report} locale={locale} />
          <ChangedCard report={report} locale={locale} />
          <TablesCard report={report} locale={locale} />
        </>
      )}
    </>
  );
}

/** The address of the records of the data set, drafts too where they are drafts. */
const rowsOf = ({ dataset, plan }: BatchDetail) =>
  `/incidents?dataset=${encodeURIComponent(dataset ?? '')}${plan?.status === 'draft' ? '&status=draft' : ''}`;

function FactsCard({ batch, presetTitle, locale }: BatchViewProps) {
  const words = importMessages[locale];
  const { plan } = batch;
  const items: Definition[] = [
    { key: 'dataset', term: words.batch.dataset, value: batch.dataset },
    {
      key: 'preset',
      term: words.batch.preset,
      value: plan?.preset
        ? words.preset.version(presetTitle ?? plan.preset.id, plan.preset.version)
        : words.batch.ownPreset,
    },
    {
      key: 'status',
      term: words.batch.status,
      value: plan && plan.mapping.kind === 'incidents' ? words.target.statuses[plan.status] : null,
    },
    { key: 'by', term: words.batch.by, value: <bdi>{batch.authorName}</bdi> },
    { key: 'begun', term: words.batch.begun, value: whenOf(batch.createdAt) },
    {
      key: 'committed',
      term: words.batch.committed,
      value: batch.committedAt && whenOf(batch.committedAt),
    },
    { key: 'undone', term: words.batch.undoneAt, value: batch.undoneAt && whenOf(batch.undoneAt) },
    { key: 'sha', term: words.batch.sha, value: <code className={reportStyles.sha}>{batch.sha256}</code> },
    { key: 'id', term: words.batch.id, value: <code className={reportStyles.sha}>{batch.id}</code> },
  ];
  return (
    <Card title={words.batch.facts}>
      <DefinitionList items={items} wide />
    </Card>
  );
}

function FilesTable({ batch, locale }: { batch: BatchDetail; locale: Locale }) {
  const words = importMessages[locale];
  return (
    <Card title={words.files.title}>
      <DataTable label={words.batch.filesTable} stacked>
        <thead>
          <tr>
            <th scope="col">{words.batch.file}</th>
            <th scope="col" className={cell.num}>
              {words.batch.size}
            </th>
            <th scope="col">{words.batch.sha}</th>
          </tr>
        </thead>
        <tbody>
          {batch.files.map(({ name, size, sha256 }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may be the same
            <tr key={index}>
              <th scope="row">
                <bdi className={styles.break}>{name}</bdi>
              </th>
              <td data-label={words.batch.size} className={cell.num}>
                {words.bytes(size)}
              </td>
              <td data-label={words.batch.sha}>
                <code className={reportStyles.sha}>{sha256}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Card>
  );
}
