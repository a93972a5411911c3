import { type ReactNode, useId } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { type TableColumn, tableColumns } from '@/lib/explore/columns';
import type { TableRow } from '@/lib/explore/table';
import { copiedText, csvOf, type TextTable, textTable, withSynthetic } from '@/lib/explore/table-text';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { tableMessages } from '@/lib/i18n/messages/table';
import styles from '../records-table.module.css';

/** Most records that are compared at once. */
export const mostCompared = 4;

type SelectionBarProps = {
  rows: readonly TableRow[];
  columns: readonly TableColumn[];
  locale: Locale;
  /** `button`: what was pressed. */
  onCompare: (button: HTMLElement) => void;
  onClear: () => void;
  /** More that can be done with them. */
  children?: ReactNode;
};

/** What can be done with the rows that are ticked. */
export function SelectionBar({ rows, columns, locale, onCompare, onClear, children }: SelectionBarProps) {
  const t = tableMessages[locale];
  const number = (value: number) => formatNumber(value, locale);
  const shared = rows.filter(({ shareable }) => shareable);
  const leftOut = rows.length - shared.length;
  const hint = useId();
  const canCompare = rows.length >= 2 && rows.length <= mostCompared;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields, these are acts
    <div className={styles.selection} role="group" aria-label={t.selected.bar}>
      <strong role="status">{t.selected.count(number(rows.length))}</strong>
      <CopyButton
        text={() => copiedText(shared, columns, t.columnNames, t.synthetic)}
        label={t.selected.copy}
        doneLabel={t.copied}
        failedLabel={t.copyFailed}
      />
      <Button
        size="small"
        disabled={shared.length === 0}
        onClick={() => save(csvOf(wholeTable(shared, locale)))}
      >
        {t.selected.csv(number(shared.length), shared.length === 1)}
      </Button>
      <Button
        size="small"
        aria-disabled={!canCompare}
        aria-describedby={canCompare ? undefined : hint}
        onClick={({ currentTarget }) => canCompare && onCompare(currentTarget)}
      >
        {t.selected.compare}
      </Button>
      {children}
      <Button size="small" variant="quiet" onClick={onClear}>
        {t.selected.clear}
      </Button>
      {!canCompare && <span id={hint}>{t.selected.compareHint}</span>}
      {leftOut > 0 && <span className="muted">{t.selected.leftOut(number(leftOut), leftOut === 1)}</span>}
    </div>
  );
}

/** All columns of rows, whether each is made up, and where each record is. */
function wholeTable(rows: readonly TableRow[], locale: Locale): TextTable {
  const t = tableMessages[locale];
  const table = textTable(rows, tableColumns, t.columnNames);
  const { head, lines } = withSynthetic(table, rows, t.synthetic);
  const address = ({ ref }: TableRow) => `${window.location.origin}/incidents/${encodeURIComponent(ref)}`;
  return {
    head: [...head, t.address],
    lines: lines.map((cells, index) => [...cells, ...(rows[index] ? [address(rows[index])] : [])]),
  };
}

/** Hands a text to the browser as a file. */
function save(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = 'daybook-selected.csv';
  link.click();
  URL.revokeObjectURL(link.href);
}
