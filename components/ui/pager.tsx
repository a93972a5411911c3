import type { ReactNode } from 'react';
import { ButtonLink } from './button';
import styles from './pager.module.css';

type PagerProps = {
  /** Name of the region: "Pages". */
  label: string;
  /** Where one is: "Page 2 of 7". */
  position: ReactNode;
  /** Addresses of the pages before and after; null = there is none. */
  previous: { href: string; label: string } | null;
  next: { href: string; label: string } | null;
};

/** Turns the pages of a long list. */
export function Pager({ label, position, previous, next }: PagerProps) {
  return (
    <nav className={styles.pager} aria-label={label}>
      {previous && (
        <ButtonLink size="small" href={previous.href} rel="prev">
          ‹ {previous.label}
        </ButtonLink>
      )}
      <span>{position}</span>
      {next && (
        <ButtonLink size="small" href={next.href} rel="next">
          {next.label} ›
        </ButtonLink>
      )}
    </nav>
  );
}
