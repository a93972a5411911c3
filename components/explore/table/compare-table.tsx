import { DataTable } from '@/components/ui/data-table';
import { classes } from '@/components/ui/tone';
import type { RecordBrief } from '@/lib/explore/record-brief';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { tableMessages } from '@/lib/i18n/messages/table';
import styles from '../record-panel.module.css';

/** Records side by side, a field a line; lines in which they differ are marked in words and by a wash. */
export function CompareTable({
  briefs,
  query,
  locale,
}: {
  briefs: readonly RecordBrief[];
  query: string;
  locale: Locale;
}) {
  const t = tableMessages[locale];
  const fields = (briefs[0]?.facts ?? []).map(({ key, label }, index) => ({
    key,
    label,
    values: briefs.map(({ facts }) => facts[index]?.value ?? null),
  }));
  // What nobody recorded is no unknown value of a field.
  const absent: Partial<Record<string, string>> = {
    orders: t.panel.noDirective,
    responses: t.panel.noResponse,
    destination: t.panel.noDestination,
  };
  const differing = fields.filter(({ values }) => new Set(values).size > 1).length;
  return (
    <>
      <p className={styles.differences}>
        {t.compare.differences(formatNumber(differing, locale), formatNumber(fields.length, locale))}
      </p>
      <DataTable label={t.compare.table} className={styles.compared}>
        <thead>
          <tr>
            <th scope="col">{t.compare.field}</th>
            {briefs.map(({ ref, title, titleLang }) => (
              <th key={ref} scope="col" lang={titleLang ?? undefined}>
                <a href={`/incidents/${encodeURIComponent(ref)}${query}`}>{title}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map(({ key, label, values }) => {
            const differs = new Set(values).size > 1;
            return (
              <tr key={key} className={classes(differs && styles.differs)}>
                <th scope="row">
                  {label}
                  {differs && <span className={styles.mark}> {t.compare.differs}</span>}
                </th>
                {values.map((value, index) => (
                  <td key={briefs[index]?.ref}>
                    {value ?? <span className="muted">{absent[key] ?? t.panel.unknown}</span>}
                  </td>
                ))}
              </tr>
            );
          })}
          <tr>
            <th scope="row">{t.compare.summary}</th>
            {briefs.map(({ ref, summary }) => (
              <td key={ref} lang={locale === 'zh' ? 'en' : undefined}>
                {summary}
              </td>
            ))}
          </tr>
        </tbody>
      </DataTable>
    </>
  );
}
