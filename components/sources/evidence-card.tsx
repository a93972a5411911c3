import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { classes } from '@/components/ui/tone';
import type { Locale } from '@/lib/i18n/locale';
import { recordMessages } from '@/lib/i18n/messages/records';
import type { EvidenceRow } from '@/lib/sources/evidence';
import styles from './evidence-card.module.css';
import { SourceRef } from './source-ref';

type EvidenceCardProps = {
  rows: EvidenceRow[];
  /** Doubts of the coder about the record; null = none. */
  codingNote: string | null;
  locale: Locale;
};

/** What is coded, in words; the words it rests on; where they stand; how the one follows from the other. */
export function EvidenceCard({ rows, codingNote, locale }: EvidenceCardProps) {
  const words = recordMessages[locale].evidence;
  return (
    <Card id="evidence" title={words.title} subtitle={words.subtitle}>
      {codingNote !== null && (
        <div className={styles.doubt}>
          <Notice kind="warning" title={recordMessages[locale].record.codingNote}>
            <p lang={locale === 'zh' ? 'en' : undefined}>{codingNote}</p>
          </Notice>
        </div>
      )}
      {rows.length === 0 ? <EmptyState title={words.empty} /> : <EvidenceTable rows={rows} locale={locale} />}
    </Card>
  );
}

function EvidenceTable({ rows, locale }: { rows: EvidenceRow[]; locale: Locale }) {
  const words = recordMessages[locale].evidence;
  return (
    <DataTable label={words.table} stacked>
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.value}</th>
          <th scope="col">{words.printed}</th>
          <th scope="col">{words.source}</th>
          <th scope="col">{words.basis}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={classes(!row.followed && styles.stale)}>
            <th scope="row" className={styles.field}>
              {row.label}
            </th>
            <td className={styles.value} data-label={words.value}>
              <div>
                {row.value} {!row.followed && <span className={styles.flag}>({words.notFollowed})</span>}
                {row.notes.map((note) => (
                  <p key={note} className={styles.note} lang={locale === 'zh' ? 'en' : undefined}>
                    {note}
                  </p>
                ))}
              </div>
            </td>
            <td className={styles.printed} data-label={words.printed}>
              <div>{row.printed === null ? words.noPrinted : <q lang="en">{row.printed}</q>}</div>
            </td>
            <td className={styles.source} data-label={words.source}>
              <div>
                <SourceRef source={row.source} locator={row.locator} locale={locale} dated={false} />
              </div>
            </td>
            <td className={styles.basis} data-label={words.basis}>
              <div>{row.basis}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
