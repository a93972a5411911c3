import type { Selection } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import { compareActs } from '@/lib/i18n/messages/compare-acts';
import { buttonClass } from '../../ui/button';
import styles from './compare-acts.module.css';
import { comparePath } from './path';

/** Starts a comparison: keeps the present selection as A, or holds it against a year before. */
export function CompareActs({ selection, locale }: { selection: Selection; locale: Locale }) {
  const t = compareActs[locale];
  const look = buttonClass({ size: 'small' });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields, these are links
    <div className={`${styles.acts} no-print`} role="group" aria-label={t.label}>
      <a
        className={look}
        title={t.pinHint}
        data-command="pin"
        data-home="compare"
        data-then="comparison"
        href={comparePath(selection, { kind: 'pinned', filters: selection.filters })}
      >
        {t.pin}
      </a>
      <a
        className={look}
        title={t.yearBeforeHint}
        data-command="year-before"
        data-then="comparison"
        href={comparePath(selection, { kind: 'year-before' })}
      >
        {t.yearBefore}
      </a>
    </div>
  );
}
