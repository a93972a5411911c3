import Link from 'next/link';
import { PageHeading } from '@/components/layout/page-heading';
import { Card } from '@/components/ui/card';
import { cell, DataTable } from '@/components/ui/data-table';
import type { HistoryEntry } from '@/lib/history/types';
import type { Locale } from '@/lib/i18n/locale';
import type { EditKind } from '@/lib/i18n/messages/edit-records';
import { historyMessages } from '@/lib/i18n/messages/history';
import { ActLink } from './act-link';
import { FieldChanges } from './field-changes';
import styles from './history.module.css';
import { actionWords } from './history-table';
import { RestoreButton } from './restore-button';

type VersionsViewProps = {
  kind: EditKind;
  /** Address below which the records of its kind lie. */
  base: string;
  /** The page on which it is read, where that does not lie below `base`. */
  page?: string;
  /** Its ref, and the number of the present version. */
  record: string;
  present: number;
  entries: HistoryEntry[];
  /** Whether the viewer may open the acts that entries belong to. */
  edits?: boolean;
  /** Whether a version can be restored now; not so of a record that went into another one. */
  canRestore?: boolean;
  locale: Locale;
};

/** Every version of a record with what changed; each can be restored. */
export function VersionsView(props: VersionsViewProps) {
  const { kind, base, record, present, entries, edits = false, canRestore = true, locale } = props;
  const { page = `${base}/${encodeURIComponent(record)}` } = props;
  const words = historyMessages[locale];
  // What came with the sources and figures of the seed was not noted; it is what the first change began with.
  const first = (entries.at(-1)?.version ?? present + 1) - 1;
  const restoreOf = (version: number) =>
    canRestore && version < present ? (
      <RestoreButton
        kind={kind}
        path={`/api${base}/restore`}
        record={record}
        present={present}
        version={version}
        locale={locale}
      />
    ) : (
      '–'
    );
  return (
    <div className="wrap">
      <PageHeading title={words.versionsTitle(record)} subtitle={words.versionsSubtitle} />
      <p className={styles.back}>
        <Link href={page} prefetch={false}>
          {words.back}
        </Link>
      </p>
      <Card footerStart={words.restoreHelp}>
        <DataTable label={words.table} stacked>
          <thead>
            <tr>
              {[words.version, words.when, words.who, words.what, words.why, words.acts].map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.version}>
                <td data-label={words.version}>{entry.version}</td>
                <td data-label={words.when} className={cell.nowrap}>
                  {entry.at.slice(0, 16).replace('T', ' ')}
                </td>
                <td data-label={words.who}>
                  <bdi>{entry.actorName}</bdi>
                </td>
                <td data-label={words.what}>
                  <div>
                    {actionWords(entry.action, locale)}
                    {edits && <ActLink actId={entry.actId} locale={locale} />}
                    <FieldChanges kind={kind} changes={entry.changes} locale={locale} open />
                  </div>
                </td>
                <td data-label={words.why}>{entry.reason === null ? '–' : <bdi>{entry.reason}</bdi>}</td>
                <td data-label={words.acts}>{restoreOf(entry.version)}</td>
              </tr>
            ))}
            {first >= 1 && (
              <tr>
                <td data-label={words.version}>{first}</td>
                <td data-label={words.when}>–</td>
                <td data-label={words.who}>–</td>
                <td data-label={words.what}>{words.unnoted}</td>
                <td data-label={words.why}>–</td>
                <td data-label={words.acts}>{restoreOf(first)}</td>
              </tr>
            )}
          </tbody>
        </DataTable>
      </Card>
    </div>
  );
}
