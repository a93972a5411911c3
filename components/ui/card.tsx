import { type ReactNode, useId } from 'react';
import styles from './card.module.css';
import { classes } from './tone';

type CardProps = {
  title?: ReactNode;
  /** What marks the whole card, beside its title. */
  mark?: ReactNode;
  subtitle?: ReactNode;
  /** Buttons and menus at the right of the title. */
  actions?: ReactNode;
  /** Left of the footer: who says so. */
  footerStart?: ReactNode;
  /** Right of the footer: n and what is left out. */
  footerEnd?: ReactNode;
  /** Level of the heading in the outline of the page. */
  level?: 2 | 3;
  id?: string;
  className?: string;
  children: ReactNode;
};

/** A white box with a hairline; a region of the page named by its title. */
export function Card({
  title,
  mark,
  subtitle,
  actions,
  footerStart,
  footerEnd,
  level = 2,
  id,
  className,
  children,
}: CardProps) {
  const headingId = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section
      id={id}
      className={classes(styles.card, className)}
      aria-labelledby={title === undefined ? undefined : headingId}
    >
      {(title !== undefined || actions !== undefined) && (
        <div className={styles.head}>
          <div className={styles.words}>
            {title !== undefined && (
              <div className={styles.title}>
                <Heading id={headingId}>{title}</Heading>
                {mark}
              </div>
            )}
            {subtitle !== undefined && <p className={styles.subtitle}>{subtitle}</p>}
          </div>
          {actions !== undefined && <div className={classes(styles.actions, 'no-print')}>{actions}</div>}
        </div>
      )}
      <div className={styles.body}>{children}</div>
      {(footerStart !== undefined || footerEnd !== undefined) && (
        <div className={styles.footer}>
          <div>{footerStart}</div>
          <div>{footerEnd}</div>
        </div>
      )}
    </section>
  );
}
