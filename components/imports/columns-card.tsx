import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { IncidentMapping } from '@/lib/imports/plan';
import { ColumnRow } from './column-row';
import { CheckField, LineField } from './field';
import styles from './imports.module.css';
import { type Use, usesOf } from './mapping/uses';
import mappingStyles from './mapping.module.css';
import { type SampleTable, samplesOf } from './tables';
import type { ImportDraft } from './use-import-draft';

type ColumnsCardProps = {
  draft: ImportDraft;
  mapping: IncidentMapping;
  columns: readonly string[];
  tables: readonly SampleTable[];
  /** Why each column was suggested, by column and role. */
  reasons: ReadonlyMap<string, string>;
  locale: Locale;
};

/** With more columns than this they can be searched. */
const manyColumns = 20;

/** Every column of the files with some of its cells, and what it becomes. */
export function ColumnsCard({ draft, mapping, columns, tables, reasons, locale }: ColumnsCardProps) {
  const words = importMessages[locale].columns;
  const [find, setFind] = useState('');
  const [onlyRest, setOnlyRest] = useState(false);
  const uses = new Map<string, Use[]>();
  for (const use of usesOf(mapping)) uses.set(use.column, [...(uses.get(use.column) ?? []), use]);
  const mapped = columns.filter((column) => uses.has(column)).length;
  const shown = columns.filter(
    (column) => column.toLowerCase().includes(find.trim().toLowerCase()) && (!onlyRest || !uses.has(column)),
  );
  return (
    <Card title={words.title} subtitle={words.subtitle(mapped, columns.length)} id="columns">
      <div className="stack">
        {columns.length > manyColumns && (
          <div className={styles.grid}>
            <LineField label={words.find} value={find} most={100} onChange={setFind} />
            <div className={mappingStyles.low}>
              <CheckField label={words.showUnmapped} isOn={onlyRest} onChange={setOnlyRest} />
              <p className={styles.hint} role="status">
                {words.found(shown.length)}
              </p>
            </div>
          </div>
        )}
        <DataTable label={words.table} stacked className={mappingStyles.columns}>
          <thead>
            <tr>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.samples}</th>
              <th scope="col">{words.becomes}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((column) => (
              <ColumnRow
                key={column}
                column={column}
                samples={samplesOf(tables, column, 3)}
                uses={uses.get(column) ?? []}
                mapping={mapping}
                edit={draft.edit}
                reasons={reasons}
                locale={locale}
              />
            ))}
          </tbody>
        </DataTable>
      </div>
    </Card>
  );
}
