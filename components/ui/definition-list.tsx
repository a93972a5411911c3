import type { ReactNode } from 'react';
import styles from './definition-list.module.css';
import { classes } from './tone';

/** One line: a term and what it is here. Lines whose value is null are left out. */
export type Definition = { key: string; term: ReactNode; value: ReactNode };

type DefinitionListProps = { items: Definition[]; wide?: boolean };

/** Terms at the left, values at the right, with hairlines. */
export function DefinitionList({ items, wide = false }: DefinitionListProps) {
  return (
    <dl className={classes(styles.list, wide && styles.wide)}>
      {items
        .filter((item) => item.value !== null && item.value !== undefined)
        .map((item) => (
          <div key={item.key} className={styles.row}>
            <dt>{item.term}</dt>
            <dd>{item.value}</dd>
          </div>
        ))}
    </dl>
  );
}
