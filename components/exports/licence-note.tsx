import type { ExportPreview } from '@/lib/exports/preview';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { exportMessages } from '@/lib/i18n/messages/exports';
import styles from './export-dialog.module.css';

/** So many data sets are named one by one. */
const mostNamed = 4;

/** Under which licence the records of each data set stand. */
export function LicenceNote({ datasets, locale }: { datasets: ExportPreview['datasets']; locale: Locale }) {
  const t = exportMessages[locale].dialog;
  if (datasets.length === 0) return null;
  const more = datasets.length - mostNamed;
  return (
    <dl className={styles.licence}>
      <dt>{t.licence}</dt>
      {datasets.slice(0, mostNamed).map(({ title, licence, redistributable }) => (
        <dd key={title}>
          <b>{title}</b> {redistributable ? (licence ?? t.noLicence) : t.notShared}
        </dd>
      ))}
      {more > 0 && <dd>{t.moreLicences(formatNumber(more, locale))}</dd>}
    </dl>
  );
}
