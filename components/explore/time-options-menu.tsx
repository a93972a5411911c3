import { LazyPart, partSource } from '@/components/ui/lazy-part';
import { Menu } from '@/components/ui/menu';
import { timeMessages } from '@/lib/i18n/messages/time';
import type { TimeOptionsProps } from './time-options';
import styles from './time-options.module.css';

const timeOptions = partSource(() => import('./time-options').then((module) => module.TimeOptions));

/** The button that shows the options of the chart over time. */
export function TimeOptionsMenu(props: TimeOptionsProps) {
  const t = timeMessages[props.locale].controls;
  return (
    <Menu
      label={t.options}
      tone="small"
      align="end"
      buttonLabel={t.optionsOf}
      panelClassName={styles.panel}
      onNear={timeOptions.foresee}
    >
      <LazyPart source={timeOptions} props={props} />
    </Menu>
  );
}
