import { LazyPart, partSource } from '@/components/ui/lazy-part';
import { Menu } from '@/components/ui/menu';
import { breakdownMessages } from '@/lib/i18n/messages/breakdowns';
import type { BreakdownListProps } from './breakdown-list';
import styles from './breakdown-menu.module.css';

const breakdownList = partSource(() => import('./breakdown-list').then((module) => module.BreakdownList));

/** The head over the breakdowns, with the button that shows the choice of their fields. */
export function BreakdownHead(props: BreakdownListProps) {
  const t = breakdownMessages[props.locale];
  return (
    <div className={styles.head}>
      <h2>{t.section}</h2>
      <p>{t.click}</p>
      <Menu
        tone="small"
        align="end"
        label={t.choose}
        panelClassName={styles.panel}
        onNear={breakdownList.foresee}
      >
        <LazyPart source={breakdownList} props={props} />
      </Menu>
    </div>
  );
}
