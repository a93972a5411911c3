import { LazyPart, partSource } from '@/components/ui/lazy-part';
import { Menu } from '@/components/ui/menu';
import { tableMessages } from '@/lib/i18n/messages/table';
import styles from './column-menu.module.css';
import type { SelectionProps } from './props';

const columnChoices = partSource(() => import('./column-choices').then((module) => module.ColumnChoices));

/** The button that shows the choices of columns. */
export function ColumnMenu(props: SelectionProps) {
  return (
    <Menu
      tone="small"
      align="end"
      label={tableMessages[props.locale].view.button}
      panelClassName={styles.panel}
      onNear={columnChoices.foresee}
    >
      <LazyPart source={columnChoices} props={props} />
    </Menu>
  );
}
