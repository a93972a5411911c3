import { Card } from '@/components/ui/card';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { ImportReport } from '@/lib/imports/report';
import styles from '../report.module.css';

/** What the cards of a report are given. */
export type ReportProps = { report: ImportReport; locale: Locale };

/** What an import counted. */
export function CountsCard({ report, written, locale }: ReportProps & { written: boolean }) {
  const words = importMessages[locale].report;
  const counts: [keyof typeof words.counts, number, boolean][] = [
    ['rows', report.rows, true],
    ['made', report.made, true],
    ['changed', report.changed, true],
    ['unchanged', report.unchanged, true],
    ['kept', report.kept, report.kept > 0],
    ['skipped', report.skipped, report.skipped > 0],
    ['refused', report.refused, true],
    ['likely', report.likely.count, report.likely.count > 0],
  ];
  return (
    <Card title={written ? words.written : words.title} footerStart={words.took(report.seconds)}>
      <dl className={styles.counts}>
        {counts
          .filter(([, , shown]) => shown)
          .map(([key, count]) => (
            <div key={key} data-count={key} data-bad={key === 'refused' && count > 0}>
              <dt>{words.counts[key]}</dt>
              <dd>{formatNumber(count, locale)}</dd>
            </div>
          ))}
      </dl>
    </Card>
  );
}
