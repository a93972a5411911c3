import { Card } from '@/components/ui/card';
import type { Locale } from '@/lib/i18n/locale';
import { recordMessages } from '@/lib/i18n/messages/records';
import styles from './kept-cells.module.css';

/** What the row of an imported file says beside the coded fields, by the names of its columns. */
export function KeptCells({
  extra,
  row,
  locale,
}: {
  extra: Record<string, string>;
  row: number | null;
  locale: Locale;
}) {
  const words = recordMessages[locale].record;
  return (
    <Card title={words.kept} subtitle={row === null ? undefined : words.keptRule(row)}>
      <dl className={styles.cells}>
        {Object.entries(extra).map(([column, cell]) => (
          <div key={column}>
            <dt>{column}</dt>
            <dd>{cell}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
