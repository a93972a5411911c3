import { Button } from '@/components/ui/button';
import type { Locale } from '@/lib/i18n/locale';
import { tableMessages } from '@/lib/i18n/messages/table';
import styles from '../records-table.module.css';

/** The room of rows that are not drawn. `height` in pixels; only ever drawn in the browser. */
export function GapRow({ height, span }: { height: number; span: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of a table takes no focus
    <tr aria-hidden="true" className={styles.gap}>
      <td colSpan={span} style={{ height: `${height}px` }} />
    </tr>
  );
}

/** The place of a row that is being fetched. */
export function SkeletonRow({ span }: { span: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of a table takes no focus
    <tr aria-hidden="true" className={styles.skeleton}>
      <td colSpan={span}>
        <div className={styles.cell}>
          <span />
        </div>
      </td>
    </tr>
  );
}

/** Says in the place of the next row that it could not be fetched, and offers to try again. */
export function RetryRow({ span, onRetry, locale }: { span: number; onRetry: () => void; locale: Locale }) {
  const t = tableMessages[locale];
  return (
    <tr className={styles.retry}>
      <td colSpan={span}>
        <div className={styles.cell}>
          <span role="alert">{t.loadFailed}</span>{' '}
          <Button size="small" onClick={onRetry}>
            {t.retry}
          </Button>
        </div>
      </td>
    </tr>
  );
}
