import type { ReactNode } from 'react';
import { classes } from '@/components/ui/tone';
import type { OptionState } from '@/lib/explore/options';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { filterBarMessages } from '@/lib/i18n/messages/filter-bar';
import styles from './rows.module.css';

type OptionRowProps = {
  label: string;
  /** What tells it from others of its name: where a place lies, which term is broader. */
  hint?: string;
  /** Incidents that it would keep; null = not counted. */
  count: number | null;
  state: OptionState;
  /** What the choice of something broader makes of it, and the name of that. */
  implied?: { state: OptionState; by: string } | null;
  /** Addresses that keep it and leave it out, or no longer so. */
  keepHref: string;
  leaveOutHref: string;
  /** What stands before it, such as the button that opens a branch. */
  before?: ReactNode;
  isNarrower?: boolean;
  locale: Locale;
};

/** One value of a filter: a link that keeps it, with its count, and a smaller one that leaves it out. */
export function OptionRow(props: OptionRowProps) {
  const { label, hint, count, state, implied, keepHref, leaveOutHref, before, isNarrower, locale } = props;
  const t = filterBarMessages[locale];
  const shown = state ?? implied?.state ?? null;
  return (
    <div className={classes(styles.row, isNarrower && styles.narrower)} data-row>
      {before}
      <a
        href={keepHref}
        className={classes(
          styles.keep,
          count === 0 && styles.zero,
          state !== null && styles.chosen,
          shown === 'out' && styles.struck,
        )}
        aria-current={state === 'in' ? 'true' : undefined}
        data-cell="in"
      >
        <span className={classes(styles.mark, state === null && styles.faint)} aria-hidden="true">
          {shown === 'in' ? '✓' : shown === 'out' ? '–' : ''}
        </span>
        <span className={styles.label}>
          <span className={styles.name}>{label}</span>
          {hint && <span className={styles.hint}>{hint}</span>}
        </span>
        {count !== null && <span className={styles.count}>{formatNumber(count, locale)}</span>}
        <StateWords state={state} implied={implied} t={t} />
      </a>
      <a
        href={leaveOutHref}
        className={classes(styles.not, state === 'out' && styles.notOn)}
        aria-current={state === 'out' ? 'true' : undefined}
        data-cell="out"
      >
        {t.not}
        <span className="visually-hidden"> {label}</span>
      </a>
    </div>
  );
}

type StateWordsProps = Pick<OptionRowProps, 'state' | 'implied'> & {
  t: (typeof filterBarMessages)['en'];
};

/** The state in words, for those who don't see the mark. */
function StateWords({ state, implied, t }: StateWordsProps) {
  const words =
    state === 'in'
      ? t.kept
      : state === 'out'
        ? t.leftOut
        : implied?.state === 'in'
          ? t.keptBy(implied.by)
          : implied?.state === 'out'
            ? t.leftOutBy(implied.by)
            : null;
  return words && <span className="visually-hidden"> ({words})</span>;
}
