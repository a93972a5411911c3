import { leastSure } from '@/lib/charts/matrix';
import type { MatrixChart } from '@/lib/charts/types-matrix';
import { formatNumber } from '@/lib/i18n/locale';
import { breakdownMessages } from '@/lib/i18n/messages/breakdowns';
import { classes } from '../ui/tone';
import styles from './matrix-legend.module.css';
import { stepClass } from './steps';

/** What the colours and the star of a matrix mean. */
export function MatrixLegend({ chart }: { chart: MatrixChart }) {
  const { locale } = chart.frame;
  const t = breakdownMessages[locale].matrix;
  const shared = chart.shares === 'column' ? chart.columns : chart.rows;
  const hasUnsure = chart.shares !== 'none' && shared.heads.some(({ total }) => total < leastSure);
  return (
    <div className={styles.legend}>
      <span>{chart.shares === 'none' ? t.countLegend : t.shareLegend[chart.shares]}</span>
      <ul>
        {chart.classes.map(({ color, label }) => (
          <li key={label} className={classes(styles.swatch, stepClass(color))}>
            {label}
          </li>
        ))}
        {hasUnsure && <li>* {t.lowLegend(formatNumber(leastSure, locale))}</li>}
      </ul>
    </div>
  );
}
